import { all, each, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { millisecondsOf } from '../../model/instant.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { equals, hasStatus, holds, isOneOf, sameBody } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { underWayTogether } from '../vocabulary/under-way-together.ts'
import { isClientError, refusedAs } from './refusal.ts'
import { forEach, givenHolder, givenInvoice, of, payFrom, payQuote, wanted } from './scenes.ts'

const paid = example('strike/payments/pays-the-invoice', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial, { description: 'Two tickets', correlationId: trial.unique('order') })
    const lnInvoice = textAt(await trial.given('createQuote', of(invoice)), '/lnInvoice')
    const payer = trial.as('payer')
    const quote = await payer.given('createPaymentQuote', { body: { lnInvoice, sourceCurrency: 'USD' } })
    await payer.given('executePaymentQuote', { path: { paymentQuoteId: textAt(quote, '/paymentQuoteId') } })
    return { invoice, fetched: await trial.given('retrieveInvoice', of(invoice)) }
  },
  judge: {
    'strike.payments.execute.pays': ({ fetched }) => equals(fetched, '/state', 'PAID'),
    'strike.invoices.retrieve.same': ({ invoice, fetched }) => sameBody(invoice, fetched, ['state']),
  },
})

async function payAnew(
  trial: Trial,
  amount: string,
): Promise<{ readonly quote: Exchange; readonly payment: Exchange }> {
  const invoice = await givenInvoice(trial, { amount: { amount, currency: 'USD' } })
  const lnInvoice = textAt(await trial.given('createQuote', of(invoice)), '/lnInvoice')
  const payer = trial.as('payer')
  const quote = await payer.given('createPaymentQuote', { body: { lnInvoice, sourceCurrency: 'USD' } })
  const path = { paymentQuoteId: textAt(quote, '/paymentQuoteId') }
  return { quote, payment: await payer.given('executePaymentQuote', { path }) }
}

const apart = example('strike/payments/two-payments', {
  needs: ['second-account'],
  arrange: (trial) => forEach(['7.00', '8.50'], (amount) => payAnew(trial, amount)),
  judge: {
    'strike.payments.execute.own': (both) => {
      const ids = both.map(({ payment }) => read(payment, '/paymentId') ?? null)
      return all(
        holds(new Set(ids).size === 2, '/paymentId', 'an id of its own', ids),
        each(both, ({ quote, payment }) => equals(payment, '/amount', read(quote, '/amount') ?? null)),
      )
    },
  },
})

/** Two payments of one invoice, quoted before either is executed. */
async function twoPayments(trial: Trial): Promise<readonly [Call, Call]> {
  const lnInvoice = textAt(await trial.given('createQuote', of(await givenInvoice(trial))), '/lnInvoice')
  const payment = async (): Promise<Call> => {
    const quote = await trial.as('payer').given('createPaymentQuote', { body: { lnInvoice, sourceCurrency: 'USD' } })
    return { path: { paymentQuoteId: textAt(quote, '/paymentQuoteId') } }
  }
  return [await payment(), await payment()]
}

function paidOnce(answers: readonly Exchange[]): Judgement {
  const refusals = answers.filter(({ response }) => response.status !== 200)
  return all(
    holds(
      refusals.length === 1,
      'status',
      'one success of two',
      answers.map(({ response }) => response.status),
    ),
    each(refusals, (refused) =>
      all(
        hasStatus(refused, 422),
        isOneOf(refused, '/data/code', ['PROCESSING_PAYMENT', 'INVALID_STATE_FOR_INVOICE_PAID']),
      ),
    ),
  )
}

const once = example('strike/payments/once', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const calls = await twoPayments(trial)
    return forEach(calls, (call) => trial.as('payer').call('executePaymentQuote', call))
  },
  judge: {
    'strike.payments.execute.once': paidOnce,
    'strike.invoices.states.final': ([, second]) =>
      refusedAs(second as Exchange, 422, 'INVALID_STATE_FOR_INVOICE_PAID'),
  },
})

const together = example('strike/payments/once-together', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const [left, right] = await twoPayments(trial)
    const pay = (call: Call) => (hands: Trial) => hands.as('payer').call('executePaymentQuote', call)
    return trial.together(pay(left), pay(right))
  },
  judge: { 'strike.payments.execute.once': (answers) => underWayTogether(answers, () => paidOnce(answers)) },
})

const afterCancel = example('strike/payments/after-cancel', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    const quote = await trial.given('createQuote', of(invoice))
    await trial.given('cancelInvoice', of(invoice))
    const payment = await payQuote(trial.as('payer'), quote)
    return { payment, fetched: await trial.given('retrieveInvoice', of(invoice)) }
  },
  judge: {
    'strike.invoices.states.final': ({ payment, fetched }) =>
      all(refusedAs(payment, 422, 'INVALID_STATE_FOR_INVOICE_CANCELLED'), equals(fetched, '/state', 'CANCELLED')),
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
    'strike.payments.execute.not-to-self': ({ refused, fetched }) =>
      all(refusedAs(refused, 422, 'SELF_PAYMENT_NOT_ALLOWED'), equals(fetched, '/state', 'UNPAID')),
  },
})

/** A payment is one to oneself where the payer receives it, whoever issued the invoice. */
const toReceiver = example('strike/payments/not-by-the-receiver', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const receiver = trial.as('receiver')
    const path = { handle: (await givenHolder(receiver)).handle }
    const invoice = await trial.given('createInvoiceForReceiver', { path, ...wanted() })
    return payFrom(receiver, trial, of(invoice))
  },
  judge: {
    'strike.payments.execute.not-to-self': (refused) => refusedAs(refused, 422, 'SELF_PAYMENT_NOT_ALLOWED'),
  },
})

/** What is quoted and can be paid no more. */
const tooLate = example('strike/payments/too-late', {
  needs: ['second-account', 'clock'],
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    const payer = trial.as('payer')
    const lnInvoice = textAt(await trial.given('createQuote', of(invoice)), '/lnInvoice')
    const body = { lnInvoice, sourceCurrency: 'USD' }
    const quote = await payer.given('createPaymentQuote', { body })
    const wait = (millisecondsOf(textAt(quote, '/validUntil')) - trial.now()) / 1000
    await trial.advance(Math.max(1, Math.ceil(wait) + 1))
    const path = { paymentQuoteId: textAt(quote, '/paymentQuoteId') }
    const executed = await payer.call('executePaymentQuote', { path })
    const fetched = await trial.given('retrieveInvoice', of(invoice))
    const other = { lnInvoice: textAt(await trial.given('createQuote', of(await givenInvoice(trial))), '/lnInvoice') }
    await trial.advance(86_400)
    // a new quote does not make the old one good again; there is none where the late payment was made
    await trial.call('createQuote', of(invoice))
    return {
      executed,
      fetched,
      requoted: [
        await payer.call('createPaymentQuote', { body: { ...body, ...other } }),
        await payer.call('createPaymentQuote', { body }),
      ],
    }
  },
  judge: {
    'strike.payments.execute.in-time': ({ executed, fetched }) =>
      all(isClientError(executed), equals(fetched, '/state', 'UNPAID')),
    'strike.payments.quote.unexpired': ({ requoted }) => each(requoted, isClientError),
  },
})

const beyondBalance = example('strike/payments/beyond-the-balance', {
  needs: ['second-account', 'levers'],
  arrange: (trial) =>
    forEach(
      [
        { currency: 'USD', amount: '8.00', balance: '7.99' },
        { currency: 'BTC', amount: '0.00020000', balance: '0.00019999' },
      ],
      async ({ currency, amount, balance }) => {
        const payer = trial.as('payer')
        await payer.lever('balance', { currency, amount: balance })
        const invoice = await givenInvoice(trial, { amount: { amount, currency } })
        return {
          refused: await payFrom(payer, trial, of(invoice), currency),
          fetched: await trial.given('retrieveInvoice', of(invoice)),
        }
      },
    ),
  judge: {
    'strike.errors.statuses.insufficient-balance': (payments) =>
      each(payments, ({ refused, fetched }) => all(isClientError(refused), equals(fetched, '/state', 'UNPAID'))),
  },
})

/** A balance that is just enough for two payments is spent by them. */
const wholeBalance = example('strike/payments/the-whole-balance', {
  needs: ['second-account', 'levers'],
  arrange: async (trial) => {
    const payer = trial.as('payer')
    const quoted = async (): Promise<Exchange> => {
      const lnInvoice = textAt(await trial.given('createQuote', of(await givenInvoice(trial))), '/lnInvoice')
      return payer.given('createPaymentQuote', { body: { lnInvoice, sourceCurrency: 'USD' } })
    }
    const [first, second, third] = [await quoted(), await quoted(), await quoted()]
    const total = [first, second].reduce((sum, quote) => sum + Number(textAt(quote, '/totalAmount/amount')), 0)
    await payer.lever('balance', { currency: 'USD', amount: total.toFixed(2) })
    const execute = (quote: Exchange): Promise<Exchange> =>
      payer.call('executePaymentQuote', { path: { paymentQuoteId: textAt(quote, '/paymentQuoteId') } })
    return { covered: [await execute(first), await execute(second)], refused: await execute(third) }
  },
  judge: {
    'strike.payments.execute.answers': ({ covered }) => each(covered, (answer) => hasStatus(answer, 200)),
    'strike.errors.statuses.insufficient-balance': ({ covered, refused }) =>
      covered.every(({ response }) => response.status < 300)
        ? isClientError(refused)
        : unobservable('a payment that is covered was refused'),
  },
})

export const payments: readonly Check[] = [
  paid,
  apart,
  once,
  together,
  afterCancel,
  toSelf,
  toReceiver,
  tooLate,
  beyondBalance,
  wholeBalance,
]
