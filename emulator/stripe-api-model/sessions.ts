import type { Handler } from './call.ts'
import { amount, needed, optional, paymentMode, readFields, text, url } from './fields.ts'
import { list, retrieve } from './lists.ts'
import type { Session } from './records.ts'
import { isRefusal, refuse } from './refusal.ts'

interface Wanted {
  readonly paymentMode: string
  readonly urlSuccess: string
  readonly urlCancel: string
  readonly customerId: string
  readonly charges: number | undefined
  readonly quantity: number | undefined
  readonly shippingInfo: string | undefined
}

export const createSession: Handler = (call) => {
  const { rules, account, ids, clock } = call
  const needs = (name: string): boolean => rules.sessionNeeds.includes(name)
  const wanted = readFields<Wanted>(call, {
    paymentMode: needed(needs('paymentMode'), 'oneTime', paymentMode(call)),
    urlSuccess: needed(needs('urlSuccess'), '', url(call)),
    urlCancel: needed(needs('urlCancel'), '', url(call)),
    customerId: needed(needs('customerId'), 'nobody', text),
    charges: optional(amount(call, 'session', rules.leastInSession)),
    quantity: optional(amount(call, 'session', rules.leastInSession)),
    shippingInfo: optional(text),
  })
  if (isRefusal(wanted)) return wanted
  if (rules.sessionNeedsKnownCustomer && rules.find(account.customers, wanted.customerId) === undefined)
    return rules.unknownReference('customerId')
  if (rules.isForbidden(account, wanted.customerId)) return refuse('forbidden', 'This customer may not pay.')
  const fresh: Session = rules.sessionKept({
    ...wanted,
    sessionId: rules.newId('session', ids, account),
    charges: wanted.charges ?? null,
    quantity: wanted.quantity ?? null,
    shippingInfo: wanted.shippingInfo ?? null,
    createdAt: clock.seconds(),
  })
  const session = rules.sessionFor(fresh, account)
  if (rules.isSessionStored) account.sessions.put(session.sessionId, session)
  return { status: rules.createdStatus, body: rules.showSession(session) }
}

export const retrieveSession: Handler = (call) =>
  retrieve(call, call.account.sessions, call.params['sessionId'], (session) =>
    call.rules.showRetrievedSession(call.rules.showSession(session)),
  )

export const listSessions: Handler = (call) => list(call, call.account.sessions, call.rules.showSession)
