import { derived, example, hasStatus, textAt } from 'assay/suite'
import type { Check, Contract, Exchange, Suite } from 'assay/suite'

const own: readonly Check[] = [
  example<Exchange>('acme/refunds/once', {
    arrange: async (trial) => {
      const payment = await trial.given('createPayment', { body: { amount: 1250, currency: 'EUR' } })
      const path = { paymentId: textAt(payment, '/id') }
      await trial.given('refundPayment', { path })
      return trial.call('refundPayment', { path })
    },
    judge: { 'acme.payments.refunds.once': (second) => hasStatus(second, 409) },
  }),
]

/** What the description promises, and what it does not tell. */
export function suite(contract: Contract): Suite {
  const { checks, ...rest } = derived(contract)
  return { checks: [...checks, ...own], ...rest }
}
