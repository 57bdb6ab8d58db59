import { departs, each, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Observation, Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { sameValue } from '../../model/instant.ts'
import { valueAt } from '../../model/json.ts'
import { accountOf, idAt, isAfter, isKnownSince, knownAccountOf, pathParameter } from './asked.ts'
import { createMemory } from './memory.ts'
import { createSources } from './sources.ts'

/** An object that one operation makes and another reads. */
export interface Readable {
  readonly clause: string
  readonly create: string
  readonly retrieve: string
  /** Path parameter of `retrieve` that takes the id. */
  readonly parameter: string
  /** JSON Pointer of the id in both answers. */
  readonly id: string
  /** Pointers of what never changes from the create's answer on. */
  readonly same: readonly string[]
}

/** The observer's id, which tells its proofs from those of others. */
export const creationsCanBeReadId = 'observer/creations-can-be-read'

const most = 500

/** Whoever sent them: what a create made, its account reads back until it is deleted, with the same id and what never changes. */
export function creationsCanBeRead(readables: readonly Readable[]): Observer {
  return {
    id: creationsCanBeReadId,
    clauses: () => [...new Set(readables.map(({ clause }) => clause))],
    watch: (contract, traffic) => {
      const made = createMemory<{ readonly account: string; readonly exchange: Exchange }>(most)
      const sources = createSources(contract, (exchange) => accountOf(contract, exchange))
      return (exchange) => {
        const account = accountOf(contract, exchange)
        if (exchange.request.method === 'DELETE') forgetDeleted(exchange, made.forget)
        if (account === undefined) return []
        sources.see(exchange)
        for (const { create, id } of readables) {
          const value =
            exchange.operation === create && exchange.response.status < 300
              ? idAt(exchange.response.json, id)
              : undefined
          if (value !== undefined) made.note(`${create} ${value}`, { account, exchange })
        }
        return readables.flatMap((readable) =>
          judged(
            contract,
            readable,
            exchange,
            (id) => {
              const found = made.get(`${readable.create} ${id}`)
              return found?.account === account ? found.exchange : undefined
            },
            traffic !== 'passing' || sources.areShown(account),
          ),
        )
      }
    },
  }

  function forgetDeleted({ request }: Exchange, forget: (key: string) => void): void {
    const last = request.path
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1)
    for (const { create } of readables) forget(`${create} ${last}`)
  }
}

function judged(
  contract: Contract,
  readable: Readable,
  read: Exchange,
  made: (id: string) => Exchange | undefined,
  isAllSeen: boolean,
): readonly Observation[] {
  const id = read.operation === readable.retrieve ? pathParameter(contract, read, readable.parameter) : undefined
  const created = id === undefined ? undefined : made(id)
  if (created === undefined) return []
  const { status } = read.response
  if (status === 404 || status === 410) {
    const isMissed =
      isAllSeen && knownAccountOf(contract, read) !== undefined && isAfter(read, created) && isKnownSince(read, created)
    if (!isMissed) return []
    return [
      {
        clause: readable.clause,
        judgement: departs({ at: 'status', expected: 'found', actual: status }),
        with: [created],
      },
    ]
  }
  return status < 300
    ? [{ clause: readable.clause, judgement: differing(readable, created, read), with: [created] }]
    : []
}

/** Values of another type are left to the schema, which says what they are to be. */
function differing({ id, same }: Readable, created: Exchange, read: Exchange): Judgement {
  return each([id, ...same], (at) => {
    const [expected, actual] = [valueAt(created.response.json, at), valueAt(read.response.json, at)]
    if (expected === undefined || actual === undefined || typeof expected !== typeof actual) return nothing
    return sameValue(expected, actual) ? kept() : departs({ at, expected, actual })
  })
}
