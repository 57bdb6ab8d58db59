import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe/index.ts'

const day = 86_400

export const aboutCharges: readonly Lie<Rules>[] = [
  {
    id: 'currency-kept-as-sent',
    breaks: 'stripe.charges.create.lowers-currency',
    text: 'A currency in upper case comes back in upper case.',
    rules: () => ({ currencyOf: (text) => text }),
  },
  {
    id: 'tokens-only',
    breaks: 'stripe.charges.create.takes-card',
    text: 'The data of a card in place of a token is refused.',
    tamper: () => (request, response) =>
      request.url === '/v1/charges' && /source(?:%5B|\[)number/u.test(request.body)
        ? {
            ...response,
            status: 400,
            body: JSON.stringify({ error: { type: 'invalid_request_error', message: 'A token.', param: 'source' } }),
          }
        : response,
  },
  {
    id: 'charges-of-nobody',
    breaks: 'stripe.charges.create.names-the-customer',
    text: 'A charge of a customer shows no customer, though the list of that customer has it.',
    rules: () => ({ shownCustomer: () => null }),
  },
  {
    id: 'any-currency',
    breaks: 'stripe.charges.create.currency-supported',
    text: 'Three letters are a currency, supported or not.',
    rules: () => ({ isCurrency: (text) => /^[a-z]{3}$/iu.test(text) }),
  },
  {
    id: 'charges-of-a-cent',
    breaks: 'stripe.charges.create.amount-minimum',
    text: 'A charge of a single cent is made.',
    rules: () => ({ leastCharge: 1 }),
  },
  {
    id: 'checks-always-pass',
    breaks: 'stripe.charges.create.test-card-checks',
    text: 'The check of an address passes whatever the card is known for.',
    rules: ({ checkOnUse }) => ({
      checkOnUse: (before, result) => checkOnUse(before, result === 'unavailable' ? 'pass' : result),
    }),
  },
  {
    id: 'declines-leave-nothing',
    breaks: 'stripe.charges.create.decline-keeps-failed-charge',
    text: 'The charge that a decline names does not exist.',
    rules: () => ({ keepsFailedCharge: false }),
  },
  {
    id: 'failed-is-paid',
    breaks: 'stripe.charges.create.decline-keeps-failed-charge',
    text: 'A failed charge says that it was paid.',
    rules: () => ({ isPaid: () => true }),
  },
  {
    id: 'decline-names-no-charge',
    breaks: 'stripe.errors.object.charge-after-decline',
    text: 'The error of a declined charge does not name it.',
    rules: () => ({ failedChargeInError: () => undefined }),
  },
  {
    id: 'no-reason-for-declines',
    breaks: 'stripe.errors.object.decline-code-given',
    text: "The issuer's reason is kept back.",
    rules: () => ({ declineReason: () => undefined }),
  },
  {
    id: 'generic-declines',
    breaks: 'stripe.charges.create.decline-codes',
    text: 'Whatever the reason of a decline, it is said to be generic.',
    rules: ({ declineReason }) => ({
      declineReason: (decline) => (declineReason(decline) === undefined ? undefined : 'generic_decline'),
    }),
  },
  {
    id: 'expired-is-declined',
    breaks: 'stripe.errors.code.expired-card',
    text: 'An expired card is reported as declined.',
    rules: ({ declineWhenCharged }) => ({
      declineWhenCharged(card) {
        const decline = declineWhenCharged(card)
        return decline?.code === 'expired_card'
          ? { ...decline, code: 'card_declined', decline_code: 'expired_card' }
          : decline
      },
    }),
  },
  {
    id: 'rest-of-capture-kept',
    breaks: 'stripe.charges.capture.partial-refunds-rest',
    text: 'What a partial capture leaves is not refunded.',
    rules: () => ({ restOfCapture: () => 0 }),
  },
  {
    id: 'capture-beyond',
    breaks: 'stripe.charges.capture.above-amount',
    text: 'More can be captured than was authorized.',
    rules: () => ({ mayCaptureAmount: () => true }),
  },
  {
    id: 'captured-twice',
    breaks: 'stripe.charges.capture.twice',
    text: 'A captured charge can be captured again.',
    rules: ({ mayCapture }) => ({
      mayCapture: (charge, refunded) => mayCapture({ ...charge, captured: false }, refunded),
    }),
  },
  {
    id: 'refunded-then-captured',
    breaks: 'stripe.charges.capture.refunded',
    text: 'A released authorization can still be captured.',
    rules: ({ mayCapture }) => ({ mayCapture: (charge) => mayCapture(charge, 0) }),
  },
  {
    id: 'lapse-after-eight-days',
    breaks: 'stripe.charges.capture.lapses-after-seven-days',
    text: 'An authorization is held for eight days.',
    rules: () => ({ lapseSeconds: 8 * day }),
  },
  {
    id: 'lapse-after-six-days',
    breaks: 'stripe.charges.capture.held-for-seven-days',
    text: 'An authorization is held for six days only.',
    rules: () => ({ lapseSeconds: 6 * day }),
  },
  {
    id: 'authorization-has-money',
    breaks: 'stripe.charges.create.uncaptured',
    text: 'A charge that was only authorized names a transaction.',
    rules: ({ shownTransaction }) => ({
      shownTransaction: (charge) =>
        charge.paid && !charge.captured ? `txn_${charge.id.slice(3)}` : shownTransaction(charge),
    }),
  },
  {
    id: 'refund-above-charge',
    breaks: 'stripe.refunds.create.above-rest',
    text: 'A refund gives back more than is left of its charge.',
    rules: () => ({ exceedsRest: () => false }),
  },
  {
    id: 'refund-above-rest',
    breaks: 'stripe.refunds.create.above-rest',
    text: 'A refund is held against the charge, not against what is left of it.',
    rules: () => ({ exceedsRest: (amount, _left, charge) => amount > charge.amount }),
  },
  {
    id: 'refunded-again',
    breaks: 'stripe.refunds.create.of-refunded',
    text: 'A charge that was refunded in full can be refunded in full again.',
    rules: ({ mayRefund, refundable }) => ({
      mayRefund: (charge) => mayRefund(charge, 0),
      refundable: (charge, refunded) => (refunded === charge.amount ? charge.amount : refundable(charge, refunded)),
    }),
  },
  {
    id: 'failed-charge-refunded',
    breaks: 'stripe.refunds.create.of-failed',
    text: 'A failed charge can be refunded.',
    rules: ({ mayRefund }) => ({
      mayRefund: (charge, refunded) => mayRefund({ ...charge, status: 'succeeded' }, refunded),
    }),
  },
  {
    id: 'refunded-by-any-refund',
    breaks: 'stripe.refunds.create.refunded-when-whole',
    text: 'A charge is refunded as soon as a part of it was given back.',
    rules: () => ({ isRefunded: (_charge, refunded) => refunded > 0 }),
  },
  {
    id: 'last-refund-counts',
    breaks: 'stripe.refunds.create.raises-amount-refunded',
    text: 'amount_refunded is the amount of the last refund.',
    rules: () => ({ amountRefunded: (refunds) => refunds[0]?.amount ?? 0 }),
  },
  {
    id: 'release-moves-money',
    breaks: 'stripe.refunds.create.releases-uncaptured',
    text: 'The refund of an uncaptured charge takes money from the balance.',
    rules: () => ({ movesMoney: () => true }),
  },
  {
    id: 'charge-update-clears',
    breaks: 'stripe.charges.update.keeps-other-fields',
    text: 'An update of a charge clears the texts that it does not name.',
    rules: ({ keepUnnamed }) => ({
      keepUnnamed: (before, named, of) => keepUnnamed(of === 'charge' ? (null as typeof before) : before, named, of),
    }),
  },
]
