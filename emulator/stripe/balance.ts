import { showBalance, showTransaction } from './balance-view.ts'
import { newId } from './context.ts'
import type { Context } from './context.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoint } from './endpoint.ts'
import { string } from './fields.ts'
import { listFields, page, range } from './lists.ts'
import type { Transaction } from './records.ts'
import { refuse } from './refusal.ts'

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
      const within = (value: string | null | undefined, actual: string): boolean => (value ?? actual) === actual
      return page(
        { context, input, url },
        {
          noun: 'balance transaction',
          newestFirst: account.transactions.newestFirst(),
          keep: (each) =>
            rules.inRange(each.created, input.created ?? {}) &&
            rules.inRange(each.available_on, input.available_on ?? {}) &&
            within(input.currency, each.currency) &&
            within(input.type, each.type) &&
            within(input.source, each.source) &&
            within(input.payout, each.source),
          show: (each) => showTransaction(context, each),
        },
      )
    },
  }),

  'GET /v1/balance/history/:transaction': endpoint({
    fields: {},
    returns: 'balance_transaction',
    answer({ context, path }) {
      const id = path['transaction'] ?? ''
      const found = context.account.transactions.get(id)
      return found === undefined
        ? refuse(context.rules.unknownInPath('balance transaction', id))
        : showTransaction(context, found)
    },
  }),
}
