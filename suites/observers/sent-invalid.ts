import type { Contract } from '../../model/contract.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject, sameJson, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import type { SchemaJudge } from '../../schemas/judge.ts'

/** A value that was sent although the operation does not allow it, under the name of its property. */
interface Sent {
  readonly name: string
  readonly value: Json
}

const most = 500

/**
 * Remembers what requests sent that their operations do not allow. A target that takes such a value departs from the clause that
 * refuses it; that it then shows the value, wherever it does, is no departure of what it shows.
 */
export interface SentInvalid {
  /** An exchange whose answer departs. */
  see(exchange: Exchange): void
  /** Whether a value of an answer is one that was sent like that. */
  has(at: string, value: Json): boolean
}

export function createSentInvalid(contract: Contract, judge: SchemaJudge): SentInvalid {
  let sent: readonly Sent[] = []
  return {
    see(exchange) {
      const found = exchange.response.status < 300 ? invalidIn(contract, judge, exchange) : []
      if (found.length > 0) sent = [...sent, ...found].slice(-most)
    },
    has: (at, value) => sent.some((one) => one.name === nameOf(at) && sameJson(one.value, value)),
  }
}

function invalidIn({ operations }: Contract, judge: SchemaJudge, exchange: Exchange): readonly Sent[] {
  const schema = operations.get(exchange.operation ?? '')?.body?.schema['$id']
  const body = exchange.direction === 'outbound' ? decoded(exchange) : undefined
  if (typeof schema !== 'string' || body === undefined) return []
  return judge(schema, body).mismatches.flatMap(({ mismatch: { at } }) => {
    const value = valueAt(body, at)
    return value === undefined ? [] : [{ name: nameOf(at), value }]
  })
}

function nameOf(at: string): string {
  return at.slice(at.lastIndexOf('/') + 1)
}

/** The body of a request as JSON. What looks like a number in a form may be one. */
function decoded({ request }: Exchange): Json | undefined {
  if (headerOf(request, 'content-type')?.includes('x-www-form-urlencoded') !== true) {
    try {
      return JSON.parse(request.body) as Json
    } catch {
      return undefined
    }
  }
  const body: Record<string, Json> = {}
  for (const [key, text] of new URLSearchParams(request.body))
    put(body, key.split(/[[\]]+/).filter(Boolean), typed(text))
  return body
}

function put(into: Record<string, Json>, [name = '', ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) {
    into[name] = value
    return
  }
  const inner: Record<string, Json> = isObject(into[name]) ? { ...into[name] } : {}
  put(inner, rest, value)
  into[name] = inner
}

function typed(text: string): Json {
  if (/^-?\d+(?:\.\d+)?$/.test(text) && Number.isSafeInteger(Math.trunc(Number(text)))) return Number(text)
  return text === 'true' || text === 'false' ? text === 'true' : text
}
