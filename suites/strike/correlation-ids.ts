import { each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { underWayTogether } from '../vocabulary/under-way-together.ts'
import { refusedAs } from './refusal.ts'
import { forEach, givenHolder, givenInvoice, of, wanted } from './scenes.ts'

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

const otherAccount = example('strike/invoices/correlation-id-of-another-account', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const correlationId = trial.unique('order')
    await givenInvoice(trial, { correlationId })
    return trial.as('other').call('createInvoice', wanted({ correlationId }))
  },
  judge: { 'strike.invoices.create.correlation-free': (created) => hasStatus(created, 201) },
})

/** A correlation id stands for one invoice of an account. */
export const correlationIds: readonly Check[] = [duplicate, together, otherAccount, nearly, takenOtherwise]
