import type { Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Exchange } from '../../model/exchange.ts'
import { departs, kept } from '../../model/judgement.ts'
import { isObject, pointerSteps } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { idAt, pathParameter } from './asked.ts'
import { createMemory } from './memory.ts'
import { bodyOf } from './view.ts'

/** Operations about one object that is named in their path and shown in their answer. */
export interface Retrieval {
  readonly operations: readonly string[]
  /** Path parameter that takes the id. */
  readonly parameter: string
  /** JSON Pointer of the id in the answer. */
  readonly id: string
  /** An id can stand for another object than the one that has it, as a test token does. */
  readonly aliases?: true
  /** That of each operation where absent. */
  readonly clause?: string
}

const most = 20_000

/**
 * Whoever asks: the object that is read, changed or ended is the one whose id was asked for. Nothing has an id
 * that is answered with another one.
 */
export function retrievesAnswerWhatWasAsked(retrievals: readonly Retrieval[]): Observer {
  const names = new Set(retrievals.map(({ id }) => pointerSteps(id).at(-1) ?? ''))
  return {
    id: 'observer/retrieves-answer-what-was-asked',
    clauses: (contract) => [
      ...new Set(
        retrievals.flatMap(({ operations, clause }) =>
          operations.map((operation) => clause ?? clauseOf(contract, operation)),
        ),
      ),
    ],
    watch: (contract) => {
      const shown = createMemory<true>(most)
      const keys = createMemory<string>(most)
      return (exchange) => {
        // an answer to another request, under a key that was used for it, is for the clauses of keys to judge
        const key = headerOf(exchange.request, contract.provider.idempotencyHeader ?? '')
        const path = exchange.request.path
        const isReused = key !== undefined && (keys.get(key) ?? path) !== path
        if (key !== undefined && !isReused) keys.note(key, path)
        const observations = (isReused ? [] : retrievals).flatMap((retrieval) => {
          const [expected, actual] = askedAndAnswered(contract, exchange, retrieval)
          if (expected === undefined || actual === undefined) return []
          const isShown = shown.get(expected) !== undefined
          // an id that was never seen says something only where another one is answered
          if (!isShown && (retrieval.aliases === true || isSame(actual, expected))) return []
          return [
            {
              clause: retrieval.clause ?? clauseOf(contract, exchange.operation ?? ''),
              judgement: isSame(actual, expected) ? kept() : departs({ at: retrieval.id, expected, actual }),
            },
          ]
        })
        eachId(bodyOf(exchange), names, (id) => shown.note(id, true))
        return observations
      }
    },
  }
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

function askedAndAnswered(
  contract: Contract,
  exchange: Exchange,
  { operations, parameter, id }: Retrieval,
): readonly [string | undefined, string | undefined] {
  const { operation = '', response } = exchange
  if (!operations.includes(operation) || response.status >= 300) return [undefined, undefined]
  return [pathParameter(contract, exchange, parameter), idAt(response.json, id)]
}

/** Every text under one of these names, however deep. */
function eachId(value: Json | undefined, names: ReadonlySet<string>, visit: (id: string) => void): void {
  if (Array.isArray(value)) for (const item of value as readonly Json[]) eachId(item, names, visit)
  else if (isObject(value))
    for (const name of Object.keys(value)) {
      const inner = value[name]
      if (typeof inner !== 'string') eachId(inner, names, visit)
      else if (names.has(name)) visit(inner)
    }
}

function clauseOf({ operations, provider }: Contract, name: string): string {
  const operation = operations.get(name)
  if (operation === undefined) throw new Error(`no operation ${name} in the contract of ${provider.name}`)
  return operation.clause
}
