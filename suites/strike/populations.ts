import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import type { Filling, Population } from '../laws/lists/filling.ts'
import { listAt, textAt } from '../vocabulary/read.ts'
import { givenHolder, givenInvoice, of, subscribing, wanted } from './scenes.ts'

/** Six invoices of two receivers, some with a correlation id, two of them cancelled. */
async function someInvoices(trial: Trial, pause: () => Promise<void>): Promise<readonly Exchange[]> {
  const invoices: Exchange[] = []
  const make = async (more: JsonObject = {}): Promise<void> => void invoices.push(await givenInvoice(trial, more))
  await make()
  await make({ correlationId: trial.unique('order-') })
  await pause()
  if (trial.can('second-account')) {
    const { handle } = await givenHolder(trial.as('receiver'))
    invoices.push(await trial.given('createInvoiceForReceiver', { ...wanted(), path: { handle } }))
  }
  await make({ correlationId: trial.unique("o'clock isn't o'") })
  await pause()
  await make({ amount: { amount: '7.00', currency: 'USD' } })
  await make()
  if (trial.can('second-account')) invoices.push(await received(trial, textAt(invoices[0] as Exchange, '/issuerId')))
  for (const index of [1, 4]) await trial.given('cancelInvoice', of(invoices[index] as Exchange))
  if (trial.can('levers')) {
    const pay = (index: number, stopAt: string) =>
      trial.lever('pay', { invoiceId: textAt(invoices[index] as Exchange, '/invoiceId'), stopAt })
    await pay(0, 'PENDING')
    await pay(3, 'PAID')
  }
  return invoices
}

/** An invoice that another account issued, which has invoices of its own besides. */
async function received(trial: Trial, id: string): Promise<Exchange> {
  const issuer = trial.as('issuer')
  const own = await givenInvoice(issuer)
  if (issuer.can('levers')) await issuer.lever('pay', { invoiceId: textAt(own, '/invoiceId') })
  const profile = await trial.given('retrieveProfile', { path: { id } })
  const path = { handle: textAt(profile, '/handle') }
  return issuer.given('createInvoiceForReceiver', { ...wanted(), path })
}

const idsIn = (invoices: readonly Exchange[]): readonly string[] => invoices.map((one) => textAt(one, '/invoiceId'))

const invoices: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    const made = await someInvoices(trial, pause)
    return { ids: idsIn(made), touch: (invoiceId) => trial.call('createQuote', { path: { invoiceId } }) }
  },
}

const events: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    await someInvoices(trial, pause)
    const all = await trial.given('listEvents', { query: { $orderby: 'created', $top: 100 } })
    return { ids: listAt(all, '/items').map((event) => String(valueAt(event, '/id'))) }
  },
}

const subscriptions: Filling = {
  needs: ['fresh-account'],
  async populate(trial): Promise<Population> {
    const ids: string[] = []
    for (const enabled of [true, false, true, false, true, true]) {
      const webhookUrl = `https://shop.example/${trial.unique('hooks')}`
      ids.push(textAt(await trial.given('createSubscription', subscribing({ enabled, webhookUrl })), '/id'))
    }
    return {
      ids,
      touch: (subscriptionId) =>
        trial.given('updateSubscription', { path: { subscriptionId }, body: { enabled: true } }),
    }
  },
}

/** How each list of Strike is filled. */
export const populations: Readonly<Record<string, Filling>> = {
  listInvoices: invoices,
  listEvents: events,
  listSubscriptions: subscriptions,
}
