import type { Exchange, Headers } from '../../model/exchange.ts'
import type { Account } from '../client-account.ts'
import type { Limits } from '../limits.ts'
import type { MatchOperation } from '../match-operation.ts'
import { WireError } from '../errors.ts'
import { decodeText, readBody } from '../read-body.ts'
import { toResponse } from '../response.ts'
import type { ClientRequest, TargetAnswer } from './forward.ts'

export interface WitnessSetting {
  readonly account: Account
  readonly match: MatchOperation
  readonly limits: Limits
}

/** Sees what passes and makes exchanges of it, numbered as they are complete. */
export interface Witness {
  /** A request comes in; answers with what makes the exchange once the answer is there. */
  begin(request: ClientRequest): (answer: TargetAnswer) => Exchange
}

export function createWitness({ account, match, limits }: WitnessSetting): Witness {
  let complete = 0
  return {
    begin(request) {
      const after = complete
      const startedAt = Date.now()
      const sentAt = performance.now()
      const operation = match(request.method, request.path)
      const asked = lowerCase(request.headers)
      const { headers, credentials } = account(asked)
      const sent = {
        method: request.method,
        path: request.path,
        headers,
        body: bodySent(request.bytes, asked, limits.bytes),
        credentials,
      }
      return ({ status, headers: fields, bytes }) => {
        const durationMs = Math.round(performance.now() - sentAt)
        const received = lowerCase(fields)
        const { text, flaw } = readBody(bytes, received, limits.bytes)
        complete += 1
        const response = toResponse(status, received, text, flaw)
        return {
          id: complete,
          direction: 'outbound',
          operation,
          request: operation === undefined ? sent : { ...sent, operation },
          response,
          attempts: [{ status, waitedMs: 0 }],
          startedAt,
          durationMs,
          after,
        }
      }
    },
  }
}

/** What a client sent, as text; what it encoded in a way that cannot be undone is the target's to refuse. */
function bodySent(bytes: Buffer, headers: Headers, limit: number): string {
  try {
    return readBody(bytes, headers, limit).text
  } catch (thrown) {
    if (thrown instanceof WireError) return decodeText(bytes).text
    throw thrown
  }
}

function lowerCase(fields: Headers): Headers {
  return fields.map(([name, value]) => [name.toLowerCase(), value] as const)
}
