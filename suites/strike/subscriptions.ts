import { all, departs, each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { sameJson, valueAt } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { differences, hasLength, hasStatus, holds, sameBody } from '../vocabulary/judge.ts'
import { listAt, read, textAt } from '../vocabulary/read.ts'
import { notFound } from './refusal.ts'
import { discard, forEach, ofSubscription, subscribing } from './scenes.ts'

const shown = ['webhookUrl', 'webhookVersion', 'enabled', 'eventTypes'] as const

/** The answer has these properties; the order of event types is not promised. */
function shows(subscription: Exchange, expected: JsonObject) {
  return each(shown, (name) => {
    const [wanted, actual] = [expected[name] ?? null, read(subscription, `/${name}`) ?? null]
    const same =
      Array.isArray(wanted) && Array.isArray(actual)
        ? sameSet(wanted as readonly Json[], actual as readonly Json[])
        : sameJson(wanted, actual)
    return holds(same, `/${name}`, wanted, actual)
  })
}

function sameSet(left: readonly Json[], right: readonly Json[]): boolean {
  return left.length === right.length && left.every((item) => right.includes(item))
}

function readBack(contract: Contract): Check {
  return whatIsMadeCanBeRead(contract, 'strike/subscriptions/read-back', {
    create: 'createSubscription',
    retrieve: 'retrieveSubscription',
    id: '/id',
    parameter: 'subscriptionId',
    share: 0.3,
    discard,
    same: { clause: 'strike.subscriptions.retrieve.same' },
    carries: { 'strike.subscriptions.create.echoes': shows },
  })
}

const listed = example('strike/subscriptions/list', {
  arrange: async (trial) => {
    const made: Exchange[] = []
    while (made.length < 3)
      made.push(
        await trial.given(
          'createSubscription',
          subscribing({ enabled: made.length === 1, webhookUrl: `https://shop.example/${made.length}` }),
        ),
      )
    const list = await trial.given('listSubscriptions')
    await forEach(made, (subscription) => discard(trial, subscription))
    return { made, list }
  },
  judge: {
    'strike.subscriptions.list.complete': ({ made, list }) =>
      each(made, (subscription) => {
        const found = listAt(list, '').filter((item) => valueAt(item, '/id') === read(subscription, '/id'))
        return found.length === 1
          ? differences(read(subscription, ''), found[0], '')
          : departs({ at: '', expected: 'the subscription once', actual: found.length })
      }),
  },
})

const changes: readonly JsonObject[] = [
  { webhookUrl: 'https://other.example/a' },
  { enabled: false },
  { eventTypes: ['invoice.created'] },
  { secret: 'another secret' },
  { enabled: false, webhookUrl: 'https://other.example/b' },
  { webhookUrl: 'https://other.example/d', eventTypes: ['invoice.updated'], secret: 'another secret' },
]

async function change(trial: Trial, sent: JsonObject, before: JsonObject = {}) {
  const created = await trial.given('createSubscription', subscribing(before))
  const answer = await trial.given('updateSubscription', { ...ofSubscription(created), body: sent })
  const fetched = await trial.given('retrieveSubscription', ofSubscription(created))
  await discard(trial, created)
  return { expected: { ...subscribing(before).body, ...sent }, created, answer, fetched }
}

const updated = example('strike/subscriptions/update', {
  arrange: async (trial) => [
    ...(await forEach(changes, (sent) => change(trial, sent))),
    // the same for one that is not as most are
    ...(await forEach(changes, (sent) => change(trial, sent, { enabled: false, eventTypes: ['invoice.updated'] }))),
  ],
  judge: {
    'strike.subscriptions.update.only-sent': (updates) =>
      each(updates, ({ expected, created, answer, fetched }) =>
        all(
          each([answer, fetched], (subscription) => shows(subscription, expected)),
          sameBody(created, fetched, [...shown, 'secret']),
        ),
      ),
  },
})

const deleted = example('strike/subscriptions/delete', {
  arrange: async (trial) => {
    const created = await trial.given('createSubscription', subscribing({ enabled: false }))
    const kept = await trial.given('createSubscription', subscribing({ enabled: false }))
    await trial.given('deleteSubscription', ofSubscription(created))
    const seen = {
      id: textAt(created, '/id'),
      fetched: await trial.call('retrieveSubscription', ofSubscription(created)),
      kept: await trial.call('retrieveSubscription', ofSubscription(kept)),
      list: await trial.given('listSubscriptions'),
    }
    await discard(trial, kept)
    return seen
  },
  judge: {
    'strike.subscriptions.delete.gone': ({ id, fetched, kept, list }) =>
      all(
        notFound(fetched),
        hasStatus(kept, 200),
        holds(
          !listAt(list, '').some((item) => valueAt(item, '/id') === id),
          '',
          'a list without the deleted subscription',
          id,
        ),
      ),
  },
})

const atMost = example('strike/subscriptions/limit', {
  needs: ['fresh-account'],
  arrange: async (trial) => {
    for (let made = 0; made < 49; made += 1) await trial.given('createSubscription', subscribing({ enabled: false }))
    const last = await trial.call('createSubscription', subscribing({ enabled: false }))
    await trial.call('createSubscription', subscribing({ enabled: false }))
    return { last, list: await trial.given('listSubscriptions') }
  },
  judge: {
    'strike.subscriptions.create.answers': ({ last }) => hasStatus(last, 201),
    'strike.subscriptions.create.limit': ({ last, list }) =>
      all(
        hasStatus(last, 201),
        hasLength(list, '', (length) => length <= 50, '50 at most'),
      ),
  },
})

export function subscriptions(contract: Contract): readonly Check[] {
  return [readBack(contract), listed, updated, deleted, atMost]
}
