import { departs, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { listAt, read } from '../vocabulary/read.ts'

/** The latest events of a type about an entity, as the API lists them. */
export async function eventsAbout(trial: Trial, eventType: string, entityId: string): Promise<readonly JsonObject[]> {
  const query = { $filter: `eventType eq '${eventType}'`, $orderby: 'created desc', $top: 100 }
  const events = about(listAt(await trial.given('listEvents', { query }), '/items'), entityId)
  return events.filter((event) => event['eventType'] === eventType)
}

function about(events: readonly Json[], entityId: string): readonly JsonObject[] {
  return events.filter(isObject).filter((event) => valueAt(event, '/data/entityId') === entityId)
}

/** The event that a delivery carries, or an empty object where it is none. */
export function eventOf({ request }: Exchange): JsonObject {
  try {
    const event: unknown = JSON.parse(request.body)
    return isObject(event) ? event : {}
  } catch {
    return {}
  }
}

/** What a delivery says that it is about. */
export const entityOf = (delivery: Exchange): Json | undefined => valueAt(eventOf(delivery), '/data/entityId')

/** Deliveries without those about invoices that others made on the account meanwhile. */
export async function withoutOthers(
  trial: Trial,
  deliveries: readonly Exchange[],
  own: string,
): Promise<readonly Exchange[]> {
  const others = new Set<Json | undefined>()
  for (const entity of new Set(deliveries.map(entityOf))) {
    if (typeof entity !== 'string' || entity === '' || entity === own) continue
    const seen = await trial.call('retrieveInvoice', { path: { invoiceId: entity } })
    if (seen.response.status === 200 && read(seen, '/invoiceId') === entity) others.add(entity)
  }
  return deliveries.filter((delivery) => !others.has(entityOf(delivery)))
}

/** Deliveries of events of a type. */
export function ofType(deliveries: readonly Exchange[], eventType: string): readonly Exchange[] {
  return deliveries.filter((delivery) => eventOf(delivery)['eventType'] === eventType)
}

/** As many deliveries as expected. */
export function counted(deliveries: readonly Exchange[], expected: number, what = ''): Judgement {
  if (deliveries.length === expected) return kept()
  return departs({ at: what, expected: `${expected} deliveries`, actual: deliveries.length })
}
