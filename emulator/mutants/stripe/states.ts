import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe/index.ts'

/** Lies about objects in one state alone. */
export const aboutStates: readonly Lie<Rules>[] = [
  {
    id: 'failed-charges-of-nobody',
    breaks: 'stripe.charges.list.by-customer',
    text: 'The charges of a customer are listed without those that failed.',
    rules: ({ chargeIsOf }) => ({
      chargeIsOf: (charge, customer) => chargeIsOf(charge, customer) && (customer === undefined || charge.paid),
    }),
  },
  {
    id: 'paid-payouts-are-pending',
    breaks: 'stripe.payouts.list.by-status',
    text: 'Payouts that have arrived are found among the pending ones as well.',
    rules: ({ payoutHasStatus }) => ({
      payoutHasStatus: (payout, status) =>
        payoutHasStatus(payout, status) || (status === 'pending' && payout.status === 'paid'),
    }),
  },
  {
    id: 'canceled-payouts-of-everybody',
    breaks: 'stripe.authentication.account.own-objects-only',
    text: 'A payout that was canceled is found by any account.',
    rules: () => ({
      visible(own, elsewhere) {
        const other = own === undefined ? elsewhere() : undefined
        const isCanceled =
          typeof other === 'object' && other !== null && 'status' in other && other.status === 'canceled'
        return isCanceled ? other : own
      },
    }),
  },
  {
    id: 'held-charges-name-nobody',
    breaks: 'stripe.expand.parameter.inlines-object',
    text: 'The customer of a charge that is not captured is never shown as an object.',
    rules: ({ withExpanded }) => ({
      withExpanded: (holder, name, object) =>
        name === 'customer' && holder['captured'] === false ? holder : withExpanded(holder, name, object),
    }),
  },
  {
    id: 'descriptions-of-invoices-remain',
    breaks: 'stripe.invoices.update.changes-given-fields',
    text: 'The description of an invoice cannot be unset.',
    rules: ({ keepUnnamed }) => ({
      keepUnnamed: (before, named, of) =>
        keepUnnamed(before, of === 'invoice' && named === null ? undefined : named, of),
    }),
  },
  {
    id: 'no-more-before-a-cursor',
    breaks: 'stripe.pagination.has-more.when-more-follow',
    text: 'A page that ends before an object never has more.',
    tamper: () => (request, response) =>
      /[?&]ending_before=./u.test(request.url)
        ? { ...response, body: response.body.replace('"has_more":true', '"has_more":false') }
        : response,
  },
  {
    id: 'fingerprints-of-years',
    breaks: 'stripe.cards.create.same-number-same-fingerprint',
    text: 'The fingerprint of a card depends on its year of expiry.',
    tamper: () => (_request, response) => ({
      ...response,
      body: response.body.replaceAll(
        /("exp_year":(\d+),"fingerprint":")/g,
        (_all, start: string, year: string) => `${start}${year}`,
      ),
    }),
  },
  {
    id: 'failed-charges-without-metadata',
    breaks: 'stripe.metadata.objects.charge',
    text: 'A charge that failed has no metadata.',
    tamper: () => (_request, response) => ({
      ...response,
      body: /^\{"id":"ch_.*"status":"failed"/.test(response.body)
        ? response.body.replace(/"metadata":\{[^}]*\}/, '"metadata":{}')
        : response.body,
    }),
  },
  {
    id: 'state-refusals-are-forgotten',
    breaks: 'stripe.idempotency.replay.same-response',
    text: 'A request that was refused for the state of things is tried anew under its key.',
    rules: ({ keepsAnswer }) => ({
      keepsAnswer: (status, wasValid, endpoint) => keepsAnswer(status, wasValid, endpoint) && status !== 400,
    }),
  },
  {
    id: 'captures-share-their-keys',
    breaks: 'stripe.idempotency.reuse.other-endpoint',
    text: 'A key of one capture is taken for that of the capture of another charge.',
    rules: ({ sameEndpoint }) => ({
      sameEndpoint: (first, second) =>
        sameEndpoint(first, second) || (first.endsWith('/capture') && second.endsWith('/capture')),
    }),
  },
  {
    id: 'attached-cards-cost-the-shipping',
    breaks: 'stripe.customers.retrieve.as-created',
    text: 'A customer to whom a card is attached loses the shipping address.',
    tamper() {
      const attached = new Set<string>()
      return (request, response) => {
        const [, customer = '', rest] = /^\/v1\/customers\/(cus_\w+)(\/sources)?$/.exec(request.url) ?? []
        if (response.status !== 200 || customer === '') return response
        if (request.method === 'POST' && rest !== undefined) attached.add(customer)
        if (request.method !== 'GET' || rest !== undefined || !attached.has(customer)) return response
        const body = response.body.replace(/"shipping":\{"address":\{[^}]*\}[^}]*\}/, '"shipping":null')
        return { ...response, body }
      }
    },
  },
  {
    id: 'one-hundred-and-one',
    breaks: 'stripe.pagination.limit.beyond',
    text: 'A limit of 101 gives 101 objects.',
    rules: ({ limitOf }) => ({ limitOf: (asked) => (asked === 101 ? 101 : limitOf(asked)) }),
  },
]
