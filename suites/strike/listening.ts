import type { Exchange } from '../../model/exchange.ts'
import type { Receiver, Trial } from '../../model/trial.ts'
import { textAt } from '../vocabulary/read.ts'
import { entityOf } from './happenings.ts'
import { subscribing } from './scenes.ts'

/** A subscription to new invoices alone, so that an invoice makes one event. */
export async function subscribe(
  trial: Trial,
  secret = 'a secret for checks',
): Promise<{ readonly receiver: Receiver; readonly subscription: Exchange }> {
  const receiver = await trial.receiver()
  const body = subscribing({ webhookUrl: receiver.url, secret, eventTypes: ['invoice.created'] })
  return { receiver, subscription: await trial.given('createSubscription', body) }
}

/** Deliveries about this invoice, whatever else happens on the account. */
export async function deliveredAbout(receiver: Receiver, invoice: Exchange): Promise<readonly Exchange[]> {
  const isOurs = (delivery: Exchange): boolean => entityOf(delivery) === textAt(invoice, '/invoiceId')
  return (await receiver.deliveries(1, isOurs)).filter(isOurs)
}
