import { showTransaction } from './balance-view.ts'
import { showBankAccount, showCard } from './card-view.ts'
import { showCharge, showRefund } from './charge-view.ts'
import type { Context } from './context.ts'
import { showCustomer } from './customer-view.ts'
import type { ShownObject } from './endpoint.ts'
import { showInvoice } from './invoice-view.ts'
import { showPayout } from './payout-view.ts'

/** What the retrieve call of an object answers with, whatever kind of object the id names. */
export function shownById(context: Context, id: string): ShownObject | undefined {
  const { account } = context
  const found = <Item>(
    item: Item | undefined,
    show: (context: Context, item: Item) => ShownObject,
  ): ShownObject | undefined => (item === undefined ? undefined : show(context, item))
  return (
    found(account.charges.get(id), showCharge) ??
    found(account.refunds.get(id), showRefund) ??
    found(account.customers.get(id), showCustomer) ??
    found(account.cards.get(id), showCard) ??
    found(account.transactions.get(id), showTransaction) ??
    found(account.payouts.get(id), showPayout) ??
    found(account.invoices.get(id), showInvoice) ??
    (id === account.bank.id ? showBankAccount(account.bank) : undefined)
  )
}
