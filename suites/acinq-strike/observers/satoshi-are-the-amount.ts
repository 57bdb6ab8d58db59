import type { Observer } from '../../../model/check.ts'
import { each, nothing } from '../../../model/judgement.ts'
import { isObject, valueAt } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import { holds } from '../../vocabulary/judge.ts'

const clause = 'acinq-strike.charge.satoshi.equals-amount'
const showing: ReadonlySet<string> = new Set(['createCharge', 'retrieveCharge', 'listCharges'])

/** Every charge in bitcoin has the same amount in satoshi. */
export const satoshiAreTheAmount: Observer = {
  id: 'acinq-strike/observers/satoshi-are-the-amount',
  clauses: () => [clause],
  watch:
    () =>
    ({ direction, operation = '', response }) => {
      if (direction === 'inbound' || response.status >= 300 || !showing.has(operation)) return []
      const shown = response.json
      const charges = Array.isArray(shown) ? (shown as readonly Json[]) : [shown]
      const judgement = each(charges, (charge, index) => {
        const [amount, satoshi] = [valueAt(charge, '/amount'), valueAt(charge, '/amount_satoshi')]
        if (!isObject(charge) || charge['currency'] !== 'btc') return nothing
        if (typeof amount !== 'number' || typeof satoshi !== 'number') return nothing
        return holds(satoshi === amount, `${Array.isArray(shown) ? `/${index}` : ''}/amount_satoshi`, amount, satoshi)
      })
      return [{ clause, judgement }]
    },
}
