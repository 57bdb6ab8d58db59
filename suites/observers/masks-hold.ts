import type { Observation, Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Mask, Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { departs, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { valueAt } from '../../model/json.ts'
import { accountOf, idAt, pathParameter } from './asked.ts'
import { isAnswerOfItsOwn } from './keyed.ts'
import { createMemory } from './memory.ts'
import type { Memory } from './memory.ts'
import { sentIn } from './sent.ts'
import { sightingsIn } from './sightings.ts'

const most = 4000

/** What is hidden of an object has its masked form wherever the object is shown, and is shown as it was written by the operations made for that. */
export const masksHold: Observer = {
  id: 'observer/masks-hold',
  clauses: ({ declaration: { resources } }) => [
    ...new Set(
      Object.values(resources).flatMap(({ masks = [] }) =>
        masks.flatMap(({ clause, clauses }) => [clause, ...Object.values(clauses)]),
      ),
    ),
  ],
  watch: (contract) => {
    const known = createMemory<string | undefined>(most)
    return (exchange) => {
      if (
        exchange.operation === undefined ||
        accountOf(contract, exchange) === undefined ||
        exchange.response.status >= 300
      )
        return []
      learn(contract, exchange, known)
      return sightingsIn(contract, exchange).flatMap(({ resource, at, object }): readonly Observation[] =>
        (resource.masks ?? []).flatMap((mask) => {
          const shown = valueAt(object, mask.at)
          const id = idAt(object, resource.id)
          if (typeof shown !== 'string' || id === undefined) return []
          const written = known.get(keyOf(id, mask))
          const clause = mask.clauses[exchange.operation ?? '']
          const place = `${at}${mask.at}`
          return clause === undefined
            ? [{ clause: mask.clause, judgement: isMaskedAs(mask, written, shown, place) }]
            : [{ clause, judgement: isInFull(mask, written, shown, place) }]
        }),
      )
    }
  },
}

const keyOf = (id: string, { at }: Mask): string => `${id} ${at}`

/** Notes what a request writes; what it leaves out stays as it was, and what a repeat under a key tells is of an earlier time. */
function learn(contract: Contract, exchange: Exchange, known: Memory<string | undefined>): void {
  const { operation = '', response } = exchange
  for (const resource of Object.values(contract.declaration.resources)) {
    const { create, update, masks = [], parameter } = resource
    if (masks.length === 0 || ![...create, update].includes(operation)) continue
    const isNew = create.includes(operation)
    const named = isNew || parameter === undefined ? undefined : pathParameter(contract, exchange, parameter)
    const id = named ?? idAt(valueAt(response.json, resource.at), resource.id)
    if (id === undefined) continue
    for (const mask of masks) learnOne({ contract, exchange, resource, mask, id, known })
  }
}

interface Lesson {
  readonly contract: Contract
  readonly exchange: Exchange
  readonly resource: Resource
  readonly mask: Mask
  readonly id: string
  readonly known: Memory<string | undefined>
}

function learnOne({ contract, exchange, resource, mask, id, known }: Lesson): void {
  const { operation = '', response } = exchange
  const sent = sentIn(exchange).at(mask.from ?? mask.at)
  const isNew = resource.create.includes(operation)
  // what nobody sends is told by the answer that shows it in full first
  const told =
    isNew && Object.hasOwn(mask.clauses, operation) ? valueAt(response.json, `${resource.at}${mask.at}`) : undefined
  const value = sent ?? told
  if (!isAnswerOfItsOwn(contract, exchange)) known.forget(keyOf(id, mask))
  else if (typeof value === 'string') known.note(keyOf(id, mask), value)
  else if (value === null) known.forget(keyOf(id, mask))
}

function isMaskedAs({ form, keeps = 0 }: Mask, written: string | undefined, shown: string, at: string): Judgement {
  if (!new RegExp(form, 'u').test(shown)) return departs({ at, expected: form, actual: shown })
  const end = keeps === 0 || written === undefined ? '' : written.slice(-keeps)
  return shown.endsWith(end) ? kept() : departs({ at, expected: `…${end}`, actual: shown })
}

function isInFull({ form }: Mask, written: string | undefined, shown: string, at: string): Judgement {
  if (written === undefined)
    return new RegExp(form, 'u').test(shown) && /[*X•]/u.test(shown)
      ? departs({ at, expected: 'in full', actual: shown })
      : kept()
  return shown === written ? kept() : departs({ at, expected: written, actual: shown })
}
