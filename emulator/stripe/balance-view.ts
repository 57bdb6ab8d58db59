import type { Context } from './context.ts'
import type { ShownObject } from './endpoint.ts'
import type { Transaction } from './records.ts'

/** A movement of the balance, as the service shows it. */
export function showTransaction({ rules, clock }: Context, transaction: Transaction): ShownObject {
  const { amount, currency, fee } = transaction
  return {
    id: transaction.id,
    object: 'balance_transaction',
    amount,
    available_on: transaction.available_on,
    created: transaction.created,
    currency,
    description: transaction.description,
    exchange_rate: null,
    fee,
    fee_details: rules.feeParts(fee).map((part) => ({
      amount: part,
      application: null,
      currency: rules.feeCurrency(currency),
      description: 'Processing fees',
      type: 'stripe_fee',
    })),
    net: rules.netOf(amount, fee),
    source: transaction.source,
    status: rules.isAvailable(transaction, clock.seconds()) ? 'available' : 'pending',
    type: transaction.type,
  }
}

function sumsByCurrency(context: Context, transactions: readonly Transaction[]): ReadonlyMap<string, number> {
  const { rules } = context
  const sums = new Map<string, number>()
  for (const { amount, fee, currency, type } of transactions) {
    sums.set(currency, (sums.get(currency) ?? 0) + rules.counted(amount - fee, type))
  }
  return sums
}

/** Funds that can be paid out now, in one currency. */
export function availableIn(context: Context, currency: string): number {
  const { account, clock, rules } = context
  const available = account.transactions.oldestFirst().filter((each) => rules.isAvailable(each, clock.seconds()))
  return sumsByCurrency(context, available).get(currency) ?? 0
}

/** The balance: one entry for each currency the account has moved, `usd` where it has moved none. */
export function showBalance(context: Context): ShownObject {
  const { account, clock, rules } = context
  const all = account.transactions.oldestFirst()
  const isAvailable = (each: Transaction): boolean => rules.isAvailable(each, clock.seconds())
  const currencies = all.length === 0 ? ['usd'] : [...new Set(all.map(({ currency }) => currency))]
  const entries = (transactions: readonly Transaction[]): readonly ShownObject[] => {
    const sums = sumsByCurrency(context, transactions)
    return currencies.map((currency) => {
      const amount = sums.get(currency) ?? 0
      return { currency, amount, source_types: rules.byKind(amount) }
    })
  }
  return {
    object: 'balance',
    available: entries(all.filter(isAvailable)),
    livemode: account.livemode,
    pending: entries(all.filter((each) => !isAvailable(each))),
  }
}
