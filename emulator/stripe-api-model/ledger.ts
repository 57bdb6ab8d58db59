import type { Call, Handler } from './call.ts'
import { list, retrieve } from './lists.ts'
import type { Movement, Transaction } from './records.ts'

/** Books a movement of the balance. */
export function post(
  { rules, account, ids, clock }: Call,
  type: Movement,
  sourceId: string,
  moved: number,
  currency: string,
): void {
  if (!rules.isPosted(type)) return
  const amount = rules.signed(type, moved)
  const fee = rules.feeOf(type, moved)
  const transaction: Transaction = {
    transactionId: rules.newId('transaction', ids, account),
    type,
    sourceId,
    amount,
    fee,
    net: rules.netOf(amount, fee),
    currency,
    createdAt: clock.seconds(),
  }
  account.transactions.put(transaction.transactionId, transaction)
}

export const retrieveBalance: Handler = ({ rules, account }) => {
  const currencies = [...new Set(account.transactions.oldestFirst().map(({ currency }) => currency))]
  const available = currencies.map((currency) => ({
    currency,
    amount: rules.shownBalance(rules.availableOf(account.transactions, currency), account),
  }))
  return { status: 200, body: rules.showBalance(available) }
}

export const retrieveTransaction: Handler = (call) =>
  retrieve(call, call.account.transactions, call.params['transactionId'], (transaction) =>
    call.rules.showRetrievedTransaction(call.rules.showTransaction(transaction)),
  )

export const listTransactions: Handler = (call) => list(call, call.account.transactions, call.rules.showTransaction)
