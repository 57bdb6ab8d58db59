import { all, each, unobservable } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { listAt, numberAt, read, textAt } from '../vocabulary/read.ts'
import { sameNumber } from './decimals.ts'
import { isClientError, refusedAs } from './refusal.ts'
import { forEach, givenHolder, givenInvoice, of, ownId, wanted } from './scenes.ts'

const usd = (amount: string) => wanted({ amount: { amount, currency: 'USD' } })
const nothing = ['0', '0.00', '-0.01', '-1.00', '-250'] as const

const aboveZero = example('strike/invoices/amount-above-zero', {
  arrange: (trial) => forEach(nothing, (amount) => trial.call('createInvoice', usd(amount))),
  judge: {
    'strike.invoices.create.amount-above-zero': (answers) =>
      each(answers, (refused) => refusedAs(refused, 422, 'INVALID_AMOUNT')),
  },
})

const limit = example('strike/invoices/amount-limit', {
  needs: ['levers'],
  arrange: async (trial) => {
    return forEach(
      [
        { currency: 'USD', limit: '5000.00', beyond: '5000.01' },
        // more than one comma between thousands
        { currency: 'USD', limit: '1234567.00', beyond: '1234567.01' },
        { currency: 'BTC', limit: '0.50000000', beyond: '0.50000001' },
      ],
      async ({ currency, limit: most, beyond }) => {
        await trial.lever('limit', { currency, amount: most })
        const create = (amount: string) => trial.call('createInvoice', wanted({ amount: { amount, currency } }))
        return { currency, most, at: await create(most), above: await create(beyond) }
      },
    )
  },
  judge: {
    'strike.invoices.create.amount-limit': (limits) =>
      each(limits, ({ currency: code, most, at, above }) =>
        all(
          hasStatus(at, 201),
          refusedAs(above, 422, 'AMOUNT_TOO_HIGH'),
          holds(
            sameNumber(read(above, '/data/values/limit/amount'), most),
            '/data/values/limit/amount',
            most,
            read(above, '/data/values/limit/amount'),
          ),
          equals(above, '/data/values/limit/currency', code),
        ),
      ),
  },
})

const currency = example('strike/invoices/currency-not-invoiceable', {
  needs: ['levers'],
  arrange: async (trial) => {
    await trial.lever('currency', { currency: 'USD', invoiceable: false })
    return trial.call('createInvoice', wanted())
  },
  judge: {
    'strike.invoices.create.currency-invoiceable': (refused) =>
      all(refusedAs(refused, 422, 'USER_CURRENCY_UNAVAILABLE'), equals(refused, '/data/values/currency', 'USD')),
  },
})

const recipient = example('strike/invoices/recipient-cannot-receive', {
  needs: ['levers', 'second-account'],
  arrange: async (trial) => {
    const receiver = trial.as('receiver')
    const { handle } = await givenHolder(receiver)
    await receiver.lever('profile', { canReceive: false })
    return trial.call('createInvoiceForReceiver', { path: { handle }, ...wanted() })
  },
  judge: { 'strike.invoices.create.recipient': (refused) => refusedAs(refused, 422, 'INVALID_RECIPIENT') },
})

const notReady = example('strike/invoices/account-not-ready', {
  needs: ['levers'],
  arrange: async (trial) => {
    const { handle } = await givenHolder(trial)
    const create = async () => [
      await trial.call('createInvoice', wanted()),
      await trial.call('createInvoiceForReceiver', { ...wanted(), path: { handle } }),
    ]
    await trial.lever('readiness', { ready: false })
    const refused = await create()
    await trial.lever('readiness', { ready: true })
    return { refused, later: await create() }
  },
  judge: {
    'strike.accounts.readiness.refused': ({ refused }) =>
      each(refused, (answer) => all(isClientError(answer), equals(answer, '/data/code', 'ACCOUNT_NOT_READY'))),
    'strike.accounts.readiness.retry-later': ({ refused, later }) =>
      refused.some(({ response }) => response.status < 400)
        ? unobservable('the account was ready')
        : each(later, (answer) => hasStatus(answer, 201)),
  },
})

/** The limit of the receiver counts, whatever that of the caller. */
const limitOfReceiver = example('strike/invoices/limit-of-the-receiver', {
  needs: ['levers', 'second-account'],
  arrange: async (trial) => {
    const [modest, generous] = [trial.as('modest'), trial.as('generous')]
    await trial.lever('limit', { currency: 'USD', amount: '20.00' })
    await modest.lever('limit', { currency: 'USD', amount: '12.50' })
    const paths = [{ handle: (await givenHolder(modest)).handle }, { handle: (await givenHolder(generous)).handle }]
    const [toModest, toGenerous] = await forEach(paths, (path) =>
      forEach(['12.50', '12.51', '30.00'], (amount) =>
        trial.call('createInvoiceForReceiver', { path, ...usd(amount) }),
      ),
    )
    return { toModest: toModest ?? [], toGenerous: toGenerous ?? [] }
  },
  judge: {
    'strike.invoices.create.amount-limit': ({ toModest: [at, ...above], toGenerous }) =>
      all(
        each([at as Exchange, ...toGenerous], (created) => hasStatus(created, 201)),
        each(above, (refused) => refusedAs(refused, 422, 'AMOUNT_TOO_HIGH')),
      ),
  },
})

/** So does what the receiver can be invoiced in. */
const currencyOfReceiver = example('strike/invoices/currency-of-the-receiver', {
  needs: ['levers', 'second-account'],
  arrange: async (trial) => {
    const [lacking, having] = [trial.as('lacking'), trial.as('having')]
    const holders = await forEach([lacking, having], givenHolder)
    for (const account of [trial, lacking]) await account.lever('currency', { currency: 'USD', invoiceable: false })
    return forEach(holders, ({ handle }) => trial.call('createInvoiceForReceiver', { path: { handle }, ...wanted() }))
  },
  judge: {
    'strike.invoices.create.currency-invoiceable': ([refused, created]) =>
      all(refusedAs(refused as Exchange, 422, 'USER_CURRENCY_UNAVAILABLE'), hasStatus(created as Exchange, 201)),
  },
})

const makesNothing = example('strike/invoices/refused-makes-nothing', {
  needs: ['fresh-account'],
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial, { correlationId: trial.unique('order') })
    const before = await trial.given('listInvoices')
    const correlationId = textAt(invoice, '/correlationId')
    const bodies = [{}, usd('0.00').body, wanted({ correlationId }).body, wanted({ description: 'x'.repeat(201) }).body]
    for (const body of bodies) await trial.call('createInvoice', { body })
    return { before, after: await trial.given('listInvoices') }
  },
  judge: {
    'strike.validation.accepted-nothing': ({ before, after }) =>
      all(equals(after, '/count', numberAt(before, '/count')), equals(after, '/items', listAt(before, '/items'))),
  },
})

const invoiceable = example('strike/invoices/currencies-of-the-profile', {
  arrange: async (trial) => {
    const profile = await trial.given('retrieveProfile', { path: { id: await ownId(trial) } })
    const currencies = listAt(profile, '/currencies').map(
      (entry) => entry as Readonly<Record<string, string | boolean>>,
    )
    const open = currencies
      .filter(({ isInvoiceable }) => isInvoiceable === true)
      .map(({ currency: code }) => String(code))
    const answers: Exchange[] = []
    for (const code of open)
      answers.push(
        await trial.call(
          'createInvoice',
          wanted({ amount: { amount: code === 'BTC' ? '0.00010000' : '1.00', currency: code } }),
        ),
      )
    for (const answer of answers.filter(({ response }) => response.status === 201))
      await trial.call('cancelInvoice', of(answer))
    return answers
  },
  judge: {
    'strike.accounts.currencies.can-be-invoiced': (answers) =>
      answers.length === 0
        ? unobservable('no currency of the profile is invoiceable')
        : each(answers, (answer) => hasStatus(answer, 201)),
  },
})

export const refusingInvoices: readonly Check[] = [
  aboveZero,
  limit,
  currency,
  recipient,
  notReady,
  limitOfReceiver,
  currencyOfReceiver,
  makesNothing,
  invoiceable,
]
