import type { Contract } from '../../../model/contract.ts'
import type { Exchange, Headers } from '../../../model/exchange.ts'
import { loadContract } from '../../../contracts/load.ts'
import { providers } from '../../../contracts/index.ts'
import { toResponse } from '../../../wire/response.ts'

const contracts = new Map<string, Contract>()

/** The contract of a provider by its name, loaded once. */
export function contractOf(name: string): Contract {
  const provider = providers.find((known) => known.name === name)
  if (provider === undefined) throw new Error(`there is no provider ${name}`)
  const contract = contracts.get(name) ?? loadContract(provider)
  contracts.set(name, contract)
  return contract
}

interface Parts {
  readonly operation?: string
  readonly direction?: Exchange['direction']
  readonly method?: string
  readonly path?: string
  readonly headers?: Headers
  readonly body?: string
  readonly status?: number
  readonly answerHeaders?: Headers
  readonly answer?: string
}

let made = 0

/** An exchange of these parts. */
export function exchangeOf({
  operation,
  direction = 'outbound',
  method = 'POST',
  path = '/v1/things',
  headers = [],
  body = '',
  status = 200,
  answerHeaders = [['content-type', 'application/json']],
  answer = '',
}: Parts): Exchange {
  made += 1
  return {
    id: made,
    direction,
    operation,
    request: {
      method,
      path,
      headers,
      body,
      credentials: { kind: 'account', account: 'account-1' },
      ...(operation === undefined ? {} : { operation }),
    },
    response: toResponse(status, answerHeaders, answer),
    attempts: [{ status, waitedMs: 0 }],
    startedAt: Date.UTC(2018, 1, 1),
    durationMs: 1,
  }
}
