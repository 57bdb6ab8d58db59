import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe/index.ts'
import type { Updated } from '../../stripe/rules/customers.ts'

/** An update that sets to null what it does not name, for one kind of object. */
function clearing(kind: Updated): Pick<Lie<Rules>, 'rules'> {
  return {
    rules: ({ keepUnnamed }) => ({
      keepUnnamed: (before, named, of) => keepUnnamed(of === kind ? (null as typeof before) : before, named, of),
    }),
  }
}

export const aboutCustomers: readonly Lie<Rules>[] = [
  {
    id: 'attached-without-holder',
    breaks: 'stripe.cards.create.as-in-token',
    text: 'An attached card does not say whose it is.',
    tamper: () => (request, response) =>
      request.method === 'POST' && request.url.endsWith('/sources')
        ? { ...response, body: response.body.replace(/"name":"[^"]*"/u, '"name":null') }
        : response,
  },
  {
    id: 'declined-update-is-half-done',
    breaks: 'stripe.customers.update.refusal-changes-nothing',
    text: 'An update with a card that is declined is shown afterwards as if its other fields had been taken over.',
    tamper() {
      const descriptions = new Map<string, string>()
      return (request, response) => {
        const customer = /^\/v1\/customers\/(\w+)$/u.exec(request.url)?.[1]
        if (customer === undefined) return response
        const sent = new URLSearchParams(request.body).get('description')
        if (response.status === 402 && sent !== null) descriptions.set(customer, sent)
        const kept = descriptions.get(customer)
        if (kept === undefined || response.status !== 200) return response
        return { ...response, body: JSON.stringify({ ...JSON.parse(response.body), description: kept }) }
      }
    },
  },
  {
    id: 'customer-update-clears',
    breaks: 'stripe.customers.update.keeps-other-fields',
    text: 'An update of a customer clears the texts that it does not name.',
    ...clearing('customer'),
  },
  {
    id: 'card-update-clears',
    breaks: 'stripe.cards.update.keeps-other-fields',
    text: 'An update of a card clears the parts of the address that it does not name.',
    ...clearing('card'),
  },
  {
    id: 'deleted-customers-listed',
    breaks: 'stripe.customers.delete.leaves-list',
    text: 'A deleted customer stays in the list.',
    rules: () => ({ isListed: () => true }),
  },
  {
    id: 'deleted-customers-not-found',
    breaks: 'stripe.customers.retrieve.deleted',
    text: 'A deleted customer is not found any more.',
    rules: () => ({ showsDeleted: false }),
  },
  {
    id: 'e-mail-of-any-length',
    breaks: 'stripe.customers.create.email-length',
    text: 'An e-mail of more than 512 characters is kept.',
    rules: () => ({ emailLength: 5000 }),
  },
  {
    id: 'new-source-beside-the-old',
    breaks: 'stripe.customers.update.source-becomes-default',
    text: 'A source given to a customer is added, and the default stays.',
    rules: () => ({ replacesDefault: false }),
  },
  {
    id: 'last-card-is-default',
    breaks: 'stripe.cards.create.first-is-default',
    text: 'The card attached last is the default.',
    rules: () => ({ defaultAfterAdding: (_before, added) => added }),
  },
  {
    id: 'default-card-is-gone',
    breaks: 'stripe.cards.delete.default-moves-on',
    text: 'A customer keeps naming its default card after that was deleted.',
    rules: () => ({ defaultAfterRemoving: (before) => before }),
  },
  {
    id: 'declined-cards-attach',
    breaks: 'stripe.cards.create.declined',
    text: 'A card is not verified when it is attached.',
    rules: () => ({ declineWhenAttached: () => undefined }),
  },
  {
    id: 'fingerprints-of-cards',
    breaks: 'stripe.cards.create.same-number-same-fingerprint',
    text: 'Each card has a fingerprint of its own, whatever its number.',
    rules({ fingerprintOf }) {
      let made = 0
      return { fingerprintOf: (number, account) => fingerprintOf(`${number}/${(made += 1)}`, account) }
    },
  },
  {
    id: 'tokens-used-twice',
    breaks: 'stripe.tokens.use.once',
    text: 'A token can be used any number of times.',
    rules: () => ({ isSpent: () => false }),
  },
  {
    id: 'tokens-look-unused',
    breaks: 'stripe.tokens.use.marks-used',
    text: 'A used token does not say so.',
    rules: () => ({ showsUsed: () => false }),
  },
  {
    id: 'token-shows-customer',
    breaks: 'stripe.tokens.object.card-shape',
    text: 'The card of a token has a customer.',
    rules: () => ({ tokenShowsCustomer: true }),
  },
  {
    id: 'first-four-digits',
    breaks: 'stripe.tokens.create.shows-card',
    text: 'last4 shows the first four digits.',
    rules: () => ({ lastFour: (number) => number.slice(0, 4) }),
  },
  {
    id: 'number-leaks',
    breaks: 'stripe.tokens.create.never-shows-number',
    text: 'last4 shows the whole number.',
    rules: () => ({ lastFour: (number) => number }),
  },
  {
    id: 'check-digit-unchecked',
    breaks: 'stripe.errors.code.incorrect-number',
    text: 'A number with a wrong check digit is taken.',
    rules: () => ({ hasCheckDigit: () => true }),
  },
  {
    id: 'cards-of-the-past',
    breaks: 'stripe.errors.code.invalid-expiry-year',
    text: 'A year that is past is taken.',
    rules: ({ isYear }) => ({
      isYear: (year, now) => isYear(year, now) || (year > 1900 && year < now.getUTCFullYear()),
    }),
  },
  {
    id: 'security-codes-of-any-length',
    breaks: 'stripe.errors.code.invalid-cvc',
    text: 'A security code of two digits is taken.',
    rules: () => ({ isCvc: (cvc) => /^\d+$/u.test(cvc) }),
  },
  {
    id: 'no-card-is-declined',
    breaks: 'stripe.errors.code.missing',
    text: 'A customer without a card is reported as declined.',
    rules: ({ cardCodes }) => ({ cardCodes: { ...cardCodes, noCard: 'card_declined' } }),
  },
  {
    id: 'cvc-rule-without-effect',
    breaks: 'stripe.errors.radar.cvc-rule',
    text: 'The rule for security codes declines nothing.',
    rules: ({ declineByRules }) => ({ declineByRules: (on, failed) => declineByRules({ ...on, cvc: false }, failed) }),
  },
  {
    id: 'zip-rule-without-effect',
    breaks: 'stripe.errors.code.incorrect-zip',
    text: 'The rule for zip codes declines nothing.',
    rules: ({ declineByRules }) => ({ declineByRules: (on, failed) => declineByRules({ ...on, zip: false }, failed) }),
  },
  {
    id: 'rules-always-on',
    breaks: 'stripe.errors.radar.rules-can-be-off',
    text: 'The rules decline a card although they are switched off.',
    rules: ({ declineByRules }) => ({
      declineByRules: (_on, failed) => declineByRules({ cvc: true, zip: true }, failed),
    }),
  },
]
