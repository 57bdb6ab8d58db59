import type { Account } from './account.ts'
import { refuse } from './codes.ts'
import { dispatch } from './deliveries.ts'
import { shownEvent } from './event-view.ts'
import { listOf } from './odata/list.ts'
import { readListQuery } from './odata/query.ts'
import type { Invoice, StrikeEvent } from './records.ts'
import type { Context, Handler, World } from './world.ts'

export const listEvents: Handler = (context) => {
  const { rules, query } = context
  const asked = readListQuery(query, rules.eventFilters, rules)
  if (asked === undefined) return refuse('INVALID_DATA_QUERY')
  const { items, count } = listOf(keptEvents(context), asked, (event) => filterable(context, event), rules)
  return { status: 200, body: { items: items.map((event) => shownEvent(event, rules)), count } }
}

export const retrieveEvent: Handler = (context) => {
  const id = (context.params['eventId'] ?? '').toLowerCase()
  const event = keptEvents(context).find((kept) => kept.id === id)
  return event === undefined ? refuse('NOT_FOUND') : { status: 200, body: shownEvent(event, context.rules) }
}

/** Tells everyone whom an invoice concerns what happened to it. */
export function announce(world: World, invoice: Invoice, eventType: string, before?: Invoice): void {
  for (const id of new Set([invoice.issuerId, invoice.receiverId])) {
    const account = world.accounts.get(id)
    if (account === undefined) continue
    for (const type of [eventType, ...world.rules.alsoRaised(eventType)]) tell(world, account, invoice, type, before)
  }
}

function tell(world: World, account: Account, invoice: Invoice, eventType: string, before: Invoice | undefined): void {
  const { rules } = world
  const subscribed = account.subscriptions
    .oldestFirst()
    .filter((subscription) => rules.receives(subscription, eventType))
  if (!rules.keepsEvent(subscribed.length > 0)) return
  const event: StrikeEvent = {
    id: world.ids.uuid(),
    eventType,
    webhookVersion: 'v1',
    data: {
      entityId: rules.entityOf(invoice),
      ...(before === undefined ? {} : { changes: rules.changesOf(before, invoice) }),
      ...rules.dataBeside(invoice),
    },
    created: world.stamp(),
    deliveries: new Map(subscribed.map(({ id }) => [id, 'pending'])),
  }
  account.events.put(event.id, event)
  for (const { id } of subscribed)
    world.track(dispatch(world, account, { eventId: event.id, subscriptionId: id, repetition: 0 }))
}

function keptEvents({ world, rules, account }: Context): readonly StrikeEvent[] {
  return account.events.oldestFirst().filter((event) => rules.isKept(event, world.now()))
}

function filterable(
  { rules }: Context,
  event: StrikeEvent,
): Readonly<Record<string, string | number | boolean | null>> {
  const deliverySuccess = rules.deliverySuccess([...event.deliveries.values()])
  return { created: event.created, eventType: event.eventType, deliverySuccess }
}
