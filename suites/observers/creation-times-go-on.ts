import type { Observation, Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { CreationTime } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { millisecondsOf } from '../../model/instant.ts'
import { departs, kept } from '../../model/judgement.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { isAfter, knownAccountOf } from './asked.ts'
import { isAnswerOfItsOwn } from './keyed.ts'
import { createMemory } from './memory.ts'

interface Made {
  readonly exchange: Exchange
  readonly clause: string
  readonly at: string
  readonly value: Json
  readonly ms: number
}

/** How far the clocks of the machines of one service may be apart. */
const tolerance = 5 * 60 * 1000
const mostAccounts = 1000

/**
 * Whoever creates: what is made later was not created earlier. Of two that disagree, the one is wrong that also disagrees with
 * the one before them. Nobody's clock is needed for it.
 */
export const creationTimesGoOn: Observer = {
  id: 'observer/creation-times-go-on',
  clauses: ({ declaration: { resources } }) => [
    ...new Set(Object.values(resources).flatMap(({ created }) => created?.clause ?? [])),
  ],
  watch: (contract) => {
    const accounts = createMemory<{ readonly before?: Made | undefined; readonly last: Made }>(mostAccounts)
    return (exchange) => {
      const account = knownAccountOf(contract, exchange)
      const made = account === undefined ? undefined : madeBy(contract, exchange)
      if (account === undefined || made === undefined) return []
      const { before, last } = accounts.get(account) ?? {}
      if (last !== undefined && !isAfter(exchange, last.exchange)) return []
      const [wrong, right] = wrongOf(before, last, made)
      // what is wrong is no measure of what comes after it
      if (wrong !== made) accounts.note(account, { before: wrong === undefined ? last : before, last: made })
      if (wrong !== undefined && right !== undefined) return [departure(wrong, right)]
      return last === undefined ? [] : [{ clause: made.clause, judgement: kept() }]
    }
  },
}

/** Which of the last two is wrong, and the other one. */
function wrongOf(before: Made | undefined, last: Made | undefined, made: Made): readonly [Made?, Made?] {
  if (last === undefined || made.ms >= last.ms - tolerance) return []
  const isOff = ({ ms, exchange }: Made): number =>
    before === undefined ? Math.abs(ms - exchange.startedAt) : Math.max(0, before.ms - tolerance - ms)
  return isOff(made) > isOff(last) ? [made, last] : [last, made]
}

function departure(wrong: Made, right: Made): Observation {
  const [earlier, later] = wrong.exchange.id < right.exchange.id ? [wrong, right] : [right, wrong]
  const side = wrong === earlier ? 'not after' : 'not before'
  return {
    clause: wrong.clause,
    judgement: departs({ at: wrong.at, expected: { [side]: right.value }, actual: wrong.value, in: wrong.exchange }),
    with: [earlier.exchange, later.exchange].filter((one) => one !== later.exchange),
  }
}

function madeBy(contract: Contract, exchange: Exchange): Made | undefined {
  const { operation = '', response } = exchange
  if (response.status >= 300 || exchange.direction === 'inbound') return undefined
  for (const { at, create, created } of Object.values(contract.declaration.resources)) {
    if (created === undefined || !create.includes(operation) || !isAnswerOfItsOwn(contract, exchange)) continue
    const value = valueAt(response.json, `${at}${created.at}`)
    const ms = msOf(value, created)
    return value === undefined || Number.isNaN(ms)
      ? undefined
      : { exchange, clause: created.clause, at: `${at}${created.at}`, value, ms }
  }
  return undefined
}

function msOf(value: Json | undefined, { unit }: CreationTime): number {
  if (unit === 'instant') return millisecondsOf(value)
  return typeof value === 'number' ? value * (unit === 'seconds' ? 1000 : 1) : Number.NaN
}
