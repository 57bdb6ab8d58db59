import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { sameValue } from '../../model/instant.ts'
import { all, each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { actingFor } from '../laws/acting-for.ts'
import { kebab } from '../laws/kebab.ts'
import { holds, inExchange } from '../vocabulary/judge.ts'
import { listAt, read } from '../vocabulary/read.ts'
import { atLeast } from './counted.ts'
import { eventOf, subscribe } from './deliveries.ts'
import { makeAccount } from './embedding.ts'
import { makePayment } from './kinds.ts'
import type { Kind } from './kinds.ts'
import { idOf } from './making.ts'
import { scenes } from './matrix.ts'
import { isWhole } from './whole-events.ts'

interface Acted {
  readonly name: string
  readonly resource: Resource
  readonly operation: string
  readonly embedded: boolean
}

/** An object as it was read, and what had been told of it since the action by then. */
interface Moment {
  readonly seen: Exchange
  readonly told: readonly Exchange[]
}

interface Told {
  readonly before: Exchange
  readonly moments: readonly Moment[]
  /** The account that it belongs to; undefined where no answer tells it. */
  readonly account: string | undefined
}

const hour = 3600

/** Whatever is done to anything, its status and all else is told as it is read: at once, and when what follows has happened. */
export function webhooksOfActions(contract: Contract): readonly Check[] {
  return Object.entries(contract.declaration.resources).flatMap(([name, resource]) => {
    // nothing is told of organizations
    if (resource.retrieve === undefined || resource.fixed.includes('/name')) return []
    const operations = [resource.update, ...resource.act].filter((operation) => operation !== undefined)
    return operations.flatMap((operation) => [
      tellsOf(contract, { name, resource, operation, embedded: false }),
      ...(resource.owners.includes('embedded-account')
        ? [tellsOf(contract, { name, resource, operation, embedded: true })]
        : []),
    ])
  })
}

function tellsOf(contract: Contract, acted: Acted): Check {
  const { name, operation, embedded } = acted
  const needs = ['webhooks', 'levers', 'clock'] as const
  return example<Told>(`straddle/webhooks/${kebab(operation)}${embedded ? '-of-embedded-account' : ''}`, {
    needs,
    arrange: (trial) => told(trial, acted),
    judge: {
      'straddle.webhooks.event.on-change': ({ before, moments }) =>
        each(moments, ({ seen, told: events }) => tellsStatus(before, seen, events)),
      'straddle.webhooks.event.full-resource': ({ moments }) =>
        each(moments, ({ seen, told: events }) => {
          const last = events.at(-1)
          const isOfThatTime = sameValue(eventData(last, '/updated_at'), read(seen, '/data/updated_at'))
          return isOfThatTime ? isWhole(contract, name, last, seen) : nothing
        }),
      'straddle.webhooks.event.account': ({ account, moments }) =>
        each(moments.at(-1)?.told ?? [], (event) =>
          account === undefined
            ? nothing
            : shows(event, valueAt(eventOf(event), '/account_id'), '/account_id', (own) => own === account, account),
        ),
      ...(['customer', 'charge', 'payout'].includes(name)
        ? { 'straddle.webhooks.event.masked': ({ moments }: Told) => each(moments, (one) => masked(acted, one)) }
        : {}),
    },
  })
}

async function told(platform: Trial, { name, resource, operation, embedded }: Acted): Promise<Told> {
  const { receiver } = await subscribe(platform)
  const acting = embedded ? idOf(await makeAccount(platform)) : undefined
  const trial = acting === undefined ? platform : actingFor(platform, 'straddle-account-id', acting)
  const call = await callOf(trial, resource, operation)
  const path = call.path ?? {}
  const id = path[resource.parameter ?? '']
  const about = (delivery: Exchange): boolean =>
    valueAt(eventOf(delivery), '/event_type') === `${name.replaceAll('-', '_')}.event.v1` &&
    eventData(delivery, '/id') === id
  const before = await trial.given(resource.retrieve ?? '', { path })
  const heard = (await receiver.deliveries(1, about)).filter(about).length
  await trial.advance(1)
  await trial.given(operation, call)
  const moments: Moment[] = []
  for (const wait of [0, hour]) {
    if (wait > 0) await trial.advance(wait)
    const seen = await trial.given(resource.retrieve ?? '', { path })
    moments.push({ seen, told: (await receiver.deliveries(heard, about)).filter(about).slice(heard) })
  }
  const owner = name === 'account' ? id : read(before, '/data/account_id')
  return { before, moments, account: acting ?? (typeof owner === 'string' ? owner : undefined) }
}

/** An update that sends metadata as well, where there is some. */
async function callOf(trial: Trial, { metadata, update }: Resource, operation: string): Promise<Call> {
  const call = await (scenes.calls[operation] as (trial: Trial) => Promise<Call>)(trial)
  if (operation !== update || metadata?.update !== update || !isObject(call.body)) return call
  return { ...call, body: { ...call.body, metadata: { order: '6736' } } }
}

const eventData = (event: Exchange | undefined, at: string): Json | undefined => valueAt(eventOf(event), `/data${at}`)

/** Where the status is another than before, the last event says so. */
function tellsStatus(before: Exchange, seen: Exchange, events: readonly Exchange[]): Judgement {
  const status = read(seen, '/data/status')
  const last = events.at(-1)
  if (status === undefined || (last === undefined && status === read(before, '/data/status'))) return nothing
  return last === undefined
    ? atLeast(0, 1)
    : shows(last, eventData(last, '/status'), '/data/status', (own) => own === status, status)
}

function masked({ resource }: Acted, { told: events }: Moment): Judgement {
  return each(events, (event) =>
    each(resource.masks ?? [], ({ at, form }) => {
      const value = eventData(event, at)
      return typeof value === 'string'
        ? shows(event, value, `/data${at}`, (own) => new RegExp(form, 'u').test(String(own)), form)
        : nothing
    }),
  )
}

function shows(
  event: Exchange,
  value: Json | undefined,
  at: string,
  fits: (value: Json | undefined) => boolean,
  expected: Json,
): Judgement {
  return inExchange(event, holds(fits(value), at, expected, value))
}

const outcomes = [
  'standard',
  'on_hold_daily_limit',
  'cancelled_for_fraud_risk',
  'failed_insufficient_funds',
  'failed_not_authorized',
  'reversed_insufficient_funds',
  'reversed_customer_dispute',
]

/** Every change of status that a history tells has an event of its own. */
export function webhooksOfOutcomes(kind: Kind): Check {
  return example(`straddle/webhooks/${kind.section}-of-every-outcome`, {
    needs: ['webhooks', 'levers', 'clock'],
    arrange: async (trial) => {
      const { receiver } = await subscribe(trial)
      const ids: string[] = []
      for (const sandbox_outcome of outcomes)
        ids.push(idOf(await makePayment(trial, kind, { config: { sandbox_outcome } })))
      await trial.advance(hour)
      const seen: Exchange[] = []
      for (const id of ids) seen.push(await trial.given(kind.get, { path: { id } }))
      return { seen, arrived: await receiver.deliveries(ids.length) }
    },
    judge: {
      'straddle.webhooks.event.on-change': ({ seen, arrived }) =>
        all(...seen.map((payment) => everyChange(payment, arrived))),
    },
  })
}

function everyChange(payment: Exchange, arrived: readonly Exchange[]): Judgement {
  const entries = listAt(payment, '/data/status_history').filter(isObject)
  const changes = entries.filter((entry, index) => entry['status'] !== entries[index - 1]?.['status'])
  return each(changes, (entry: JsonObject) => {
    const isTold = arrived.some(
      (event) =>
        eventData(event, '/id') === read(payment, '/data/id') &&
        eventData(event, '/status') === entry['status'] &&
        sameValue(eventData(event, '/status_details/changed_at'), entry['changed_at']),
    )
    return holds(isTold, '', { 'an event of': entry['status'] ?? null }, 'none')
  })
}
