import type { View } from './call.ts'
import type { Scope, World } from './world.ts'

/** What happened to an object, as it was before (where it was there) and as it is now. */
export interface Change {
  readonly resource: string
  readonly created: boolean
  readonly before?: () => View
  readonly after: () => View
}

/** Tells the endpoints of a platform what happened in one of its accounts. */
export function tell({ rules, webhooks }: World, scope: Scope, change: Change): void {
  const { platform } = scope
  if (platform.endpoints.length === 0) return
  const data = rules.entity(change.after(), change.before?.())
  const accountId = rules.eventAccount(scope.accountId, platform.id)
  for (const happening of rules.happenings(change.created)) {
    webhooks.send(platform.endpoints, { eventType: rules.eventType(change.resource, happening), accountId, data })
  }
}
