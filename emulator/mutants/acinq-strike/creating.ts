import type { JsonObject } from '../../../model/json.ts'
import type { ChargeView, Wanted } from '../../acinq-strike/charge.ts'
import type { Rules } from '../../acinq-strike/index.ts'
import type { Lie } from '../../module.ts'

function keeping(change: (wanted: Wanted) => Partial<Wanted>): Pick<Lie<Rules>, 'rules'> {
  return { rules: () => ({ kept: (wanted) => ({ ...wanted, ...change(wanted) }) }) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const shifted = (view: ChargeView, name: string, by: number): ChargeView => ({
  ...view,
  [name]: Number(view[name]) + by,
})

/** Changes the answers to creates. */
const created =
  (change: (charge: JsonObject) => JsonObject): Required<Lie<Rules>>['tamper'] =>
  () =>
  ({ method }, response) =>
    method === 'POST' && response.status < 300
      ? { ...response, body: JSON.stringify(change(JSON.parse(response.body) as JsonObject)) }
      : response

/** Takes a body whose media type names its charset for one of another charset. */
const garbledWithCharset = (mediaType: string, breaks: string): Lie<Rules> => ({
  id: `charset-of-${mediaType.replace(/.*[/-]/, '')}-misread`,
  breaks,
  text: `Where a body of ${mediaType} names its charset, all but ASCII is lost.`,
  tamper: () => (request, response) =>
    request.method === 'POST' && request.headers.get('content-type')?.startsWith(`${mediaType};`) === true
      ? { ...response, body: response.body.replaceAll(/[\u{80}-\u{10FFFF}]/gu, '?') }
      : response,
})

export const aboutCreating: readonly Lie<Rules>[] = [
  {
    id: 'large-charges-are-lost',
    breaks: 'acinq-strike.charges.create.persists',
    text: 'A charge above a million satoshi is answered but not stored.',
    rules: () => ({ isStored: ({ amount }) => amount <= 1_000_000 }),
  },
  {
    id: 'large-amounts-are-rounded',
    breaks: 'acinq-strike.charges.create.echoes-amount',
    text: 'An amount above a million satoshi is rounded to hundreds.',
    ...keeping(({ amount }) => ({ amount: amount > 1_000_000 ? Math.round(amount / 100) * 100 : amount })),
  },
  {
    id: 'descriptions-are-decoded-twice',
    breaks: 'acinq-strike.charges.create.echoes-description',
    text: 'Percent signs in a description are decoded once more.',
    ...keeping(({ description }) => ({ description: decoded(description) })),
  },
  {
    id: 'descriptions-are-trimmed',
    breaks: 'acinq-strike.charges.create.echoes-description',
    text: 'Blanks at the ends of a description are lost.',
    ...keeping(({ description }) => ({ description: description.trim() })),
  },
  {
    id: 'descriptions-in-three-bytes',
    breaks: 'acinq-strike.charges.create.echoes-description',
    text: 'A character of four bytes becomes a question mark.',
    ...keeping(({ description }) => ({ description: description.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, '?') })),
  },
  {
    id: 'customers-are-cut',
    breaks: 'acinq-strike.charge.customer.shown',
    text: 'A customer identifier is cut at 32 characters.',
    ...keeping(({ customerId }) => ({ customerId: customerId.slice(0, 32) })),
  },
  {
    id: 'satoshi-through-bitcoin',
    breaks: 'acinq-strike.charge.satoshi.equals-amount',
    text: 'The amount in satoshi is computed from bitcoin in floating point and cut.',
    rules: () => ({ satoshiOf: ({ amount }) => Math.floor((amount / 100_000_000) * 100_000_000) }),
  },
  {
    id: 'equal-charges-are-one',
    breaks: 'acinq-strike.charges.create.distinct',
    text: 'A create with the words and amount of an unpaid charge answers with that charge.',
    rules: () => ({
      reused: (own, { amount, description }) =>
        own
          .newestFirst()
          .find((charge) => !charge.paid && charge.amount === amount && charge.description === description),
    }),
  },
  {
    id: 'new-charges-look-paid',
    breaks: 'acinq-strike.charges.create.unpaid',
    text: 'The answer to a create says that the charge is paid.',
    rules: () => ({ shownWhenCreated: (charge) => ({ ...charge, paid: true }) }),
  },
  {
    id: 'created-an-hour-ahead',
    breaks: 'acinq-strike.charge.times.created-then',
    text: 'Times are of a zone an hour ahead of the epoch.',
    rules: () => ({ timeOf: (milliseconds) => milliseconds + 3_600_000 }),
  },
  {
    id: 'updated-before-created',
    breaks: 'acinq-strike.charge.times.updated-after-created',
    text: 'Updated lags two seconds behind.',
    rules: () => ({ shown: (view) => shifted(view, 'updated', -2000) }),
  },
  {
    id: 'times-in-microseconds',
    breaks: 'acinq-strike.charge.times.unit',
    text: 'Created and updated count microseconds.',
    rules: () => ({ timeOf: (milliseconds) => milliseconds * 1000 }),
  },
  {
    id: 'creates-are-brief',
    breaks: 'acinq-strike.charges.create.complete',
    text: 'The answer to a create leaves out when the charge was updated, as it is new.',
    tamper: created((charge) => Object.fromEntries(Object.entries(charge).filter(([name]) => name !== 'updated'))),
  },
  {
    id: 'request-comes-later',
    breaks: 'acinq-strike.example.create.payment-request',
    text: 'The answer to a create has no payment request yet.',
    tamper: created((charge) => ({ ...charge, payment_request: null })),
  },
  garbledWithCharset('application/json', 'acinq-strike.requests.body.json'),
  garbledWithCharset('application/x-www-form-urlencoded', 'acinq-strike.requests.body.form'),
]
