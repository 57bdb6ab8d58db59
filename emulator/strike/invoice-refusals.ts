import type { Account } from './account.ts'
import { refuse } from './codes.ts'
import type { Refusal } from './codes.ts'
import { parseDecimal } from './decimal.ts'
import type { Asked } from './invoices.ts'
import type { Money } from './records.ts'
import type { Context } from './world.ts'

/** Why a request for an invoice that has no faults is refused, if it is. */
export function refusesInvoice(context: Context, receiver: Account, asked: Asked): Refusal | undefined {
  const { rules } = context
  if (!rules.canReceive(receiver)) return refuse('INVALID_RECIPIENT')
  const { currency } = asked.amount
  if (!rules.isInvoiceable(receiver, currency)) return refuse('USER_CURRENCY_UNAVAILABLE', { currency })
  return refusesAmount(context, receiver, asked.amount) ?? refusesCorrelationId(context, asked.correlationId)
}

function refusesAmount({ rules }: Context, receiver: Account, money: Money): Refusal | undefined {
  const amount = parseDecimal(money.amount)
  if (amount === undefined || !rules.isAboveZero(amount)) return refuse('INVALID_AMOUNT')
  const limit = receiver.settings.limits[money.currency]
  const most = limit === undefined ? undefined : parseDecimal(limit)
  if (limit === undefined || most === undefined || !rules.isAboveLimit(amount, most)) return undefined
  return refuse('AMOUNT_TOO_HIGH', { limit: rules.shownLimit({ amount: limit, currency: money.currency }) })
}

function refusesCorrelationId(
  { world, rules, account }: Context,
  correlationId: string | undefined,
): Refusal | undefined {
  if (correlationId === undefined) return undefined
  const isTaken =
    account.reserved.has(correlationId) ||
    world.invoices.oldestFirst().some((invoice) => rules.isDuplicate(invoice, account.id, correlationId))
  return isTaken ? refuse('DUPLICATE_INVOICE', rules.duplicateValues(correlationId)) : undefined
}
