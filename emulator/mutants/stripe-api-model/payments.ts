import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe-api-model/index.ts'
import { refuse } from '../../stripe-api-model/refusal.ts'
import { failure } from './rewording.ts'

const clause = (id: string): string => `stripe-api-model.${id}`

const without =
  (name: string) =>
  ({ chargeNeeds }: Rules): Partial<Rules> => ({ chargeNeeds: chargeNeeds.filter((other) => other !== name) })

/** Lies about charges and refunds. */
export const aboutPayments: readonly Lie<Rules>[] = [
  {
    id: 'equal-charges-are-one',
    breaks: clause('charges.create.new'),
    text: 'A charge of a customer and an amount that were charged before is the earlier one.',
    rules: () => ({
      chargeFor: (fresh, { charges }) =>
        charges
          .oldestFirst()
          .find(({ customerId, amount }) => customerId === fresh.customerId && amount === fresh.amount) ?? fresh,
    }),
  },
  {
    id: 'charge-loses-its-description',
    breaks: clause('charges.create.echoes'),
    text: 'The description of a charge is not kept.',
    rules: () => ({ chargeKept: (charge) => ({ ...charge, description: null }) }),
  },
  {
    id: 'large-amounts-lose-precision',
    breaks: clause('charges.create.echoes'),
    text: 'An amount goes through a number of 24 bits.',
    rules: () => ({ chargeKept: (charge) => ({ ...charge, amount: Math.fround(charge.amount) }) }),
  },
  {
    id: 'currency-as-written',
    breaks: clause('charges.create.currency-case'),
    text: 'A currency in small letters stays so.',
    rules: () => ({ currencyOf: (text) => text }),
  },
  {
    id: 'charges-of-nothing',
    breaks: clause('charges.create.needs-amount'),
    text: 'A charge without an amount is one of 0.',
    rules: without('amount'),
  },
  {
    id: 'charges-in-dollars',
    breaks: clause('charges.create.needs-currency'),
    text: 'A charge without a currency is in USD.',
    rules: without('currency'),
  },
  {
    id: 'charges-of-nobody',
    breaks: clause('charges.create.needs-customer'),
    text: 'A charge needs no customer.',
    rules: (honest) => ({ ...without('customerId')(honest), chargeNeedsKnownCustomer: false }),
  },
  {
    id: 'too-small-is-a-failed-payment',
    breaks: clause('errors.bad-request.domain'),
    text: 'An amount that is too small is answered 402.',
    tamper: () => (_, response) =>
      response.status === 400 && response.body.includes('is less than')
        ? failure(response, 402, 'requestFailed')
        : response,
  },
  {
    id: 'negative-charges',
    breaks: clause('charges.create.amount'),
    text: 'A charge of a negative amount is taken.',
    rules: () => ({ leastCharged: -Infinity }),
  },
  {
    id: 'numbers-of-charges-are-guessed',
    breaks: clause('charges.create.amount'),
    text: 'An amount that is no number is taken for 1.',
    rules: ({ wholeNumber }) => ({
      wholeNumber: (text, of) => wholeNumber(text, of) ?? (of === 'charge' ? 1 : undefined),
    }),
  },
  {
    id: 'charges-in-any-currency',
    breaks: clause('charges.create.currency'),
    text: 'Any word is taken for the currency of a charge.',
    rules: ({ isCurrency }) => ({ isCurrency: (text, of) => of === 'charge' || isCurrency(text, of) }),
  },
  {
    id: 'customers-of-charges-are-not-looked-up',
    breaks: clause('charges.create.unknown-customer'),
    text: 'A charge can name any customer.',
    rules: () => ({ chargeNeedsKnownCustomer: false }),
  },
  {
    id: 'unknown-references-are-forbidden',
    breaks: clause('refunds.create.unknown-charge'),
    text: 'A reference to something that is not there is answered 403.',
    rules: () => ({ unknownReference: (parameter) => refuse('forbidden', 'This is not yours.', parameter) }),
  },
  {
    id: 'charges-without-a-card',
    breaks: clause('charges.create.without-card'),
    text: 'A customer without a card can be charged.',
    rules: () => ({ cardPays: () => true }),
  },
  {
    id: 'failed-charges-are-kept',
    breaks: clause('charges.create.without-card'),
    text: 'A charge that failed stands in the list.',
    rules: () => ({ storesFailedCharges: true }),
  },
  {
    id: 'refunded-to-begin-with',
    breaks: clause('charges.object.unrefunded'),
    text: 'One unit of a new charge counts as refunded.',
    rules: () => ({ chargeKept: (charge) => ({ ...charge, refundedAmount: 1 }) }),
  },
  {
    id: 'retrieved-charge-has-another-state',
    breaks: clause('charges.retrieve.same'),
    text: 'A retrieved charge is settled.',
    rules: () => ({ showRetrievedCharge: (view) => ({ ...view, status: 'settled' }) }),
  },
  {
    id: 'refunds-in-dollars',
    breaks: clause('refunds.create.echoes'),
    text: 'A refund is always in USD.',
    rules: () => ({ refundKept: (refund) => ({ ...refund, currency: 'USD' }) }),
  },
  {
    id: 'rest-is-the-whole-charge',
    breaks: clause('refunds.create.rest'),
    text: 'A refund without an amount is one of the whole charge, and refused after another.',
    rules: () => ({ refundedAmount: (wanted, _, charged) => wanted ?? charged }),
  },
  {
    id: 'refunds-above-the-charge',
    breaks: clause('refunds.create.above-charge'),
    text: 'More can be refunded than was charged.',
    rules: () => ({ isRefundable: () => true }),
  },
  {
    id: 'only-the-last-refund-counts',
    breaks: clause('refunds.create.sum'),
    text: 'refundedAmount is the amount of the last refund.',
    rules: () => ({ chargeAfterRefund: (charge, amount) => ({ ...charge, refundedAmount: amount }) }),
  },
  {
    id: 'refunds-on-credit',
    breaks: clause('refunds.create.without-funds'),
    text: 'A refund needs no funds.',
    rules: () => ({ refundIsCovered: () => true }),
  },
  {
    id: 'refunds-of-the-newest-charge',
    breaks: clause('refunds.create.needs-charge'),
    text: 'A refund without a charge is one of the newest.',
    rules: () => ({ refundNeeds: [] }),
  },
  {
    id: 'negative-refunds',
    breaks: clause('refunds.create.amount'),
    text: 'A refund of a negative amount is taken.',
    rules: () => ({ leastRefunded: -Infinity, isRefundable: (amount, left) => amount <= left }),
  },
  {
    id: 'numbers-of-refunds-are-guessed',
    breaks: clause('refunds.create.amount'),
    text: 'An amount that is no number is taken for 1.',
    rules: ({ wholeNumber }) => ({
      wholeNumber: (text, of) => wholeNumber(text, of) ?? (of === 'refund' ? 1 : undefined),
    }),
  },
  {
    id: 'retrieved-refund-is-pending',
    breaks: clause('refunds.retrieve.same'),
    text: 'A retrieved refund is pending for ever.',
    rules: () => ({ showRetrievedRefund: (view) => ({ ...view, status: 'pending' }) }),
  },
]
