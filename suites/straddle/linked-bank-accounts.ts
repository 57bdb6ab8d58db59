import { all, each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { equals, hasForm, isAbsent, sameBody } from '../vocabulary/judge.ts'
import { accountNumber } from './bodies.ts'
import { carries } from './carries.ts'
import { linkedBankAccountBody, makeAccount } from './embedding.ts'
import { inList, onlyIds } from './found.ts'
import { idOf } from './making.ts'
import { refusesByRule, refusesFaults } from './refusal.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Judgement } from '../../model/judgement.ts'

const shown = ['account_holder', 'routing_number']
const bankOf = (body: JsonObject): JsonObject => body['bank_account'] as JsonObject
const withAccount = async (trial: Trial) => ({ ids: { account: idOf(await makeAccount(trial)) } })

/** Apart from the life that follows: what was made wrongly is not found again, and would only block it. */
const made: Check = example('straddle/linked-bank-accounts/made', {
  arrange: async (trial) => {
    const body = linkedBankAccountBody(trial, idOf(await makeAccount(trial)))
    return { body, created: await trial.given('createLinkedBankAccount', { body }) }
  },
  judge: {
    'straddle.linked-banks.create.echoes': ({ body, created }) =>
      all(
        carries(created, body, ['account_id', 'description']),
        each(shown, (name) => equals(created, `/data/bank_account/${name}`, bankOf(body)[name] ?? null)),
      ),
  },
})

const life: Check = example('straddle/linked-bank-accounts/life', {
  arrange: async (trial) => {
    const account = idOf(await makeAccount(trial))
    const body = linkedBankAccountBody(trial, account)
    const created = await trial.given('createLinkedBankAccount', { body })
    const path = { linked_bank_account_id: idOf(created) }
    const replacement = {
      bank_account: { ...bankOf(linkedBankAccountBody(trial, account)), account_holder: 'Acme Two' },
    }
    const listed = await trial.given('listLinkedBankAccounts', { query: { account_id: account } })
    const updated = await trial.given('updateLinkedBankAccount', { path, body: replacement })
    const seen = await trial.given('getLinkedBankAccount', { path })
    const canceled = await trial.given('cancelLinkedBankAccount', { path })
    // the platform's own is cancelled once like any other
    const own = {
      linked_bank_account_id: idOf(
        await trial.given('createLinkedBankAccount', { body: linkedBankAccountBody(trial, null) }),
      ),
    }
    await trial.given('cancelLinkedBankAccount', { path: own })
    return {
      replacement,
      created,
      listed,
      updated,
      seen,
      canceled,
      again: [
        await trial.call('cancelLinkedBankAccount', { path }),
        await trial.call('cancelLinkedBankAccount', { path: own }),
      ],
    }
  },
  judge: {
    'straddle.linked-banks.object.masked': ({ created, listed, seen }) =>
      all(
        each([created, seen], (answer) =>
          all(
            hasForm(answer, '/data/bank_account/account_mask', /^[^0-9]*[0-9]{4}$/),
            isAbsent(answer, '/data/bank_account/account_number'),
          ),
        ),
        inList(listed, idOf(created), (place) => isAbsent(listed, `${place}/bank_account/account_number`)),
      ),
    'straddle.linked-banks.list.by-account': ({ created, listed }) => onlyIds(listed, [idOf(created)]),
    'straddle.linked-banks.update.stores': ({ replacement, seen }) =>
      each(shown, (name) =>
        equals(seen, `/data/bank_account/${name}`, replacement.bank_account[name as 'account_holder']),
      ),
    'straddle.linked-banks.get.as-written': ({ updated, seen }) => sameBody(updated, seen, ['meta']),
    'straddle.linked-banks.cancel.canceled': ({ canceled }) => equals(canceled, '/data/status', 'canceled'),
    'straddle.linked-banks.cancel.only-created': ({ again }) => each(again, refusesByRule),
  },
})

/** The number of an account is shown by unmasking alone, before an update and after it. */
const unmasked: Check = example('straddle/linked-bank-accounts/unmasked', {
  arrange: async (trial) => {
    const account = idOf(await makeAccount(trial))
    const withZeros = { ...bankOf(linkedBankAccountBody(trial, account)), account_number: `00${accountNumber(trial)}` }
    const first = linkedBankAccountBody(trial, account, { bank_account: withZeros })
    const second = linkedBankAccountBody(trial, account)
    const path = { linked_bank_account_id: idOf(await trial.given('createLinkedBankAccount', { body: first })) }
    const before = await trial.given('unmaskLinkedBankAccount', { path })
    if (trial.can('clock')) await trial.advance(60)
    await trial.given('updateLinkedBankAccount', { path, body: { bank_account: bankOf(second) } })
    return { first, second, before, after: await trial.given('unmaskLinkedBankAccount', { path }) }
  },
  judge: {
    'straddle.linked-banks.unmask.in-full': ({ first, before }) => showsNumber(before, first),
    'straddle.linked-banks.update.stores': ({ second, after }) => showsNumber(after, second),
  },
})

const showsNumber = (answer: Exchange, body: JsonObject): Judgement =>
  equals(answer, '/data/bank_account/account_number', bankOf(body)['account_number'] ?? null)

export function linkedBankAccounts(contract: Contract): readonly Check[] {
  const invalid = refusesInvalidInput(contract, 'straddle/linked-bank-accounts', {
    operation: 'createLinkedBankAccount',
    prepare: withAccount,
    ...refusesFaults,
  })
  return [made, life, unmasked, ...invalid]
}
