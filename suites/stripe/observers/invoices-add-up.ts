import { all, each, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { Observer } from '../../../model/check.ts'
import { isObject } from '../../../model/json.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { holds } from '../../vocabulary/judge.ts'
import { objectsIn } from './objects-in.ts'

const sums = 'stripe.invoices.create.adds-up'
const single = 'stripe.invoices.create.one-currency'

/** The lines that an invoice shows, and whether they are all. */
function linesOf({ lines }: JsonObject): { readonly shown: readonly JsonObject[]; readonly areAll: boolean } {
  if (!isObject(lines) || !Array.isArray(lines['data'])) return { shown: [], areAll: false }
  return { shown: (lines['data'] as readonly Json[]).filter(isObject), areAll: lines['has_more'] === false }
}

function addsUp(invoice: JsonObject, at: string): Judgement {
  const { subtotal, tax = null, total, discount = null } = invoice
  if (typeof subtotal !== 'number' || typeof total !== 'number') return nothing
  const { shown, areAll } = linesOf(invoice)
  const sum = shown.reduce((whole, { amount }) => whole + Number(amount), 0)
  const taxed = subtotal + (typeof tax === 'number' ? tax : 0)
  return all(
    areAll && Number.isFinite(sum) ? holds(subtotal === sum, `${at}/subtotal`, sum, subtotal) : nothing,
    discount === null ? holds(total === taxed, `${at}/total`, taxed, total) : nothing,
  )
}

const isInOneCurrency = (invoice: JsonObject, at: string): Judgement =>
  each(linesOf(invoice).shown, ({ currency = null }, index) =>
    holds(
      currency === invoice['currency'],
      `${at}/lines/data/${index}/currency`,
      invoice['currency'] ?? null,
      currency,
    ),
  )

/** The figures of each invoice agree with its lines. */
export const invoicesAddUp: Observer = {
  id: 'observer/invoices-add-up',
  clauses: () => [sums, single],
  watch: () => (exchange) =>
    objectsIn(exchange.response.json, 'invoice').flatMap(({ at, object }) => [
      { clause: sums, judgement: addsUp(object, at) },
      { clause: single, judgement: isInOneCurrency(object, at) },
    ]),
}
