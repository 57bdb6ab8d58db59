import { nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { read, textAt } from '../vocabulary/read.ts'

/** One with decimals besides the usual one, and one without. */
export const currencies = ['usd', 'eur', 'jpy'] as const

/** A transaction in a currency of its own, into which the account's settlement converts, has another amount. */
export const unlessConverted = (transaction: Exchange, judgement: Judgement): Judgement =>
  typeof read(transaction, '/exchange_rate') === 'number' ? nothing : judgement

export const transactionOf = async (trial: Trial, made: Exchange): Promise<Exchange> =>
  trial.given('retrieveBalanceTransaction', { path: { transaction: textAt(made, '/balance_transaction') } })

/** An odd amount, in the smallest unit. */
export const amount = 1003

/** One of the resources suffices where less than everything is to be judged. */
export function ofResource(resource: string, checks: readonly Check[]): readonly Check[] {
  return checks.map((check) => ({ ...check, cell: { law: 'money', resource } }))
}
