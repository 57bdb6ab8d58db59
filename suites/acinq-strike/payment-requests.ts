import { unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { holds } from '../vocabulary/judge.ts'
import { numberAt, textAt } from '../vocabulary/read.ts'
import { invoiceOf } from './decode.ts'
import type { Invoice } from './decode.ts'
import { timeAt } from './times.ts'

const at = '/payment_request'

function isInvoice(charge: Exchange): Judgement {
  if (charge.response.status !== 200) return unobservable('no charge was made')
  return holds(invoiceOf(charge) !== undefined, at, 'a BOLT 11 payment request', textAt(charge, at))
}

/** The document shows a made-up one, of which only the beginning is that of an invoice. */
function beginsAsInvoice(charge: Exchange): Judgement {
  if (charge.response.status !== 200) return unobservable('no charge was made')
  const request = textAt(charge, at)
  return holds(/^ln[a-z]/i.test(request), at, 'a Lightning invoice', request)
}

/** Judges what a payment request says, where it can be read at all. */
function decoded(judge: (invoice: Invoice, charge: Exchange) => Judgement): (charge: Exchange) => Judgement {
  return (charge) => {
    const invoice = charge.response.status === 200 ? invoiceOf(charge) : undefined
    return invoice === undefined ? unobservable('the payment request cannot be decoded') : judge(invoice, charge)
  }
}

function describes({ description, descriptionHash }: Invoice, charge: Exchange): Judgement {
  const text = textAt(charge, '/description')
  const same =
    descriptionHash === null
      ? description === text
      : descriptionHash === createHash('sha256').update(text).digest('hex')
  return holds(same, at, text, description ?? descriptionHash)
}

function isDated({ timestamp }: Invoice, charge: Exchange): Judgement {
  const seconds = Math.floor(timeAt(charge, '/created') / 1000)
  // some seconds may lie between the node's invoice and the service's record of it
  return holds(typeof timestamp === 'number' && Math.abs(timestamp - seconds) <= 60, at, `about ${seconds}`, timestamp)
}

const decodes = property<Exchange, JsonObject>('acinq-strike/payment-requests/decode-to-their-charge', {
  inputs: () =>
    fc.record({
      amount: fc.integer({ min: 1, max: 4_000_000 }),
      currency: fc.constant('btc'),
      customer_id: fc.constant('customer-17'),
      description: fc.oneof(
        fc.string({ unit: fc.constantFrom(...'abc 019 %&äß€漢☕'), maxLength: 100 }),
        fc.string({ unit: fc.constantFrom(...'ab漢€'), minLength: 200, maxLength: 256, size: 'max' }),
      ),
    }),
  visits: () =>
    [
      // the most that BOLT 11 has room for, one byte more, and as many characters of any width as a create takes
      { amount: 1, description: '漢'.repeat(213) },
      { amount: 2_147_484, description: `${'漢'.repeat(213)}a` },
      { amount: 4_294_967, description: '漢'.repeat(256) },
      { amount: 4_294_967, description: '\u{1F375}'.repeat(200) },
      { amount: 100_000, description: 'cafe\u0301 ' },
      { amount: 3, description: '' },
    ].map((wanted) => ({ currency: 'btc', customer_id: 'customer-17', ...wanted })),
  // a refusal of so long a description has a clause of its own
  arrange: (trial, body) => trial.call('createCharge', { body }),
  judge: {
    'acinq-strike.payment-request.bolt11.decodes': isInvoice,
    'acinq-strike.introduction.service.invoices': beginsAsInvoice,
    'acinq-strike.example.environments.testnet': decoded(({ network }) =>
      holds(network === 'tb', at, 'a prefix of the test network', network),
    ),
    'acinq-strike.payment-request.bolt11.amount': decoded(({ millisatoshi }, charge) => {
      const expected = String(numberAt(charge, '/amount') * 1000)
      return holds(millisatoshi === expected, at, `${expected} millisatoshi`, millisatoshi)
    }),
    'acinq-strike.payment-request.bolt11.hash': decoded(({ hash }, charge) =>
      holds(hash === textAt(charge, '/payment_hash'), at, textAt(charge, '/payment_hash'), hash),
    ),
    'acinq-strike.payment-request.bolt11.description': decoded(describes),
    'acinq-strike.payment-request.bolt11.timestamp': decoded(isDated),
  },
})

export const paymentRequests: readonly Check[] = [decodes]
