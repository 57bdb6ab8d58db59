import { createHash } from 'node:crypto'
import type { EmulatorRequest } from '../http.ts'
import type { Params } from '../router.ts'
import { readBody } from './body.ts'
import type { Charge, ChargeView, Wanted } from './charge.ts'
import { announce } from './hooks.ts'
import { paymentRequestOf } from './payment-request.ts'
import { isRefusal, refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import { viewOf } from './view.ts'
import { readWanted } from './wanted.ts'
import { keep } from './world.ts'
import type { Account, World } from './world.ts'

/** A request of a known account. */
export interface Call {
  readonly world: World
  readonly account: Account
  readonly request: EmulatorRequest
  readonly params: Params
  readonly query: URLSearchParams
}

export type Answer = ChargeView | readonly ChargeView[] | Refusal

function makeCharge({ rules, ids, clock }: World, wanted: Wanted): Charge {
  const now = clock.now()
  const preimage = Buffer.from(ids.hex(64), 'hex')
  const paymentHash = rules.hashFrom(wanted, createHash('sha256').update(preimage).digest('hex'))
  return {
    ...wanted,
    id: `ch_${ids.token(rules.idLength)}`,
    paymentHash,
    paymentRequest: paymentRequestOf(rules, wanted, paymentHash, now),
    expiresAt: now + rules.invoiceSeconds * 1000,
    paid: false,
    createdAt: now,
    updatedAt: now,
  }
}

export function createCharge({ world, account, request }: Call): Answer {
  const { rules, clock } = world
  const parameters = readBody(rules, request)
  if (isRefusal(parameters)) return parameters
  const wanted = readWanted(rules, parameters)
  if (isRefusal(wanted)) {
    const unread = rules.keptOfRefused(parameters.values)
    if (unread !== undefined) keep(world, account, makeCharge(world, unread))
    return wanted
  }
  const charge = rules.reused(account.charges, wanted) ?? makeCharge(world, wanted)
  keep(world, account, charge)
  if (rules.hookedOn.includes('creation')) announce(world, account, charge)
  return viewOf(rules, rules.shownWhenCreated(charge, clock.now()))
}

export function retrieveCharge({ world, account, params }: Call): Answer {
  const { rules, clock, everybody } = world
  const charge = rules.find(account.charges, everybody, params['charge'] ?? '')
  if (charge === undefined) return refuse('unknown-charge', 'This account has no such charge.')
  return viewOf(rules, rules.shownWhenRetrieved(charge, clock.now()))
}

function readCount(text: string | null, absent: number, least: number): number | undefined {
  if (text === null) return absent
  return /^[0-9]{1,9}$/u.test(text) && Number(text) >= least ? Number(text) : undefined
}

export function listCharges({ world, account, query }: Call): Answer {
  const { rules, clock, everybody } = world
  const page = readCount(query.get('page'), rules.firstPage, 0)
  const size = readCount(query.get('size'), rules.defaultSize, 1)
  if (page === undefined) return refuse('bad-parameter', 'page is not a whole number from 0.')
  if (size === undefined) return refuse('bad-parameter', 'size is not a whole number from 1.')
  const charges = rules.listed(account.charges, everybody)
  const found = rules.pageOf(charges, Math.max(0, page - rules.firstPage), size)
  if (found.length === 0 && page > 0 && rules.refusesPastEnd) return refuse('unknown-path', 'There is no such page.')
  return found.map((charge) => viewOf(rules, rules.shownWhenListed(charge, clock.now())))
}
