import { all, each, nothing, unobservable } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { retriesAreIdempotent } from '../laws/retries-are-idempotent.ts'
import { example } from '../../model/check.ts'
import { equals, hasHeader, hasStatus, holds, sameBody } from '../vocabulary/judge.ts'
import { headerOf } from '../../model/exchange.ts'
import { numberAt, read } from '../vocabulary/read.ts'
import { customerBody } from './bodies.ts'
import { charges, makePayment } from './kinds.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'
import { makes, succeeded } from './success.ts'
import { didNothing, holdsNone, holdsTimes } from './found.ts'
import { scenes } from './matrix.ts'

const paykeys = new WeakMap<Trial, string>()
const conflicts = (exchange: Exchange) => hasStatus(exchange, 409)
const newKey = (trial: Trial): string => trial.unique('assay-key-')
const countOf = async (trial: Trial, query: Record<string, string>): Promise<number> =>
  numberAt(await trial.given('listPayments', { query }), '/meta/total_items')

const law: readonly Check[] = retriesAreIdempotent('straddle/idempotency', {
  operation: 'createCharge',
  id: '/data/id',
  key: newKey,
  prepare: async (trial) => {
    const { id, token } = await makePaykey(trial)
    paykeys.set(trial, id)
    return { ids: { 'paykey-token': token, 'new-external-id': trial.unique('ORDER-') } }
  },
  count: (trial) => countOf(trial, { paykey_id: paykeys.get(trial) ?? '' }),
  changed: (body) => ({ ...body, amount: Number(body['amount']) + 1 }),
  refusesOther: conflicts,
  conflict: conflicts,
  clauses: {
    replay: 'straddle.idempotency.replay.same-body',
    once: 'straddle.idempotency.replay.same-object',
    otherParameters: 'straddle.idempotency.conflict.other-body',
    concurrent: 'straddle.idempotency.conflict.in-flight',
  },
})

const isReplay = (first: Exchange, replay: Exchange): boolean => read(replay, '/data/id') === idOf(first)
const carriedOut = unobservable('the repeated request was carried out again')

const replays: Check = example('straddle/idempotency/replay', {
  arrange: async (trial) => {
    const call = { body: customerBody(trial), idempotencyKey: newKey(trial) }
    const first = await trial.given('createCustomer', call)
    const replay = await trial.call('createCustomer', call)
    return {
      first,
      replay,
      found: await trial.given('listCustomers', { query: { email: String(call.body['email']) } }),
    }
  },
  judge: {
    'straddle.idempotency.replay.same-status': ({ first, replay }) => hasStatus(replay, first.response.status),
    // what was carried out again is no replay
    'straddle.idempotency.replay.same-body': ({ first, replay }) =>
      isReplay(first, replay) ? sameBody(first, replay) : carriedOut,
    'straddle.idempotency.replay.same-object': ({ first, replay, found }) =>
      all(equals(replay, '/data/id', idOf(first)), holdsTimes(found, 'email', read(first, '/data/email'), 1)),
    'straddle.idempotency.replay.header': ({ first, replay }) =>
      isReplay(first, replay) ? hasHeader(replay, 'idempotent-replayed', 'true') : carriedOut,
    'straddle.idempotency.replay.first-unmarked': ({ first }) =>
      holds(
        headerOf(first.response, 'idempotent-replayed') !== 'true',
        'idempotent-replayed',
        'absent',
        headerOf(first.response, 'idempotent-replayed'),
      ),
  },
})

const everyMethod: Check = example('straddle/idempotency/every-method', {
  arrange: async (trial) => {
    const twice = async (operation: string, call: { path: Record<string, string>; body?: Record<string, string> }) => {
      const keyed = { ...call, idempotencyKey: newKey(trial) }
      return [await trial.given(operation, keyed), await trial.call(operation, keyed)] as const
    }
    const charge = await makePayment(trial, charges)
    const customer = { id: idOf(await makeCustomer(trial, { config: { sandbox_outcome: 'review' } })) }
    return {
      put: await twice('cancelCharge', { path: { id: idOf(charge) }, body: { reason: 'Twice' } }),
      patch: await twice('decideCustomer', { path: customer, body: { status: 'verified' } }),
      delete: await twice('deleteCustomer', { path: customer }),
    }
  },
  judge: {
    'straddle.idempotency.replay.every-method': (pairs) =>
      each(Object.values(pairs), ([first, replay]) =>
        all(hasStatus(replay, first.response.status), sameBody(first, replay)),
      ),
  },
})

const usedKeys: Check = example('straddle/idempotency/used-keys', {
  arrange: async (trial) => {
    const idempotencyKey = newKey(trial)
    const customer = await trial.given('createCustomer', { body: customerBody(trial), idempotencyKey })
    const other = customerBody(trial)
    const path = { id: idOf(customer) }
    return {
      other,
      body: await trial.call('createCustomer', { body: other, idempotencyKey }),
      elsewhere: [
        await trial.call('createOrganization', { body: JSON.parse(customer.request.body), idempotencyKey }),
        await trial.call('createOrganization', { body: { name: 'Acme Group' }, idempotencyKey }),
      ],
      method: await trial.call('deleteCustomer', { path, idempotencyKey }),
      found: await trial.given('listCustomers', { query: { email: String(other['email']) } }),
      kept: await trial.call('getCustomer', { path }),
    }
  },
  judge: {
    'straddle.idempotency.conflict.other-body': ({ body }) => conflicts(body),
    'straddle.idempotency.conflict.other-path': ({ elsewhere, method }) => each([...elsewhere, method], conflicts),
    // that the write is refused at all is a clause of its own
    'straddle.idempotency.conflict.nothing-done': ({ other, body, method, found, kept }) =>
      all(
        body.response.status < 400 ? nothing : holdsNone(found, 'email', other['email'] ?? null),
        method.response.status < 400 ? nothing : hasStatus(kept, 200),
      ),
    'straddle.errors.status.conflict': ({ body }) => conflicts(body),
  },
})

/** Whatever the method, a key of nine or forty-one characters is refused, and one of ten or forty is not. */
const keyLengthsOfMethods: Check = example('straddle/idempotency/key-lengths-of-every-method', {
  arrange: async (trial) => {
    const fresh = trial.unique('').slice(-9)
    const key = (letter: string, length: number): string => `${fresh}${letter.repeat(length)}`.slice(0, length)
    const within: Exchange[] = []
    const beyond: Exchange[] = []
    for (const [letter, operation] of [
      ['p', 'updateCustomer'],
      ['a', 'decideCustomer'],
      ['d', 'deleteCustomer'],
    ] as const) {
      const call = (await scenes.calls[operation]?.(trial)) ?? {}
      for (const length of [9, 41])
        beyond.push(await trial.call(operation, { ...call, idempotencyKey: key(letter, length) }))
      within.push(await trial.call(operation, { ...call, idempotencyKey: key(letter, 40) }))
    }
    return { within, beyond }
  },
  judge: {
    'straddle.idempotency.key.length': ({ within, beyond }) =>
      all(
        each(within, (answer) => hasStatus(answer, 200)),
        each(beyond, (answer) => hasStatus(answer, 400)),
      ),
  },
})

const keyLengths: Check = example('straddle/idempotency/key-lengths', {
  arrange: async (trial) => {
    const fresh = trial.unique('').slice(-9)
    const write = (length: number, email?: string) =>
      trial.call('createCustomer', {
        body: customerBody(trial, email === undefined ? {} : { email }),
        idempotencyKey: `${fresh}${'k'.repeat(length)}`.slice(0, length),
      })
    const email = `${trial.unique('refused.')}@example.com`
    const beyond = [await write(9, email), await write(41, email)]
    const within = [await write(10), await write(40)]
    return { beyond, within, email, found: await trial.given('listCustomers', { query: { email } }) }
  },
  judge: {
    'straddle.idempotency.key.length': ({ beyond, within }) =>
      all(
        each(beyond, (answer) => hasStatus(answer, 400)),
        each(within, makes),
      ),
    'straddle.idempotency.key.refused-nothing-done': ({ beyond, email, found }) =>
      didNothing(beyond, found, 'email', email),
  },
})

const failedKey: Check = example('straddle/idempotency/a-key-that-failed', {
  arrange: async (trial) => {
    const idempotencyKey = newKey(trial)
    const body = customerBody(trial)
    const failed = await trial.call('createCustomer', { body: { ...body, phone: 'none' }, idempotencyKey })
    const corrected = await trial.call('createCustomer', { body, idempotencyKey })
    return {
      body,
      failed,
      corrected,
      found: await trial.given('listCustomers', { query: { email: String(body['email']) } }),
      bare: await trial.call('createCustomer', { body: customerBody(trial) }),
    }
  },
  judge: {
    'straddle.idempotency.failed.key': ({ body, failed, corrected, found }) => {
      if (succeeded(failed)) return unobservable('the first request did not fail')
      const made = succeeded(corrected) ? 1 : 0
      return all(
        hasStatus(failed, 400, 422),
        // whether the key is free again is not documented: a refusal, the first one again or another, is no replayed success
        holdsTimes(found, 'email', body['email'], made),
      )
    },
    'straddle.idempotency.key.optional': ({ bare }) => makes(bare),
  },
})

const lifetime: Check = example('straddle/idempotency/lifetime', {
  needs: ['clock'],
  arrange: async (trial) => {
    const call = { body: customerBody(trial), idempotencyKey: newKey(trial) }
    const first = await trial.given('createCustomer', call)
    await trial.advance(20 * 60 * 60)
    const remembered = await trial.call('createCustomer', call)
    await trial.advance(6 * 60 * 60)
    return { first, remembered, forgotten: await trial.call('createCustomer', { ...call, body: customerBody(trial) }) }
  },
  judge: {
    'straddle.idempotency.key.lasts': ({ first, remembered }) =>
      all(makes(remembered), equals(remembered, '/data/id', idOf(first))),
    'straddle.idempotency.key.expires': ({ first, forgotten }) =>
      all(
        makes(forgotten),
        holds(read(forgotten, '/data/id') !== idOf(first), '/data/id', 'another customer', read(forgotten, '/data/id')),
      ),
  },
})

const perAccount: Check = example('straddle/idempotency/two-accounts', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const idempotencyKey = newKey(trial)
    const first = await trial.given('createCustomer', { body: customerBody(trial), idempotencyKey })
    return {
      first,
      second: await trial.as('other').call('createCustomer', { body: customerBody(trial), idempotencyKey }),
    }
  },
  judge: {
    'straddle.idempotency.key.per-account': ({ first, second }) =>
      all(
        makes(second),
        holds(read(second, '/data/id') !== idOf(first), '/data/id', 'another customer', read(second, '/data/id')),
      ),
  },
})

export const idempotency: readonly Check[] = [
  ...law,
  replays,
  everyMethod,
  usedKeys,
  keyLengths,
  keyLengthsOfMethods,
  failedKey,
  lifetime,
  perAccount,
]
