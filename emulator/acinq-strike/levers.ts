import { UnknownLever } from '../http.ts'
import type { Charge, ChargeView } from './charge.ts'
import { announce } from './hooks.ts'
import { viewOf } from './view.ts'
import { keep } from './world.ts'
import type { Account, World } from './world.ts'

type Details = Readonly<Record<string, unknown>>

function chargeOf(account: Account, { charge, payment_request: request }: Details): Charge {
  const found = account.charges
    .newestFirst()
    .find(({ id, paymentRequest }) => id === charge || paymentRequest === request)
  if (found === undefined)
    throw new Error('"charge" is the id, or "payment_request" the request, of a charge of this key.')
  return found
}

/** A customer pays a charge over Lightning. */
function pay(world: World, account: Account, details: Details): ChargeView {
  const charge = chargeOf(account, details)
  const now = world.clock.now()
  if (charge.paid) throw new Error('This charge is paid already.')
  if (now >= charge.expiresAt) throw new Error('The payment request of this charge has expired.')
  const paid = keep(world, account, world.rules.paidBy(charge, now))
  if (world.rules.hookedOn.includes('payment')) announce(world, account, paid)
  return viewOf(world.rules, paid)
}

/** The merchant sets the address of the web hook, or clears it with null. */
function setHook(_: World, account: Account, { url }: Details): null {
  if (url !== null && (typeof url !== 'string' || !/^https?:\/\//u.test(url))) {
    throw new Error('"url" is an http or https address, or null.')
  }
  account.hook = url ?? undefined
  return null
}

type Lever = (world: World, account: Account, details: Details) => ChargeView | null

const levers: ReadonlyMap<string, Lever> = new Map<string, Lever>([
  ['pay', pay],
  ['set-hook', setHook],
])

/** Does what the API has no call for. */
export function pullLever(world: World, name: string, key: string, details: Details): ChargeView | null {
  const lever = levers.get(name)
  if (lever === undefined) throw new UnknownLever(`The levers are ${[...levers.keys()].join(' and ')}, not ${name}.`)
  if (!world.rules.knowsKey(key)) throw new Error('No account has this key.')
  return lever(world, world.account(key), details)
}
