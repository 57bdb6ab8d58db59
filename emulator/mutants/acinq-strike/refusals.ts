import type { Rules } from '../../acinq-strike/index.ts'
import type { Reason } from '../../acinq-strike/refusal.ts'
import type { Lie } from '../../module.ts'

function answering(wrong: Reason, status: number): Pick<Lie<Rules>, 'rules'> {
  return { rules: ({ statusOf }) => ({ statusOf: (reason) => (reason === wrong ? status : statusOf(reason)) }) }
}

export const aboutRefusals: readonly Lie<Rules>[] = [
  {
    id: 'no-amount-is-one',
    breaks: 'acinq-strike.charges.create.amount-needed',
    text: 'A create without an amount asks for one satoshi.',
    rules: () => ({ needed: ['currency'], assumedAmount: 1 }),
  },
  {
    id: 'fractions-are-cut',
    breaks: 'acinq-strike.charges.create.amount-integer',
    text: 'A fraction of a satoshi is dropped instead of refused.',
    rules: () => ({ takesFractions: true }),
  },
  {
    id: 'negative-amounts-count',
    breaks: 'acinq-strike.charges.create.amount-minimum',
    text: 'The sign of an amount is ignored, and zero is one.',
    rules: () => ({
      smallestAmount: Number.NEGATIVE_INFINITY,
      kept: (wanted) => ({ ...wanted, amount: Math.max(1, Math.abs(wanted.amount)) }),
    }),
  },
  {
    id: 'no-largest-amount',
    breaks: 'acinq-strike.charges.create.amount-maximum',
    text: 'An amount that Lightning could not carry is accepted.',
    rules: () => ({ largestAmount: 1_000_000_000 }),
  },
  {
    id: 'largest-amount-is-excluded',
    breaks: 'acinq-strike.charges.create.limits-reachable',
    text: 'The largest amount itself is refused.',
    rules: ({ largestAmount }) => ({ largestAmount: largestAmount - 1 }),
  },
  {
    id: 'descriptions-are-measured-in-bytes',
    breaks: 'acinq-strike.charges.create.limits-reachable',
    text: 'The limits of texts count bytes, not characters.',
    rules: () => ({ lengthOf: (text) => Buffer.byteLength(text) }),
  },
  {
    id: 'no-currency-is-btc',
    breaks: 'acinq-strike.charges.create.currency-needed',
    text: 'A create without a currency is taken to be in btc.',
    rules: () => ({ needed: ['amount'], assumedCurrency: 'btc' }),
  },
  {
    id: 'any-currency-is-btc',
    breaks: 'acinq-strike.charges.create.currency-btc',
    text: 'An unknown currency is taken for btc.',
    rules: () => ({ takesCurrency: () => true }),
  },
  {
    id: 'long-descriptions-are-cut',
    breaks: 'acinq-strike.charges.create.description-length',
    text: 'A description that is too long is cut instead of refused.',
    rules: ({ longestDescription }) => ({
      longestDescription: Number.POSITIVE_INFINITY,
      kept: (wanted) => ({ ...wanted, description: wanted.description.slice(0, longestDescription) }),
    }),
  },
  {
    id: 'long-customers-are-accepted',
    breaks: 'acinq-strike.charges.create.customer-id-length',
    text: 'A customer identifier has no limit.',
    rules: () => ({ longestCustomerId: Number.POSITIVE_INFINITY }),
  },
  {
    id: 'empty-descriptions-are-refused',
    breaks: 'acinq-strike.charges.create.description-empty',
    text: 'A description has at least one character.',
    rules: () => ({ shortestDescription: 1 }),
  },
  {
    id: 'customers-are-required',
    breaks: 'acinq-strike.charges.create.customer-id-optional',
    text: 'A create without a customer identifier is refused.',
    rules: ({ needed }) => ({ needed: [...needed, 'customer_id'] }),
  },
  {
    id: 'json-is-not-read',
    breaks: 'acinq-strike.requests.body.json',
    text: 'Only forms are read.',
    rules: () => ({ bodies: ['form'] }),
  },
  {
    id: 'refused-creates-leave-a-charge',
    breaks: 'acinq-strike.charges.create.refused-makes-nothing',
    text: 'The charge is stored before its amount is looked at.',
    rules: () => ({
      keptOfRefused: (values) => {
        const description = values.get('description')
        return {
          amount: 1,
          currency: 'btc',
          description: typeof description === 'string' ? description : '',
          customerId: '',
        }
      },
    }),
  },
  {
    id: 'wrong-parameters-are-not-found',
    breaks: 'acinq-strike.errors.statuses.bad-request',
    text: 'A wrong parameter is answered with 404.',
    ...answering('bad-parameter', 404),
  },
  {
    id: 'unreadable-bodies-are-faults',
    breaks: 'acinq-strike.errors.statuses.unreadable-body',
    text: 'A body that cannot be read makes the service fail with 500.',
    ...answering('unreadable-body', 500),
  },
  {
    id: 'unreadable-bodies-are-unsupported',
    breaks: 'acinq-strike.errors.statuses.documented',
    text: 'A body that cannot be read is answered with 415, which no client knows.',
    ...answering('unreadable-body', 415),
  },
  {
    id: 'unknown-charges-are-bad-requests',
    breaks: 'acinq-strike.charges.retrieve.unknown',
    text: 'An unknown charge is answered with 400.',
    ...answering('unknown-charge', 400),
  },
  {
    id: 'codes-are-general',
    breaks: 'acinq-strike.errors.envelope.code-is-status',
    text: 'The code of every failure below 500 is 400, whatever the status.',
    rules: () => ({ codeOf: (status) => (status < 500 ? 400 : status) }),
  },
]
