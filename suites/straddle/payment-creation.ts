import { all, each, nothing } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, hasStatus, sameBody } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { advanceToDay, dayOf, paymentBody } from './bodies.ts'
import { carries } from './carries.ts'
import { charges, makePayment } from './kinds.ts'
import { clauseOf } from './payment-clauses.ts'
import type { Kind } from './kinds.ts'
import { onlyIds } from './found.ts'
import { statusOf, until } from './lives.ts'
import { idOf, makePaykey } from './making.ts'
import type { Paykey } from './making.ts'
import { isMasked, isMaskedToken, maskedToken } from './masks.ts'
import { refusesByRule, refusesFaults, refusesField } from './refusal.ts'
import { makes, succeeded } from './success.ts'

const echoed = ['amount', 'currency', 'description', 'payment_date', 'external_id', 'consent_type']
/** What processing does not move. */
const lasting = ['id', 'paykey', 'config', 'metadata', 'created_at', ...echoed]

async function references(trial: Trial) {
  return { ids: { 'paykey-token': (await makePaykey(trial)).token, 'new-external-id': trial.unique('ORDER-') } }
}

function refusals(kind: Kind): Check {
  return example(`straddle/${kind.section}/refused-values`, {
    arrange: async (trial) => {
      const { token } = await makePaykey(trial)
      const create = (more: JsonObject) => trial.call(kind.create, { body: paymentBody(trial, kind.name, token, more) })
      return {
        currencies: [await create({ currency: 'EUR' }), await create({ currency: 'usd' })],
        dates: [
          await create({ payment_date: '2044-13-45' }),
          await create({ payment_date: '2044-02-30' }),
          await create({ payment_date: '2043-02-29' }),
        ],
        address: await create({ device: { ip_address: 'here' } }),
        past: await create({ payment_date: dayOf(trial, -1) }),
      }
    },
    judge: {
      [clauseOf(kind, 'create.currency')]: ({ currencies }) =>
        each(currencies, (answer) => refusesField(answer, 'currency')),
      [clauseOf(kind, 'create.formats')]: ({ dates, address }) =>
        all(
          each(dates, (date) => refusesField(date, 'payment_date')),
          refusesField(address, 'ip_address'),
        ),
      [clauseOf(kind, 'create.past-date')]: ({ past }) => refusesByRule(past),
    },
  })
}

/** Half an hour before midnight of New York it is tomorrow in the east already, half an hour after it still yesterday in the west. */
function aroundMidnight(kind: Kind): Check {
  return example(`straddle/${kind.section}/dated-around-midnight`, {
    needs: ['clock'],
    arrange: async (trial) => {
      const { token } = await makePaykey(trial)
      const create = (days: number) =>
        trial.call(kind.create, { body: paymentBody(trial, kind.name, token, { payment_date: dayOf(trial, days) }) })
      const tomorrow = dayOf(trial, 1)
      await advanceToDay(trial, tomorrow, -30 * 60)
      const evening = { today: await create(0), yesterday: await create(-1) }
      await advanceToDay(trial, tomorrow, 30 * 60)
      return [evening, { today: await create(0), yesterday: await create(-1) }]
    },
    judge: {
      [clauseOf(kind, 'create.past-date')]: (times) =>
        each(times, ({ today, yesterday }) => all(makes(today), refusesByRule(yesterday))),
    },
  })
}

function secondUse(kind: Kind): Check {
  return example(`straddle/${kind.section}/external-id-used-twice`, {
    arrange: async (trial) => {
      const paykey = await makePaykey(trial)
      const first = await makePayment(trial, kind, {}, paykey)
      const body = paymentBody(trial, kind.name, paykey.token, { external_id: read(first, '/data/external_id') ?? '' })
      const second = await trial.call(kind.create, { body })
      return { first, second, found: await trial.given('listPayments', { query: { paykey_id: paykey.id } }) }
    },
    judge: {
      [clauseOf(kind, 'create.external-id-unique')]: ({ first, second, found }) =>
        all(hasStatus(second, 400, 409, 422), onlyIds(found, [idOf(first)])),
    },
  })
}

function beginnings(kind: Kind): Check {
  return example(`straddle/${kind.section}/beginnings`, {
    arrange: async (trial) => {
      const paykey = await makePaykey(trial)
      const created = await makePayment(trial, kind, {}, paykey)
      const held = [
        await makePayment(trial, kind, { config: { auto_hold: true } }, paykey),
        await makePayment(trial, kind, { config: { auto_hold: true, auto_hold_message: 'To be looked at' } }, paykey),
        await makePayment(trial, kind, { payment_date: dayOf(trial, 5), config: { auto_hold: true } }, paykey),
      ]
      const path = { id: idOf(created) }
      return {
        paykey,
        created,
        held,
        seen: await trial.given(kind.get, { path }),
      }
    },
    judge: {
      [clauseOf(kind, 'create.starts-created')]: ({ created }) =>
        all(equals(created, '/data/status', 'created'), equals(created, '/data/status_history/0/status', 'created')),
      [clauseOf(kind, 'create.auto-hold')]: ({ held }) =>
        each(held, (one) =>
          all(equals(one, '/data/status', 'on_hold'), equals(one, '/data/status_details/reason', 'auto_hold')),
        ),
      [clauseOf(kind, 'get.parties')]: ({ paykey, seen }) =>
        all(
          equals(seen, '/data/paykey_details/id', paykey.id),
          equals(seen, '/data/customer_details/id', paykey.customer),
        ),
      'straddle.masking.payment.paykey': ({ created, seen }) =>
        each([created, seen], (answer) => isMasked(answer, '/data/paykey', maskedToken, isMaskedToken)),
      'straddle.masking.payment.ip-address': ({ created, seen }) =>
        each([created, seen], (answer) => isMasked(answer, '/data/device/ip_address', '**.**.**.**')),
    },
  })
}

function unmasked(kind: Kind): Check {
  return example(`straddle/${kind.section}/unmasked`, {
    arrange: async (trial) => {
      const paykey = await makePaykey(trial)
      const path = { id: idOf(await makePayment(trial, kind, {}, paykey)) }
      return { paykey, shown: await trial.given(kind.unmask, { path }) }
    },
    judge: {
      [clauseOf(kind, 'unmask.in-full')]: ({ paykey, shown }) => equals(shown, '/data/paykey', paykey.token),
    },
  })
}

/** A paykey that is not active, by each way to become so. */
const inactive: Readonly<Record<string, (trial: Trial) => Promise<Paykey>>> = {
  async cancelled(trial) {
    const paykey = await makePaykey(trial)
    await trial.given('cancelPaykey', { path: { id: paykey.id }, body: {} })
    return paykey
  },
  'in-review': (trial) => makePaykey(trial, { config: { sandbox_outcome: 'review' } }),
  rejected: (trial) => makePaykey(trial, { config: { sandbox_outcome: 'rejected' } }),
  async blocked(trial) {
    const paykey = await makePaykey(trial)
    const returned = await makePayment(trial, charges, { config: { sandbox_outcome: 'failed_not_authorized' } }, paykey)
    await until(trial, charges, idOf(returned), ['failed'])
    return paykey
  },
}

function inactivePaykey(kind: Kind, how: string): Check {
  return example(`straddle/${kind.section}/paykey-${how}`, {
    needs: ['clock'],
    arrange: async (trial) => {
      const paykey = await (inactive[how] ?? makePaykey)(trial)
      const created = await trial.call(kind.create, {
        body: paymentBody(trial, kind.name, paykey.token, { config: { sandbox_outcome: 'paid' } }),
      })
      return {
        created,
        ended: succeeded(created)
          ? await until(trial, kind, idOf(created), ['failed', 'cancelled', 'paid'])
          : undefined,
      }
    },
    judge: {
      [clauseOf(kind, 'create.paykey-inactive')]: ({ created, ended }) => {
        if (ended === undefined) return hasStatus(created, 400, 404, 422)
        return all(
          equals(ended, '/data/status', 'failed'),
          equals(ended, '/data/status_details/reason', 'invalid_paykey'),
        )
      },
    },
  })
}

function updates(kind: Kind): Check {
  return example(`straddle/${kind.section}/update`, {
    arrange: async (trial) => {
      const created = await makePayment(trial, kind)
      const path = { id: idOf(created) }
      const body = {
        amount: 12_345,
        description: 'Another order',
        payment_date: dayOf(trial, 3),
        metadata: { order: '1' },
      }
      const updated = await trial.given(kind.update, { path, body })
      return { created, body, updated, seen: await trial.given(kind.get, { path }) }
    },
    judge: {
      [clauseOf(kind, 'update.stores')]: ({ created, body, updated, seen }) =>
        all(
          each([updated, seen], (answer) => carries(answer, body, Object.keys(body))),
          each(['id', 'currency', 'external_id', 'paykey', 'created_at', 'config'], (name) =>
            equals(seen, `/data/${name}`, read(created, `/data/${name}`) ?? null),
          ),
        ),
      [clauseOf(kind, 'get.as-written')]: ({ updated, seen }) =>
        statusOf(updated) === statusOf(seen) ? sameBody(updated, seen, ['meta']) : nothing,
    },
  })
}

const lastingEquals = (created: Exchange, seen: Exchange) =>
  each(
    lasting.filter((name) => read(created, `/data/${name}`) !== undefined),
    (name) => equals(seen, `/data/${name}`, read(created, `/data/${name}`) ?? null),
  )

/** Creating, reading and changing a kind of payment. */
export function paymentCreation(contract: Contract, kind: Kind): readonly Check[] {
  return [
    whatIsMadeCanBeRead(contract, `straddle/${kind.section}/any-${kind.name}`, {
      create: kind.create,
      retrieve: kind.get,
      id: '/data/id',
      parameter: 'id',
      prepare: references,
      same: { clause: clauseOf(kind, 'get.as-written'), judge: lastingEquals },
      carries: { [clauseOf(kind, 'create.echoes')]: (created, sent) => carries(created, sent, echoed) },
    }),
    ...refusesInvalidInput(contract, `straddle/${kind.section}`, {
      operation: kind.create,
      prepare: references,
      ...refusesFaults,
    }),
    ...refusesInvalidInput(contract, `straddle/${kind.section}`, {
      operation: kind.update,
      prepare: async (trial) => ({ call: { path: { id: idOf(await makePayment(trial, kind)) } } }),
      ...refusesFaults,
    }),
    refusals(kind),
    aroundMidnight(kind),
    secondUse(kind),
    beginnings(kind),
    unmasked(kind),
    ...Object.keys(inactive).map((how) => inactivePaykey(kind, how)),
    updates(kind),
  ]
}
