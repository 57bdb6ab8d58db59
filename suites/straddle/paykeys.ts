import { all, each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { nameOf } from '../vocabulary/clause-name.ts'
import { differences, equals, inExchange } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { accountNumber, bankAccountBody } from './bodies.ts'
import { inList, onlyIds } from './found.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'
import { isMasked, isMaskedToken, maskedToken, showsLastFour } from './masks.ts'
import { refusesFaults } from './refusal.ts'

const path = (id: string) => ({ path: { id } })

/** The paykey at a place shows no more of its account number than the last four digits. */
const masksNumber = (answer: Exchange, place: string, number: string): Judgement =>
  isMasked(answer, `${place}/bank_data/account_number`, number.replaceAll(/\d(?=\d{4})/g, '*'), (text) =>
    showsLastFour(text, number),
  )

const masking: Check = example('straddle/paykeys/masked', {
  arrange: async (trial) => {
    const customer = idOf(await makeCustomer(trial, { config: { sandbox_outcome: 'verified' } }))
    const body = bankAccountBody(trial, customer)
    const created = await trial.given('createBankAccountPaykey', { body })
    const id = idOf(created)
    return {
      body,
      created,
      seen: await trial.given('getPaykey', path(id)),
      listed: await trial.given('listPaykeys', { query: { customer_id: customer } }),
      review: await trial.given('getPaykeyReview', path(id)),
      revealed: await trial.given('revealPaykey', path(id)),
    }
  },
  judge: {
    'straddle.masking.paykey.token': ({ created, seen, listed, review }) =>
      all(
        isMasked(seen, '/data/paykey', maskedToken, isMaskedToken),
        inList(listed, idOf(created), (place) => isMasked(listed, `${place}/paykey`, maskedToken, isMaskedToken)),
        isMasked(review, '/data/paykey_details/paykey', maskedToken, isMaskedToken),
      ),
    'straddle.masking.paykey.account-number': ({ body, created, seen, listed, revealed }) => {
      const number = String(body['account_number'])
      return all(
        masksNumber(seen, '/data', number),
        inList(listed, idOf(created), (place) => masksNumber(listed, place, number)),
        masksNumber(revealed, '/data', number),
      )
    },
    'straddle.paykeys.reveal.token': ({ created, revealed }) =>
      equals(revealed, '/data/paykey', read(created, '/data/paykey') ?? null),
    'straddle.paykeys.get.as-written': ({ created, seen }) =>
      each(
        [
          'id',
          'label',
          'source',
          'status',
          'customer_id',
          'created_at',
          'external_id',
          'bank_data/routing_number',
          'bank_data/account_type',
        ],
        (name) =>
          inExchange(seen, differences(read(created, `/data/${name}`), read(seen, `/data/${name}`), `/data/${name}`)),
      ),
    'straddle.paykeys.get-review.same-paykey': ({ created, review }) =>
      equals(review, '/data/paykey_details/id', idOf(created)),
  },
})

/** Numbers of every length show their last four digits and no other. */
const maskedLengths: Check = example('straddle/paykeys/masked-at-any-length', {
  arrange: async (trial) => {
    const customer = idOf(await makeCustomer(trial, { config: { sandbox_outcome: 'verified' } }))
    const made: { readonly number: string; readonly seen: Exchange; readonly shown: Exchange }[] = []
    for (const length of [6, 8, 12, 17]) {
      // zeros at its beginning are digits like any other
      const number = `00${accountNumber(trial)
        .padStart(length, '9')
        .slice(2 - length)}`
      const created = await trial.given('createBankAccountPaykey', {
        body: bankAccountBody(trial, customer, { account_number: number }),
      })
      made.push({
        number,
        seen: await trial.given('getPaykey', path(idOf(created))),
        shown: await trial.call('getUnmaskedPaykey', path(idOf(created))),
      })
    }
    return made
  },
  judge: {
    'straddle.masking.paykey.account-number': (made) =>
      each(made, ({ number, seen }) => masksNumber(seen, '/data', number)),
    'straddle.paykeys.unmasked.in-full': (made) =>
      each(made, ({ number, shown }) =>
        shown.response.status >= 300 ? nothing : equals(shown, '/data/bank_data/account_number', number),
      ),
  },
})

const unmasked: Check = example('straddle/paykeys/unmasked', {
  arrange: async (trial) => {
    const customer = idOf(await makeCustomer(trial, { config: { sandbox_outcome: 'verified' } }))
    const body = bankAccountBody(trial, customer)
    const created = await trial.given('createBankAccountPaykey', { body })
    return { body, created, shown: await trial.given('getUnmaskedPaykey', path(idOf(created))) }
  },
  judge: {
    'straddle.paykeys.unmasked.in-full': ({ body, created, shown }) =>
      all(
        equals(shown, '/data/paykey', read(created, '/data/paykey') ?? null),
        equals(shown, '/data/bank_data/account_number', body['account_number'] ?? null),
      ),
  },
})

/** A customer with three paykeys that differ in what lists are filtered by. */
async function three(trial: Trial) {
  const customer = idOf(await makeCustomer(trial, { config: { sandbox_outcome: 'verified' } }))
  const active = await makePaykey(trial, { customer_id: customer })
  const rejected = await makePaykey(trial, { customer_id: customer, config: { sandbox_outcome: 'rejected' } })
  const plaid = await trial.given('createPlaidPaykey', {
    body: {
      customer_id: customer,
      plaid_token: 'processor-sandbox-abcdef123456',
      config: { sandbox_outcome: 'review' },
    },
  })
  // somebody else's, which no filter by customer finds
  await makePaykey(trial)
  return { customer, active: active.id, rejected: rejected.id, plaid: idOf(plaid) }
}

type Three = Awaited<ReturnType<typeof three>>

function filter(clause: string, query: (made: Three) => JsonObject, wanted: (made: Three) => readonly string[]): Check {
  return example(`straddle/paykeys/list-${nameOf(clause)}`, {
    arrange: async (trial) => {
      const made = await three(trial)
      return { made, list: await trial.given('listPaykeys', { query: query(made) }) }
    },
    judge: { [clause]: ({ made, list }) => onlyIds(list, wanted(made)) },
  })
}

export function paykeys(contract: Contract): readonly Check[] {
  return [
    masking,
    maskedLengths,
    unmasked,
    filter(
      'straddle.paykeys.list.by-customer',
      ({ customer }) => ({ customer_id: customer }),
      ({ active, rejected, plaid }) => [active, rejected, plaid],
    ),
    filter(
      'straddle.paykeys.list.by-status',
      ({ customer }) => ({ customer_id: customer, status: 'active,review' }),
      ({ active, plaid }) => [active, plaid],
    ),
    filter(
      'straddle.paykeys.list.by-source',
      ({ customer }) => ({ customer_id: customer, source: 'plaid' }),
      ({ plaid }) => [plaid],
    ),
    ...refusesInvalidInput(contract, 'straddle/paykeys', {
      operation: 'decidePaykey',
      prepare: async (trial) => ({
        call: path((await makePaykey(trial, { config: { sandbox_outcome: 'review' } })).id),
      }),
      ...refusesFaults,
    }),
  ]
}
