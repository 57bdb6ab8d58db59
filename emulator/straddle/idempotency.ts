import type { EmulatorRequest, EmulatorResponse } from '../http.ts'
import { Refused } from './refusal.ts'
import type { KeyUse } from './rules/idempotency.ts'
import type { Scope, World } from './world.ts'

/** First request under a key, with its answer once there is one. */
export interface KeyRecord extends KeyUse {
  readonly answer?: EmulatorResponse
}

const passes = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function ledgerOf(world: World, scope: Scope): Map<string, KeyRecord> {
  const owner = world.rules.keyOwner(scope.accountId, scope.platform.id)
  const known = world.keys.get(owner)
  if (known !== undefined) return known
  const ledger = new Map<string, KeyRecord>()
  world.keys.set(owner, ledger)
  return ledger
}

function replay({ rules }: World, { status, headers, body }: EmulatorResponse): EmulatorResponse {
  return {
    status: rules.replayedStatus(status),
    headers: [...headers, ...rules.replayHeader()],
    body: rules.replayedBody(body),
  }
}

function conflict(same: boolean, record: KeyRecord): never {
  if (!same) throw new Refused('conflict', 'The idempotency key was already used for a different request.')
  throw new Refused(
    'conflict',
    record.state === 'running'
      ? 'The previous request with this idempotency key is still in progress.'
      : 'The idempotency key was already used for a request that failed.',
  )
}

/** The answer to a repeated request, or undefined where it is to be served like a first one. */
function repeated(world: World, record: KeyRecord, same: boolean): EmulatorResponse | undefined {
  const { rules } = world
  const decide = { running: rules.whileRunning, failed: rules.afterFailure, succeeded: rules.afterSuccess }
  const verdict = decide[record.state](same)
  if (verdict === 'conflict') return conflict(same, record)
  return verdict === 'replay' && record.answer !== undefined ? replay(world, record.answer) : undefined
}

/** Serves a request once per idempotency key, and answers its repetitions from memory. */
export async function once(
  world: World,
  scope: Scope,
  request: EmulatorRequest,
  serve: () => EmulatorResponse,
): Promise<EmulatorResponse> {
  const { rules, clock } = world
  const key = request.headers.get('idempotency-key')
  if (key === undefined || !rules.honoursKey(request.method)) return serve()
  if (!rules.acceptsKey(key)) throw new Refused('malformed', 'The idempotency key has to be 10 to 40 characters long.')

  const ledger = ledgerOf(world, scope)
  const fingerprint = rules.fingerprint(request.method, request.url.split('?')[0] ?? '', request.body)
  const record = ledger.get(key)
  if (record !== undefined && rules.remembers(record, clock.now())) {
    const answer = repeated(world, record, record.fingerprint === fingerprint)
    if (answer !== undefined) return answer
  }
  const use = { fingerprint, at: clock.now() }
  ledger.set(key, { ...use, state: 'running' })
  // lets a second request under the same key arrive while this one is running
  await passes()
  const answer = serve()
  ledger.set(key, { ...use, state: answer.status < 300 ? 'succeeded' : 'failed', answer })
  return answer
}
