import { departs, each, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { property } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { JsonObject } from '../../model/json.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { holds, inExchange } from '../vocabulary/judge.ts'
import { listAt } from '../vocabulary/read.ts'
import { makeAccount } from './embedding.ts'
import { idsIn, onlyIds } from './found.ts'
import { idOf } from './making.ts'
import { refusesFaults } from './refusal.ts'

const amount = fc.integer({ min: 1, max: 1_000_000 })
const limited = fc.record({
  enable: fc.boolean(),
  max_amount: amount,
  daily_amount: amount,
  monthly_amount: amount,
  monthly_count: fc.integer({ min: 1, max: 1000 }),
})
const plain = fc.record({ enable: fc.boolean() })
const wanted: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      charges: limited,
      payouts: limited,
      individuals: plain,
      businesses: plain,
      internet: plain,
      signed_agreement: plain,
    },
    { requiredKeys: [] },
  )
  .filter((body) => Object.keys(body).length > 0)

/** Exactly one request for each capability asked for, as it was asked for. */
function oneEach(created: Exchange, body: JsonObject): Judgement {
  return inExchange(created, asAskedFor(listAt(created, '/data').filter(isObject), body))
}

function asAskedFor(made: readonly JsonObject[], body: JsonObject): Judgement {
  const types = made.map(({ type }) => String(type)).toSorted()
  const expected = Object.keys(body).toSorted()
  if (types.join() !== expected.join()) return departs({ at: '/data', expected, actual: types })
  return each(made, (request, index) => {
    const sent = body[String(request['type'])]
    const enable = isObject(sent) ? sent['enable'] : undefined
    return request['enable'] === enable
      ? limitsOf(request, sent, index)
      : departs({ at: `/data/${index}/enable`, expected: enable ?? null, actual: request['enable'] ?? null })
  })
}

function limitsOf(request: JsonObject, sent: JsonObject[string] | undefined, index: number): Judgement {
  const settings = request['settings']
  if (!isObject(sent) || !isObject(settings)) return unobservable('no settings are shown')
  const shown = Object.entries(sent).filter(([name]) => Object.hasOwn(settings, name))
  return each(shown, ([name, value]) =>
    holds(settings[name] === value, `/data/${index}/settings/${name}`, value, settings[name]),
  )
}

export function capabilityRequests(contract: Contract): readonly Check[] {
  return [
    property<{ readonly created: Exchange; readonly again: Exchange; readonly listed: Exchange }, JsonObject>(
      'straddle/capability-requests/one-each',
      {
        share: 0.5,
        inputs: () => wanted,
        arrange: async (trial, body) => {
          const path = { account_id: idOf(await makeAccount(trial)) }
          // another account has asked for something, too
          const other = { account_id: idOf(await makeAccount(trial)) }
          await trial.given('createCapabilityRequests', { path: other, body: { internet: { enable: true } } })
          const created = await trial.given('createCapabilityRequests', { path, body })
          // what is asked for once more is a request of its own
          const again = await trial.given('createCapabilityRequests', { path, body })
          return {
            created,
            again,
            listed: await trial.given('listCapabilityRequests', { path, query: { page_size: 1000 } }),
          }
        },
        judge: {
          'straddle.capabilities.create.one-each': ({ created }, body) => oneEach(created, body),
          'straddle.capabilities.list.as-created': ({ created, again, listed }) =>
            onlyIds(listed, [...idsIn(created), ...idsIn(again)].map(String)),
        },
      },
    ),
    ...refusesInvalidInput(contract, 'straddle/capability-requests', {
      operation: 'createCapabilityRequests',
      prepare: async (trial) => ({ call: { path: { account_id: idOf(await makeAccount(trial)) } } }),
      ...refusesFaults,
    }),
  ]
}
