import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { idAt, pathParameter } from './asked.ts'
import { byOperation } from './by-operation.ts'
import { createMemory } from './memory.ts'
import { sightingsIn } from './sightings.ts'

/** Whether the traffic shows where ids come from that are asked for. Where it does not, requests are missing in it. */
export interface Sources {
  see(exchange: Exchange): void
  areShown(account: string): boolean
}

const most = 20_000
/** Of so many ids that are asked for, one may come from elsewhere. */
const enough = 15

/** Counts, by account, the ids of objects that were asked for with success: those that answers had shown, and the others. */
export function createSources(contract: Contract, accountOf: (exchange: Exchange) => string | undefined): Sources {
  const shown = createMemory<true>(most)
  const counts = createMemory<{ readonly known: number; readonly unknown: number }>(1000)
  return {
    see(exchange) {
      const account = accountOf(exchange)
      if (account === undefined || exchange.response.status >= 300) return
      const { known, unknown } = counts.get(account) ?? { known: 0, unknown: 0 }
      const asked = askedIn(contract, exchange)
      if (asked !== undefined)
        counts.note(
          account,
          shown.get(asked) === undefined ? { known, unknown: unknown + 1 } : { known: known + 1, unknown },
        )
      if (asked !== undefined) shown.note(asked, true)
      for (const { name, resource, object } of sightingsIn(contract, exchange)) {
        const id = idAt(object, resource.id)
        if (id !== undefined) shown.note(`${name} ${id}`, true)
      }
    },
    areShown(account) {
      const { known, unknown } = counts.get(account) ?? { known: 0, unknown: 0 }
      return unknown * enough <= known
    },
  }
}

const named = byOperation(({ retrieve, update, act }) => [retrieve, update, ...act])

/** The object that a request names in its path. */
function askedIn(contract: Contract, exchange: Exchange): string | undefined {
  for (const [name, { parameter }] of named(contract, exchange.operation)) {
    const id = parameter === undefined ? undefined : pathParameter(contract, exchange, parameter)
    if (id !== undefined) return `${name} ${id}`
  }
  return undefined
}
