import { departs, kept } from '../../model/judgement.ts'
import type { Observer } from '../../model/check.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import { isMasked } from '../../model/masked.ts'
import { createMemory } from './memory.ts'

const most = 20_000

/** No two exchanges carry the same request id. Remembers ids only, and the last twenty thousand of them. */
export function requestIdsAreUnique(
  clause: string,
  where: { readonly header?: string; readonly pointer?: string },
): Observer {
  return {
    id: 'observer/request-ids-are-unique',
    clauses: () => [clause],
    watch: () => {
      const seen = createMemory<true>(most)
      return (exchange) => {
        const id = requestIdOf(exchange, where)
        if (exchange.direction === 'inbound' || id === undefined) return []
        const repeated = seen.get(id) === true
        seen.note(id, true)
        const at = where.header ?? where.pointer ?? ''
        return [{ clause, judgement: repeated ? departs({ at, expected: 'an id of its own', actual: id }) : kept() }]
      }
    },
  }
}

function requestIdOf(
  { response }: Exchange,
  { header, pointer }: { readonly header?: string; readonly pointer?: string },
): string | undefined {
  const id = header === undefined ? valueAt(response.json, pointer ?? '') : headerOf(response, header)
  return typeof id === 'string' && !isMasked(id) ? id : undefined
}
