import type { JsonObject } from '../../model/json.ts'
import { refuse } from './codes.ts'
import type { Refusal } from './codes.ts'
import { invalid, missing, readBody } from './faults.ts'
import type { Subscription } from './records.ts'
import type { Rules } from './rules.ts'
import { subscriptionFaults } from './subscription-faults.ts'
import { writeTimestamp } from './timestamp.ts'
import { isRefusal } from './world.ts'
import type { Context, Handler } from './world.ts'

export const createSubscription: Handler = ({ world, rules, account, body }) => {
  const read = readBody(body)
  if (isRefusal(read)) return read
  const faults = [...missing(read.object, rules.subscriptionRequires), ...subscriptionFaults(read.object, rules)]
  if (faults.length > 0) return invalid(faults)
  if (account.subscriptions.size >= rules.maxSubscriptions) return refuse('UNPROCESSABLE_ENTITY')
  const blank = { webhookUrl: '', webhookVersion: 'v1', secret: '', enabled: false, eventTypes: [] }
  const subscription = { ...blank, ...changeOf(read.object), id: world.ids.uuid(), created: world.stamp() }
  account.subscriptions.put(subscription.id, subscription)
  return { status: 201, body: shown(subscription, rules) }
}

export const listSubscriptions: Handler = ({ rules, account }) => ({
  status: 200,
  body: rules.listed(account.subscriptions.oldestFirst()).map((subscription) => shown(subscription, rules)),
})

export const retrieveSubscription: Handler = (context) => {
  const subscription = found(context)
  return isRefusal(subscription) ? subscription : { status: 200, body: shown(subscription, context.rules) }
}

export const updateSubscription: Handler = (context) => {
  const { rules, account } = context
  const subscription = found(context)
  if (isRefusal(subscription)) return subscription
  const read = readBody(context.body)
  if (isRefusal(read)) return read
  const faults = subscriptionFaults(read.object, rules)
  if (faults.length > 0) return invalid(faults)
  const updated = rules.merged(subscription, changeOf(read.object))
  account.subscriptions.put(updated.id, updated)
  return { status: 200, body: shown(updated, rules) }
}

export const deleteSubscription: Handler = (context) => {
  const subscription = found(context)
  if (isRefusal(subscription)) return subscription
  if (context.rules.deletes) context.account.subscriptions.remove(subscription.id)
  return { status: 200 }
}

function found({ account, params }: Context): Subscription | Refusal {
  return account.subscriptions.get((params['subscriptionId'] ?? '').toLowerCase()) ?? refuse('NOT_FOUND')
}

/** The properties of a checked request that a subscription takes over. */
function changeOf(body: JsonObject): Partial<Subscription> {
  const names = ['webhookUrl', 'webhookVersion', 'secret', 'enabled', 'eventTypes']
  return Object.fromEntries(
    names.filter((name) => body[name] !== undefined && body[name] !== null).map((name) => [name, body[name]]),
  )
}

function shown(subscription: Subscription, rules: Rules): unknown {
  return Object.fromEntries(
    rules.shownProperties.map((name) => [
      name,
      name === 'created' ? writeTimestamp(subscription.created) : subscription[name],
    ]),
  )
}
