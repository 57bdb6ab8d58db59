import { departs, each, kept, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { Observer } from '../../../model/check.ts'
import { isObject } from '../../../model/json.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { objectsIn } from './objects-in.ts'

const sums = 'stripe.balance.entry.source-types-sum'
const single = 'stripe.balance.entry.one-per-currency'

const fundsOf = (balance: JsonObject, name: string): readonly JsonObject[] =>
  Array.isArray(balance[name]) ? (balance[name] as readonly Json[]).filter(isObject) : []

function sumAgrees({ amount, source_types: types }: JsonObject, at: string): Judgement {
  if (!isObject(types)) return nothing
  const sum = Object.values(types).reduce<number>((total, part) => total + Number(part), 0)
  return sum === amount ? kept() : departs({ at: `${at}/amount`, expected: sum, actual: amount ?? null })
}

function onePerCurrency(funds: readonly JsonObject[], at: string): Judgement {
  const currencies = funds.map(({ currency }) => currency ?? null)
  if (currencies.length === 0) return nothing
  return new Set(currencies).size === currencies.length
    ? kept()
    : departs({ at, expected: 'each currency once', actual: currencies })
}

/** The funds of each balance agree with their breakdown. */
export const balancesAddUp: Observer = {
  id: 'observer/balances-add-up',
  clauses: () => [sums, single],
  watch: () => (exchange) =>
    objectsIn(exchange.response.json, 'balance').flatMap(({ at, object }) =>
      ['available', 'pending'].flatMap((name) => {
        const funds = fundsOf(object, name)
        return [
          { clause: sums, judgement: each(funds, (fund, index) => sumAgrees(fund, `${at}/${name}/${index}`)) },
          { clause: single, judgement: onePerCurrency(funds, `${at}/${name}`) },
        ]
      }),
    ),
}
