import { createHash } from 'node:crypto'
import type { Rules } from '../../acinq-strike/index.ts'
import type { Lie } from '../../module.ts'

export const aboutPaymentRequests: readonly Lie<Rules>[] = [
  {
    id: 'testnet-asks-for-real-coins',
    breaks: 'acinq-strike.example.environments.testnet',
    text: 'The payment request is one of mainnet.',
    rules: () => ({ invoiceNetwork: 'bc' }),
  },
  {
    id: 'requests-are-rounded-up',
    breaks: 'acinq-strike.payment-request.bolt11.amount',
    text: 'The payment request asks for the amount rounded up to tens.',
    rules: () => ({ invoiceMillisatoshi: ({ amount }) => Math.ceil(amount / 10) * 10_000 }),
  },
  {
    id: 'requests-with-another-hash',
    breaks: 'acinq-strike.payment-request.bolt11.hash',
    text: 'The payment request carries the hash of the payment hash.',
    rules: () => ({ invoiceHash: (hash) => createHash('sha256').update(hash).digest('hex') }),
  },
  {
    id: 'requests-with-a-short-description',
    breaks: 'acinq-strike.payment-request.bolt11.description',
    text: 'The description in the payment request is cut at 100 characters.',
    rules: () => ({ invoiceDescription: ({ description }) => description.slice(0, 100) }),
  },
  {
    id: 'requests-from-the-future',
    breaks: 'acinq-strike.payment-request.bolt11.timestamp',
    text: 'The payment request is dated an hour ahead.',
    rules: ({ invoiceTime }) => ({ invoiceTime: (createdAt) => invoiceTime(createdAt + 3_600_000) }),
  },
  {
    id: 'requests-are-incomplete',
    breaks: 'acinq-strike.payment-request.bolt11.decodes',
    text: 'The last letter of a payment request is missing.',
    rules: () => ({ invoiceWritten: (request) => request.slice(0, -1) }),
  },
  {
    id: 'hashes-from-words',
    breaks: 'acinq-strike.payment-request.bolt11.unique',
    text: 'The payment hash is made of amount and description, so that equal charges share it.',
    rules: () => ({
      hashFrom: ({ amount, description }) => createHash('sha256').update(`${amount} ${description}`).digest('hex'),
    }),
  },
]
