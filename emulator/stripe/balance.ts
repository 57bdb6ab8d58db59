import { showBalance, showTransaction } from './balance-view.ts'
import { newId } from './context.ts'
import type { Context } from './context.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoint } from './endpoint.ts'
import { string } from './fields.ts'
import { inPath } from './found.ts'
import { inOrderOfCreation, listFields, page, range } from './lists.ts'
import type { Transaction } from './records.ts'

/** Enters a movement into the account's books. */
export function post(context: Context, movement: Omit<Transaction, 'id' | 'created'>): Transaction {
  const id = newId(context, 'txn')
  return context.account.transactions.put(id, { id, created: context.clock.seconds(), ...movement })
}

const history = {
  ...listFields,
  available_on: range,
  created: range,
  currency: string(),
  payout: string(),
  source: string(),
  type: string(),
}

/** Balance and its history. */
export const balance: Readonly<Record<string, Endpoint>> = {
  'GET /v1/balance': endpoint({ fields: {}, returns: 'balance', answer: ({ context }) => showBalance(context) }),

  'GET /v1/balance/history': endpoint({
    fields: history,
    returns: 'list:balance_transaction',
    answer({ context, input, url }) {
      const { account, rules } = context
      return page(
        { context, input, url },
        {
          noun: 'balance transaction',
          ...inOrderOfCreation(account.transactions),
          keep: (each) =>
            rules.inRange(each.created, input.created ?? {}) &&
            rules.inRange(each.available_on, input.available_on ?? {}) &&
            rules.transactionHasCurrency(each, input.currency) &&
            rules.transactionHasType(each, input.type) &&
            rules.transactionIsOf(each, input.source) &&
            rules.transactionIsOf(each, input.payout),
          show: (each) => showTransaction(context, each),
        },
      )
    },
  }),

  'GET /v1/balance/history/:transaction': endpoint({
    fields: {},
    returns: 'balance_transaction',
    answer({ context, path }) {
      return showTransaction(context, inPath(context, 'transactions', 'balance transaction', path['transaction']))
    },
  }),
}
