import { all, each, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { listAt, numberAt, read, textAt } from '../vocabulary/read.ts'
import { underWayTogether } from '../vocabulary/under-way-together.ts'
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

async function twice(trial: Trial): Promise<{ readonly correlationId: string; readonly again: Exchange }> {
  const correlationId = trial.unique('Order No. ')
  await givenInvoice(trial, { correlationId })
  return { correlationId, again: await trial.call('createInvoice', wanted({ correlationId })) }
}

const duplicate = example('strike/invoices/correlation-id-twice', {
  arrange: twice,
  judge: {
    'strike.invoices.create.duplicate': ({ again }) => refusedAs(again, 409, 'DUPLICATE_INVOICE'),
    'strike.invoices.create.duplicate-named': ({ again, correlationId }) =>
      equals(again, '/data/values/correlationId', correlationId),
  },
})

const together = example('strike/invoices/correlation-id-twice-together', {
  arrange: async (trial) => {
    const asked = wanted({ correlationId: trial.unique('order') })
    const create = (hands: Trial) => hands.call('createInvoice', asked)
    return trial.together(create, create)
  },
  judge: { 'strike.invoices.create.duplicate': (both) => underWayTogether(both, () => oneOfTwo(both)) },
})

/** The correlation id of an invoice that was cancelled, and of one for somebody else. */
const takenOtherwise = example('strike/invoices/correlation-id-of-other-invoices', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const [cancelled, others] = [trial.unique('order'), trial.unique('order')]
    await trial.given('cancelInvoice', of(await givenInvoice(trial, { correlationId: cancelled })))
    const path = { handle: (await givenHolder(trial.as('receiver'))).handle }
    await trial.given('createInvoiceForReceiver', { path, ...wanted({ correlationId: others }) })
    return forEach([cancelled, others], (correlationId) => trial.call('createInvoice', wanted({ correlationId })))
  },
  judge: {
    'strike.invoices.create.duplicate': (again) =>
      each(again, (refused) => refusedAs(refused, 409, 'DUPLICATE_INVOICE')),
  },
})

function oneOfTwo(both: readonly Exchange[]): Judgement {
  const statuses = both.map(({ response }) => response.status).toSorted((a, b) => a - b)
  return holds(statuses[0] === 201 && statuses[1] === 409, 'status', [201, 409], statuses)
}

/** Correlation ids that are nearly the one that is taken. */
const nearly = example('strike/invoices/correlation-id-nearly-taken', {
  arrange: async (trial) => {
    const taken = `${trial.unique('Order-')}é`
    await givenInvoice(trial, { correlationId: taken })
    const whole = taken.padEnd(40, 'x')
    await givenInvoice(trial, { correlationId: whole })
    const others = [
      taken.toLowerCase(),
      taken.toUpperCase(),
      taken.slice(0, -1),
      `${taken}1`,
      taken.normalize('NFD'),
      `${whole.slice(0, -1)}y`,
    ]
    return forEach(others, (correlationId) => trial.call('createInvoice', wanted({ correlationId })))
  },
  judge: { 'strike.invoices.create.duplicate': (created) => each(created, (invoice) => hasStatus(invoice, 201)) },
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

const otherAccount = example('strike/invoices/correlation-id-of-another-account', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const correlationId = trial.unique('order')
    await givenInvoice(trial, { correlationId })
    return trial.as('other').call('createInvoice', wanted({ correlationId }))
  },
  judge: { 'strike.invoices.create.correlation-free': (created) => hasStatus(created, 201) },
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
  duplicate,
  together,
  otherAccount,
  nearly,
  takenOtherwise,
  limitOfReceiver,
  currencyOfReceiver,
  makesNothing,
  invoiceable,
]
