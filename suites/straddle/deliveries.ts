import { createHmac } from 'node:crypto'
import { headerOf } from '../../model/exchange.ts'
import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import type { Receiver, Trial } from '../../model/trial.ts'

/** Opens a place for the events of an account, with a secret of its own. */
export async function subscribe(trial: Trial): Promise<{ readonly receiver: Receiver; readonly secret: string }> {
  const receiver = await trial.receiver()
  const secret = `whsec_${Buffer.from(trial.unique('a secret of twenty-four bytes ')).toString('base64')}`
  await trial.lever('webhook', { url: receiver.url, secret })
  return { receiver, secret }
}

/** The event that a delivery carries. */
export function eventOf(delivery: Exchange | undefined): Json | undefined {
  try {
    return delivery === undefined ? undefined : (JSON.parse(delivery.request.body) as Json)
  } catch {
    return undefined
  }
}

/** Events of one type about one resource. */
export function eventsOf(deliveries: readonly Exchange[], type: string, id: string): readonly (Json | undefined)[] {
  return deliveries
    .map(eventOf)
    .filter((event) => valueAt(event, '/event_type') === type && valueAt(event, '/data/id') === id)
}

/** One of the three headers that every delivery has, under either prefix unless one is given. */
export function webhookHeader({ request }: Exchange, part: string, prefix?: 'webhook' | 'svix'): string | undefined {
  const prefixes = prefix === undefined ? (['webhook', 'svix'] as const) : [prefix]
  return prefixes.map((each) => headerOf(request, `${each}-${part}`)).find((value) => value !== undefined)
}

/** The time that was signed, in milliseconds since the epoch. */
export function stampOf(delivery: Exchange): number {
  return Number(webhookHeader(delivery, 'timestamp')) * 1000
}

/** One of the signatures is that of id, timestamp and raw body under the secret. */
export function signatureFits(delivery: Exchange, secret: string): boolean {
  const signed = `${webhookHeader(delivery, 'id')}.${webhookHeader(delivery, 'timestamp')}.${delivery.request.body}`
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  return (webhookHeader(delivery, 'signature') ?? '').split(' ').includes(expected)
}
