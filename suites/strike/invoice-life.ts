import { all, each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Call } from '../../model/trial.ts'
import { statesFollowTheTable } from '../laws/states-follow-the-table.ts'
import { equals, hasStatus, isOneOf, sameBody } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { refusedAs } from './refusal.ts'
import { givenHolder, givenInvoice, of, payFrom, wanted } from './scenes.ts'

const refusals: Readonly<Record<string, string>> = {
  PENDING: 'PROCESSING_PAYMENT',
  PAID: 'INVALID_STATE_FOR_INVOICE_PAID',
  CANCELLED: 'INVALID_STATE_FOR_INVOICE_CANCELLED',
}

function refusedIn(state: string): (exchange: Exchange) => ReturnType<typeof refusedAs> {
  return (exchange) => refusedAs(exchange, 422, refusals[state] ?? '')
}

const life = statesFollowTheTable<Call>('strike/invoices/life', {
  needs: ['second-account'],
  share: 0.5,
  begin: async (trial) => ({ subject: of(await givenInvoice(trial)), state: 'UNPAID' }),
  actions: {
    cancel: { from: { UNPAID: 'CANCELLED' }, act: (trial, invoice) => trial.call('cancelInvoice', invoice) },
    quote: { from: { UNPAID: 'UNPAID' }, act: (trial, invoice) => trial.call('createQuote', invoice) },
    pay: { from: { UNPAID: 'PAID' }, act: (trial, invoice) => payFrom(trial.as('payer'), trial, invoice) },
  },
  observe: async (trial, invoice) => {
    const exchange = await trial.given('retrieveInvoice', invoice)
    return { exchange, state: textAt(exchange, '/state') }
  },
  clauses: { allowed: 'strike.invoices.states.life', refused: 'strike.invoices.states.final' },
  refusal: (exchange, _action, state): Judgement => refusedIn(state)(exchange),
})

const cancelled = example('strike/invoices/cancelled', {
  arrange: async (trial) => {
    const created = await givenInvoice(trial, { correlationId: trial.unique('order'), description: 'Two tickets' })
    const answer = await trial.given('cancelInvoice', of(created))
    const fetched = await trial.given('retrieveInvoice', of(created))
    return {
      created,
      answer,
      fetched,
      again: await trial.call('cancelInvoice', of(created)),
      quoted: await trial.call('createQuote', of(created)),
    }
  },
  judge: {
    'strike.invoices.cancel.cancelled': ({ answer, fetched }) =>
      all(equals(answer, '/state', 'CANCELLED'), equals(fetched, '/state', 'CANCELLED')),
    'strike.invoices.cancel.only-state': ({ created, answer, fetched }) =>
      all(sameBody(created, answer, ['state']), sameBody(created, fetched, ['state'])),
    'strike.invoices.states.cancelled-is-final': ({ again, quoted }) => each([again, quoted], refusedIn('CANCELLED')),
  },
})

function onTheWay(state: 'PENDING' | 'PAID', clause: string): Check {
  return example(`strike/invoices/${state.toLowerCase()}`, {
    needs: ['levers'],
    arrange: async (trial) => {
      const invoice = await givenInvoice(trial)
      await trial.lever('pay', { invoiceId: textAt(invoice, '/invoiceId'), stopAt: state })
      const answers = [await trial.call('cancelInvoice', of(invoice)), await trial.call('createQuote', of(invoice))]
      return { answers, fetched: await trial.given('retrieveInvoice', of(invoice)) }
    },
    judge: {
      [clause]: ({ answers, fetched }) => all(each(answers, refusedIn(state)), equals(fetched, '/state', state)),
    },
  })
}

/** What is being paid is out of the hands of both parties. */
const processedForBoth = example('strike/invoices/pending-for-both-parties', {
  needs: ['levers', 'second-account'],
  arrange: async (trial) => {
    const receiver = trial.as('receiver')
    const { handle } = await givenHolder(receiver)
    const invoice = await trial.given('createInvoiceForReceiver', { path: { handle }, ...wanted() })
    await trial.lever('pay', { invoiceId: textAt(invoice, '/invoiceId'), stopAt: 'PENDING' })
    const answers: Exchange[] = []
    for (const party of [trial, receiver])
      for (const operation of ['cancelInvoice', 'createQuote']) answers.push(await party.call(operation, of(invoice)))
    return { answers, fetched: await trial.given('retrieveInvoice', of(invoice)) }
  },
  judge: {
    'strike.invoices.states.processing': ({ answers, fetched }) =>
      all(each(answers, refusedIn('PENDING')), equals(fetched, '/state', 'PENDING')),
  },
})

const byReceiver = example('strike/invoices/cancelled-by-receiver', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const receiver = trial.as('receiver')
    const { handle } = await givenHolder(receiver)
    const created = await trial.given('createInvoiceForReceiver', { path: { handle }, ...wanted() })
    const answer = await receiver.call('cancelInvoice', of(created))
    return { answer, fetched: await trial.call('retrieveInvoice', of(created)) }
  },
  judge: {
    'strike.invoices.cancel.by-receiver': ({ answer, fetched }) =>
      all(hasStatus(answer, 200), equals(fetched, '/state', 'CANCELLED')),
  },
})

const byStranger = example('strike/invoices/cancelled-by-stranger', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const created = await givenInvoice(trial)
    const answer = await trial.as('stranger').call('cancelInvoice', of(created))
    return { answer, fetched: await trial.given('retrieveInvoice', of(created)) }
  },
  judge: {
    'strike.invoices.cancel.by-stranger': ({ answer, fetched }) =>
      all(
        hasStatus(answer, 403, 404),
        isOneOf(answer, '/data/code', ['FORBIDDEN', 'NOT_FOUND']),
        equals(fetched, '/state', 'UNPAID'),
      ),
  },
})

const unexpired = example('strike/invoices/outlives-its-quotes', {
  needs: ['clock'],
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    await trial.given('createQuote', of(invoice))
    await trial.advance(86_400)
    return {
      fetched: await trial.given('retrieveInvoice', of(invoice)),
      quoted: await trial.call('createQuote', of(invoice)),
    }
  },
  judge: {
    'strike.invoices.states.no-expiry': ({ fetched, quoted }) =>
      all(equals(fetched, '/state', 'UNPAID'), hasStatus(quoted, 201)),
  },
})

export const invoiceLife: readonly Check[] = [
  life,
  cancelled,
  onTheWay('PENDING', 'strike.invoices.states.processing'),
  onTheWay('PAID', 'strike.invoices.states.paid-is-final'),
  processedForBoth,
  byReceiver,
  byStranger,
  unexpired,
]
