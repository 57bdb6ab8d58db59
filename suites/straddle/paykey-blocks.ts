import { all, each, nothing } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, hasStatus, isAbsent, isOneOf } from '../vocabulary/judge.ts'
import { accountNumber, bankAccountBody } from './bodies.ts'
import { charges, makePayment } from './kinds.ts'
import { statusOf, until } from './lives.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'
import type { Paykey } from './making.ts'
import { refusesByRule } from './refusal.ts'
import { makes } from './success.ts'

const path = (id: string) => ({ path: { id } })

/** Charges a paykey with a return as not authorised, and waits for what comes of it. */
async function returned(trial: Trial, paykey: Paykey): Promise<Exchange> {
  const charge = await makePayment(trial, charges, { config: { sandbox_outcome: 'failed_not_authorized' } }, paykey)
  const failed = await until(trial, charges, idOf(charge), ['failed'])
  await trial.advance(60)
  return failed
}

const link = (trial: Trial, customer: string, more: JsonObject): Promise<Exchange> =>
  trial.call('createBankAccountPaykey', {
    body: bankAccountBody(trial, customer, { config: { sandbox_outcome: 'active' }, ...more }),
  })

/** Two customers share a bank account; a charge of the first comes back as not authorised. */
async function sharedAccount(trial: Trial) {
  const account_number = accountNumber(trial)
  const first = await makePaykey(trial, { account_number })
  const second = await makePaykey(trial, { account_number })
  const before = await trial.given('getPaykey', path(first.id))
  await returned(trial, first)
  const third = idOf(await makeCustomer(trial, { config: { sandbox_outcome: 'verified' } }))
  return {
    before,
    first: await trial.given('getPaykey', path(first.id)),
    second: await trial.given('getPaykey', path(second.id)),
    links: [
      await link(trial, third, { account_number, account_type: 'checking' }),
      await link(trial, third, { account_number, account_type: 'savings' }),
    ],
    other: await trial.call('createBankAccountPaykey', { body: bankAccountBody(trial, third) }),
    decided: await trial.call('decidePaykey', { ...path(first.id), body: { status: 'active' } }),
  }
}

export const paykeyBlocks: readonly Check[] = [
  example('straddle/paykeys/blocked-by-a-return', {
    needs: ['clock'],
    arrange: sharedAccount,
    judge: {
      'straddle.paykeys.block.after-return': ({ first }) => equals(first, '/data/status', 'blocked'),
      'straddle.paykeys.block.whole-account': ({ second }) => equals(second, '/data/status', 'blocked'),
      'straddle.paykeys.block.eligible': ({ before, first }) =>
        all(isAbsent(before, '/data/unblock_eligible'), equals(first, '/data/unblock_eligible', true)),
      'straddle.paykeys.decide.only-in-review': ({ decided }) => refusesByRule(decided),
      'straddle.bridge.create.blocked-account': ({ links, other }) => all(each(links, refusesByRule), makes(other)),
    },
  }),
  example('straddle/paykeys/blocked-by-a-return-after-payment', {
    needs: ['clock'],
    arrange: async (trial) => {
      const paykey = await makePaykey(trial)
      const charge = await makePayment(
        trial,
        charges,
        { config: { sandbox_outcome: 'reversed_not_authorized' } },
        paykey,
      )
      const reversed = await until(trial, charges, idOf(charge), ['reversed'])
      await trial.advance(60)
      return { reversed, seen: await trial.given('getPaykey', path(paykey.id)) }
    },
    judge: {
      'straddle.paykeys.block.after-return': ({ reversed, seen }) =>
        statusOf(reversed) === 'reversed' ? equals(seen, '/data/status', 'blocked') : nothing,
    },
  }),
  example('straddle/paykeys/unblocked-once', {
    needs: ['clock'],
    arrange: async (trial) => {
      const paykey = await makePaykey(trial)
      await returned(trial, paykey)
      const unblocked = await trial.call('unblockPaykey', { ...path(paykey.id), body: { message: 'Authorised again' } })
      const active = await trial.given('getPaykey', path(paykey.id))
      await returned(trial, paykey)
      const blocked = await trial.given('getPaykey', path(paykey.id))
      return { unblocked, active, blocked, again: await trial.call('unblockPaykey', { ...path(paykey.id), body: {} }) }
    },
    judge: {
      'straddle.paykeys.unblock.answers': ({ unblocked, active }) =>
        all(hasStatus(unblocked, 200), equals(active, '/data/status', 'active')),
      'straddle.paykeys.unblock.once': ({ blocked, again }) =>
        all(
          equals(blocked, '/data/status', 'blocked'),
          isOneOf(blocked, '/data/unblock_eligible', [false]),
          refusesByRule(again),
        ),
      'straddle.paykeys.block.eligible': ({ active, blocked }) =>
        all(isAbsent(active, '/data/unblock_eligible'), equals(blocked, '/data/unblock_eligible', false)),
    },
  }),
]
