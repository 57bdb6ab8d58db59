import type { Collection } from '../collection.ts'
import type { Account } from './account.ts'
import type { Context } from './context.ts'
import type { Customer } from './records.ts'
import { refuse } from './refusal.ts'

type Kept = 'charges' | 'refunds' | 'customers' | 'tokens' | 'transactions' | 'payouts' | 'invoices' | 'invoiceItems'
type ItemOf<Name extends Kept> = Account[Name] extends Collection<infer Item> ? Item : never

/** The object that a path names, or the answer that there is none. */
export function inPath<Name extends Kept>(context: Context, name: Name, noun: string, id = ''): ItemOf<Name> {
  const { account, everyone, rules } = context
  const kept = (each: Account): ItemOf<Name> | undefined => (each[name] as Collection<ItemOf<Name>>).get(id)
  const found = rules.visible(kept(account), () => everyone.map(kept).find((item) => item !== undefined))
  return found ?? refuse(rules.unknownInPath(noun, id))
}

/** The object that a parameter names, or the answer that there is none. */
export function inParameter<Item>(
  { rules }: Context,
  collection: Collection<Item>,
  noun: string,
  id: string,
  param: string,
): Item {
  return collection.get(id) ?? refuse(rules.unknownInParameter(noun, id, param))
}

/** A customer that a parameter names and that has not been deleted. */
export function customerInParameter(context: Context, id: string): Customer {
  const customer = inParameter(context, context.account.customers, 'customer', id, 'customer')
  return context.rules.isGone(customer)
    ? refuse(context.rules.unknownInParameter('customer', id, 'customer'))
    : customer
}

/** A customer that a path names and that has not been deleted. */
export function customerInPath(context: Context, id: string | undefined): Customer {
  const customer = inPath(context, 'customers', 'customer', id)
  return context.rules.isGone(customer) ? refuse(context.rules.unknownInPath('customer', id ?? '')) : customer
}
