import { Readable } from 'node:stream'
import type { Exchange, Headers } from '../../model/exchange.ts'
import type { Account } from '../client-account.ts'
import type { Limits } from '../limits.ts'
import type { MatchOperation } from '../match-operation.ts'
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
  begin(request: ClientRequest): (answer: TargetAnswer) => Promise<Exchange>
}

export function createWitness({ account, match, limits }: WitnessSetting): Witness {
  let complete = 0
  return {
    begin(request) {
      const after = complete
      const startedAt = Date.now()
      const sentAt = performance.now()
      const operation = match(request.method, request.path)
      const { headers, credentials } = account(lowerCase(request.headers))
      const sent = {
        method: request.method,
        path: request.path,
        headers,
        body: decodeText(request.bytes).text,
        credentials,
      }
      return async ({ status, headers: fields, bytes }) => {
        const durationMs = Math.round(performance.now() - sentAt)
        const received = lowerCase(fields)
        const { text, flaw } = await readBody(
          Readable.from(bytes.length === 0 ? [] : [bytes]),
          bytes.length === 0 ? [] : received,
          limits.bytes,
        )
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

function lowerCase(fields: Headers): Headers {
  return fields.map(([name, value]) => [name.toLowerCase(), value] as const)
}
