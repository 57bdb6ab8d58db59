import type { Check } from '../model/check.ts'
import { example } from '../model/check.ts'
import { equals } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { refusedAs } from './refusal.ts'
import { givenInvoice, of, payFrom } from './scenes.ts'

const paid = example('strike/payments/pays-the-invoice', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    const lnInvoice = textAt(await trial.given('createQuote', of(invoice)), '/lnInvoice')
    const payer = trial.as('payer')
    const quote = await payer.given('createPaymentQuote', { body: { lnInvoice, sourceCurrency: 'USD' } })
    await payer.given('executePaymentQuote', { path: { paymentQuoteId: textAt(quote, '/paymentQuoteId') } })
    return trial.given('retrieveInvoice', of(invoice))
  },
  judge: {
    'strike.payments.execute.pays': (fetched) => equals(fetched, '/state', 'PAID'),
  },
})

const toSelf = example('strike/payments/not-to-oneself', {
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    return {
      refused: await payFrom(trial, trial, of(invoice)),
      fetched: await trial.given('retrieveInvoice', of(invoice)),
    }
  },
  judge: {
    'strike.payments.execute.not-to-self': ({ refused, fetched }) => [
      ...refusedAs(refused, 422, 'SELF_PAYMENT_NOT_ALLOWED'),
      ...equals(fetched, '/state', 'UNPAID'),
    ],
  },
})

export const payments: readonly Check[] = [paid, toSelf]
