import type { Context } from './context.ts'
import type { ShownObject } from './endpoint.ts'
import type { Payout } from './records.ts'

/** A payout as the service shows it. */
export function showPayout({ account }: Context, payout: Payout): ShownObject {
  return {
    id: payout.id,
    object: 'payout',
    amount: payout.amount,
    arrival_date: payout.arrival_date,
    automatic: payout.automatic,
    balance_transaction: payout.balance_transaction,
    created: payout.created,
    currency: payout.currency,
    description: payout.description,
    destination: account.bank.id,
    failure_balance_transaction: payout.failure_balance_transaction,
    failure_code: payout.failure_code,
    failure_message: payout.failure_message,
    livemode: account.livemode,
    metadata: payout.metadata,
    method: payout.method,
    source_type: payout.source_type,
    statement_descriptor: payout.statement_descriptor,
    status: payout.status,
    type: 'bank_account',
  }
}
