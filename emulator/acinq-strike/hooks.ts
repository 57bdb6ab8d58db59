import type { Charge } from './charge.ts'
import { viewOf } from './view.ts'
import type { Account, World } from './world.ts'

/** Calls the web hook of an account, where it has one; nobody waits for it, and nothing is sent twice. */
export function announce(world: World, account: Account, charge: Charge): void {
  const { rules, deliver, deliveries } = world
  if (account.hook === undefined) return
  const about = rules.hookedCharge(charge, account.charges)
  const body = JSON.stringify(rules.hookEvent(viewOf(rules, about)))
  const delivery = deliver(account.hook, [['content-type', rules.hookMediaType]], body).then(
    () => undefined,
    // no retry of the service is known, so a receiver that is away has missed the event
    () => undefined,
  )
  deliveries.add(delivery)
  void delivery.then(() => deliveries.delete(delivery))
}
