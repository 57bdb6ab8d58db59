import { Blocked } from '../model/trial.ts'
import type { Call, RawCall, Step, Trial } from '../model/trial.ts'
import type { Contract, Operation } from '../model/contract.ts'
import { answerNameFor } from '../model/documented-answer.ts'
import type { Credentials, Exchange, Headers, WireRequest, WireResponse } from '../model/exchange.ts'
import { encodeBody, encodeForm } from '../wire/encode.ts'
import { WireError } from '../wire/errors.ts'
import type { Departure } from '../wire/departure.ts'
import { createPair } from '../wire/pair.ts'
import type { Session } from '../wire/session.ts'
import { assertSendable } from '../model/request-form.ts'
import { assertUsable, blockOnTexts } from './borrowed-text.ts'
import type { Hands, TrialSetting } from './hands.ts'
import { createNames } from './names.ts'
import { outageIn } from './outage-in.ts'
import { openReceiver } from './receiver.ts'

/** The hands of one scenario. */
export function createTrial(setting: TrialSetting): Trial {
  const unique = createNames(setting.seed, setting.nonce)
  let latest = 0
  const nextId = (): number => (latest = setting.nextId())
  const seen: Exchange[] = []
  const onExchange: TrialSetting['onExchange'] = (exchange, outage) => {
    seen.push(exchange)
    setting.onExchange(exchange, outage)
  }
  const { memory = new Map<string, unknown>() } = setting
  return trialFor({ ...setting, memory, nextId, onExchange, seen, latest: () => latest }, setting.account, unique)
}

function trialFor(setting: Hands, account: string, unique: (prefix: string) => string): Trial {
  const { contract, session } = setting
  const { production } = session
  const own: Credentials = { kind: 'account', account, ...(production === undefined ? {} : { production }) }

  let last: Exchange | undefined

  async function exchange(request: WireRequest): Promise<Exchange> {
    assertUsable(request, setting.seen, contract.operations.get(request.operation ?? '')?.path)
    assertSendable(request)
    let begin = moment()
    let isUnderWay = false
    const left = (): void => {
      if (!isUnderWay) begin = moment()
      isUnderWay = true
    }
    const answered = carried(session, request, { left, ...(setting.pair === undefined ? {} : { pair: setting.pair }) })
    // a promise of its own, so that a fault in there leaves no answer that nobody awaits
    const meanwhile = (async () => setting.onSent?.())()
    const [{ response, attempts }] = await Promise.all([answered, meanwhile])
    const made: Exchange = {
      id: setting.nextId(),
      direction: 'outbound',
      operation: request.operation,
      request,
      response,
      attempts,
      startedAt: begin.startedAt,
      durationMs: Math.round(performance.now() - begin.sentAt),
      after: begin.after,
    }
    const outage = setting.outages ? outageIn(response) : undefined
    last = made
    setting.onExchange(made, outage)
    if (outage !== undefined)
      throw new WireError(outage, outage === 'server-error' ? `status ${response.status}` : undefined)
    return made
  }

  /** The present moment: by both clocks, and by what is complete. */
  function moment() {
    return { startedAt: session.now(), after: setting.latest(), sentAt: performance.now() }
  }

  const send = (call: RawCall): Promise<Exchange> =>
    exchange({
      method: call.method,
      path: call.path,
      headers: call.headers ?? contract.provider.headers,
      body: call.body ?? '',
      credentials: call.credentials ?? own,
      ...(call.operation === undefined ? {} : { operation: call.operation }),
    })

  const call = async (operation: string, details: Call = {}): Promise<Exchange> => {
    const missing = contract.operations
      .get(operation)
      ?.pathParameters.find(({ name }) => details.path !== undefined && details.path[name] === undefined)
    // an id that an answer was to give, and did not
    if (missing !== undefined && last !== undefined) throw new Blocked(last, `no value for ${missing.name}`)
    return exchange(requestFor(contract, operation, details, own))
  }

  async function given(operation: string, details: Call = {}): Promise<Exchange> {
    const made = await call(operation, details)
    // a success with another status than documented is its operation's gap, and no reason to stop
    if (made.response.status >= 300) throw new Blocked(made, `${operation} answered ${made.response.status}`)
    return made
  }

  async function together(left: Step, right: Step): Promise<readonly [Exchange, Exchange]> {
    const pair = createPair()
    const hands = trialFor({ ...setting, pair }, account, unique)
    const begin = async (step: Step): Promise<Exchange> => step(hands)
    const [first, second] = [begin(left), begin(right)]
    // neither is left under way when the other fails
    await Promise.allSettled([first, second])
    pair.close()
    return [await first, await second]
  }

  return {
    contract,
    call,
    given,
    send,
    together,
    unique,
    memory: setting.memory,
    as: (other) => trialFor(setting, `${setting.account}-${other}`, unique),
    can: (capability) => setting.capabilities?.has(capability) ?? false,
    advance: (seconds) => session.advance(seconds),
    now: () => session.now(),
    lever: (name, details) =>
      session.lever(name, account, details).catch((thrown: unknown) => blockOnTexts(details, setting.seen, thrown)),
    receiver: () => openReceiver(setting),
  }
}

async function carried(
  session: Session,
  request: WireRequest,
  departure: Departure,
): Promise<{ response: WireResponse; attempts: Exchange['attempts'] }> {
  const response = await session.carry(request, departure)
  return { response, attempts: response.attempts ?? [{ status: response.status, waitedMs: 0 }] }
}

/** Whether an exchange has a success status that its operation documents. */
export function succeeded(contract: Contract, { operation, response }: Exchange): boolean {
  const described = operation === undefined ? undefined : contract.operations.get(operation)
  return response.status < 300 && described !== undefined && answerNameFor(described, response.status) !== undefined
}

function requestFor(contract: Contract, name: string, details: Call, credentials: Credentials): WireRequest {
  const operation = contract.operations.get(name)
  if (operation === undefined) throw new Error(`no operation ${name} in the contract of ${contract.provider.name}`)
  const mediaType = details.mediaType ?? operation.body?.mediaTypes[0]
  const body =
    details.body === undefined
      ? ''
      : typeof details.body === 'string'
        ? details.body
        : (details.spelling ?? String)(encodeBody(details.body, mediaType ?? ''))
  const emptyType = operation.method === 'POST' ? contract.provider.emptyPostType : undefined
  const query = details.query === undefined ? '' : encodeForm(details.query)
  return {
    method: operation.method,
    path: `${fillPath(operation, details.path ?? {})}${query === '' ? '' : `?${query}`}`,
    headers: headersFor(contract, details, details.body === undefined ? emptyType : mediaType),
    body,
    credentials: details.credentials ?? credentials,
    operation: name,
  }
}

function headersFor({ provider }: Contract, details: Call, mediaType: string | undefined): Headers {
  const own: [string, string][] = Object.entries(details.headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ])
  const key = details.idempotencyKey
  const standard: (readonly [string, string])[] = [
    ...provider.headers,
    ...(mediaType === undefined ? [] : [['content-type', mediaType] as const]),
    ...(key === undefined || provider.idempotencyHeader === undefined
      ? []
      : [[provider.idempotencyHeader.toLowerCase(), key] as const]),
  ]
  return [...standard.filter(([name]) => !own.some(([other]) => other === name)), ...own]
}

function fillPath(operation: Operation, values: Readonly<Record<string, string>>): string {
  return operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${operation.id} needs a value for its path parameter ${name}`)
    return encodeURIComponent(value.toWellFormed())
  })
}
