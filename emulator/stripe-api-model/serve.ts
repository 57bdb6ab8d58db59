import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import type { EmulatorRequest } from '../http.ts'
import type { Ids } from '../ids.ts'
import type { Account } from './account.ts'
import type { Answer, Call } from './call.ts'
import { parsePairs } from './form.ts'
import { isRefusal, refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import { route } from './routes.ts'
import type { Rules } from './rules.ts'

/** Everything that one emulator holds. */
export interface World {
  readonly rules: Rules
  readonly clock: Clock
  readonly ids: Ids
  readonly account: (key: string) => Account
}

/** Answers a request: credentials, limits, the operation, its key, its fields, in this order. */
export async function serve(world: World, request: EmulatorRequest): Promise<Answer> {
  const { rules } = world
  const key = authenticate(rules, request)
  if (typeof key !== 'string') return key
  const account = world.account(rules.accountOf(key))
  const outage = limits(rules, account)
  if (outage !== undefined) return outage

  const [path = '', ...query] = request.url.split('?')
  const match = route(request.method, rules.routed(path))
  if (match.kind !== 'found') return refuse('notFound', 'There is no such operation.')
  const run = (): Answer => {
    const call = callOf(world, account, request, match.params, query.join('?'))
    return isRefusal(call) ? call : match.handler(call)
  }
  return underKey(rules, account, request, match.route, run)
}

function authenticate(rules: Rules, { method, headers }: EmulatorRequest): string | Refusal {
  const key = rules.keyIn(headers)
  if (key === undefined || key === '') return refuse('unauthorized', 'The header X-API-Key is missing.')
  if (!rules.knowsKey(key)) return refuse('unauthorized', 'No account has this key.')
  if (rules.needsToken(method) && !rules.knowsToken(rules.tokenIn(headers.get('authorization') ?? ''))) {
    return refuse('unauthorized', 'A request that writes needs a valid bearer token.')
  }
  return rules.takesOrigin(headers.get('origin'))
    ? key
    : refuse('unauthorized', 'Requests from this origin are not taken.')
}

function limits(rules: Rules, account: Account): Refusal | undefined {
  if (rules.isExhausted(account)) return refuse('tooManyRequests', 'These are more requests than are allowed.')
  if (account.allowance !== undefined && account.allowance > 0) account.allowance -= 1
  if (!rules.isFailing(account)) return undefined
  account.failures -= 1
  return refuse('internalServerError', 'The back end failed.')
}

function callOf(
  world: World,
  account: Account,
  request: EmulatorRequest,
  params: Call['params'],
  queryText: string,
): Call | Refusal {
  const { rules } = world
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (request.body !== '' && mediaType !== '' && !rules.takesMediaType(mediaType))
    return refuse('badRequest', 'The data of a request is form encoded.')
  const query = parsePairs(queryText, rules.decode)
  const form = parsePairs(request.body, rules.decode)
  if (query === undefined || form === undefined) return refuse('badRequest', 'An encoding in the request is broken.')
  return { ...world, account, params, query, form }
}

/** A key is held while its request is worked out, so that a second one meets it. */
async function underKey(
  rules: Rules,
  account: Account,
  request: EmulatorRequest,
  name: string,
  run: () => Answer,
): Promise<Answer> {
  const key = rules.idempotencyKeyIn(request.headers)
  const scope = key === undefined ? undefined : rules.keyScope(request.method, name, key, request.body)
  if (scope === undefined) return run()
  const answers = rules.answersOf(account)
  const known = answers.get(scope)
  if (known !== undefined) return rules.replayed(known)
  if (answers.has(scope) && rules.refusesInFlight) return refuse('conflict', 'A request with this key is in flight.')
  answers.set(scope, undefined)
  await nextTurn()
  const answer = run()
  if (rules.isRemembered(answer, scope)) answers.set(scope, answer)
  else answers.delete(scope)
  return answer
}
