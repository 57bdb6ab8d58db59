import type { Account } from './account.ts'
import { shownEvent } from './event-view.ts'
import type { DeliveryState, StrikeEvent, Subscription } from './records.ts'
import type { World } from './world.ts'

/** One try to bring an event to a subscription. */
interface Delivery {
  readonly eventId: string
  readonly subscriptionId: string
  /** 0 for the first try. */
  readonly repetition: number
}

/** Delivers an event, and sees to it that a delivery that fails is repeated. */
export async function dispatch(world: World, account: Account, delivery: Delivery): Promise<void> {
  const event = account.events.get(delivery.eventId)
  const subscription = account.subscriptions.get(delivery.subscriptionId)
  if (event === undefined || subscription === undefined) return
  if (!world.rules.receives(subscription, event.eventType)) return
  const status = await post(world, event, subscription, delivery.repetition)
  const state = stateAfter(world, status, delivery.repetition)
  note(account, delivery, state)
  if (state === 'pending') repeatLater(world, account, { ...delivery, repetition: delivery.repetition + 1 })
}

/** The status of the receiver, or 0 where it cannot be reached. */
async function post(
  { rules, deliver }: World,
  event: StrikeEvent,
  subscription: Subscription,
  repetition: number,
): Promise<number> {
  const own = { id: rules.deliveredId(event, repetition), webhookVersion: rules.eventVersion(subscription) }
  const body = rules.deliveredBody({ ...shownEvent(event, rules), ...own })
  const signature = rules.signature(subscription.secret, rules.signedBody(body))
  const headers = [
    ['content-type', 'application/json'],
    [rules.signatureHeader, signature],
  ] as const
  return deliver(subscription.webhookUrl, headers, body).catch(() => 0)
}

function stateAfter({ rules }: World, status: number, repetition: number): DeliveryState {
  if (rules.isDelivered(status)) return 'succeeded'
  return rules.isOptOut(status) || repetition >= rules.maxRepetitions ? 'failed' : 'pending'
}

function note(account: Account, { eventId, subscriptionId }: Delivery, state: DeliveryState): void {
  const event = account.events.get(eventId)
  if (event === undefined) return
  account.events.put(eventId, { ...event, deliveries: new Map([...event.deliveries, [subscriptionId, state]]) })
}

function repeatLater(world: World, account: Account, delivery: Delivery): void {
  const { clock, rules } = world
  clock.at(
    clock.now() + rules.delayBefore(delivery.repetition) * 1000,
    () => dispatch(world, account, delivery),
    account,
  )
}
