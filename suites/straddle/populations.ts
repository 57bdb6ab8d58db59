import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import type { Filling } from '../laws/lists/filling.ts'
import { bankAccountBody, customerBody } from './bodies.ts'
import {
  businessProfile,
  linkedBankAccountBody,
  makeAccount,
  makeOrganization,
  representativeBody,
} from './embedding.ts'
import { charges, makePayment } from './kinds.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'
import { until } from './lives.ts'
import { inTurn, many } from './populating.ts'
import type { Make } from './populating.ts'
import { fundingEvents, payments } from './populations-of-payments.ts'

const customers: Filling = {
  async populate(trial, pause) {
    const name = trial.unique('Family ')
    const of =
      (letter: string, outcome: string, more: JsonObject = {}): Make =>
      () =>
        makeCustomer(trial, { name: `${name} ${letter}`, config: { sandbox_outcome: outcome }, ...more })
    const [reference, email] = [trial.unique('CUS-'), `${trial.unique('sam.')}@example.com`.toLowerCase()]
    const makes = [
      of('echo', 'verified', { external_id: reference, email }),
      of('bravo', 'review', { type: 'business' }),
      // one has in its name what is the whole name of another
      of('delta', 'rejected', { external_id: `${reference}-2`, email: `and.${email}` }),
      of('bravo', 'verified', { type: 'business', external_id: trial.unique('CUS-') }),
      of('foxtrot', 'rejected', { type: 'business' }),
      of('alpha', 'review'),
      of('charlie', 'verified'),
      of('golf', 'verified', { type: 'business' }),
    ]
    const ids = await inTurn(makes, pause)
    // every status there is: one whose checks go on, and one that was deactivated
    const config = { sandbox_outcome: 'verified', processing_method: 'background' }
    ids.push(idOf(await makeCustomer(trial, { name: `${name} hotel`, config })))
    const { type: _same, ...last } = customerBody(trial, { name: `${name} golf` })
    await trial.given('updateCustomer', { path: { id: ids[7] ?? '' }, body: { ...last, status: 'inactive' } })
    const touch = async (id: string) => {
      const { type: _, ...body } = customerBody(trial, { name: `${name} touched` })
      return trial.given('updateCustomer', { path: { id }, body: { ...body, status: 'verified' } })
    }
    return { ids, within: { name }, touch }
  },
  fill: (trial, count) => many(count, () => makeCustomer(trial)),
}

const paykeys: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    const config = { config: { sandbox_outcome: 'verified' } }
    const [one, other] = [idOf(await makeCustomer(trial, config)), idOf(await makeCustomer(trial, config))]
    const bank =
      (customer: string, sandbox_outcome: string, routing_number: string, more: JsonObject = {}): Make =>
      () =>
        trial.given('createBankAccountPaykey', {
          body: bankAccountBody(trial, customer, { routing_number, config: { sandbox_outcome, ...more } }),
        })
    const bridged =
      (operation: string, name: string, customer: string): Make =>
      () =>
        trial.given(operation, {
          body: { customer_id: customer, [name]: `processor-sandbox-${trial.unique('abcdefghijkl').toLowerCase()}` },
        })
    const plaid = bridged('createPlaidPaykey', 'plaid_token', one)
    const quiltt = bridged('createQuilttPaykey', 'quiltt_token', other)
    const [jpMorgan, america, wells] = ['021000021', '011000138', '121000248'] as const
    const banks = [
      bank(one, 'active', wells),
      bank(other, 'review', america),
      bank(one, 'rejected', jpMorgan),
      bank(one, 'active', america),
    ]
    const ids = await inTurn([...banks.slice(0, 2), plaid, quiltt, ...banks.slice(2)], pause)
    // one that is active no more for each reason there is
    const lost = [
      await makePaykey(trial, { customer_id: one }),
      await makePaykey(trial, { customer_id: other }),
    ] as const
    await trial.given('cancelPaykey', { path: { id: lost[0].id }, body: {} })
    if (trial.can('clock')) {
      const returned = { config: { sandbox_outcome: 'failed_not_authorized' } }
      await until(trial, charges, idOf(await makePayment(trial, charges, returned, lost[1])), ['failed'])
    }
    ids.push(
      ...lost.map(({ id }) => id),
      idOf(await bank(other, 'active', wells, { processing_method: 'background' })()),
    )
    return { ids, touch: (id) => trial.given('refreshPaykeyReview', { path: { id } }) }
  },
  async fill(trial, count) {
    const customer = idOf(await makeCustomer(trial, { config: { sandbox_outcome: 'verified' } }))
    return many(count, () => trial.given('createBankAccountPaykey', { body: bankAccountBody(trial, customer) }))
  },
}

const organizations: Filling = {
  async populate(trial, pause) {
    const [name, id] = [trial.unique('Acme '), trial.unique('ORG-')]
    // the ids of some begin with the whole id of another
    const of =
      (word: string): Make =>
      () =>
        makeOrganization(trial, { name: `${name} ${word}`, external_id: `${id}${word.slice(3)}` })
    return {
      ids: await inTurn(['one', 'twofold', 'threefold', 'fourteen', 'fivefold', 'sixpence'].map(of), pause),
      within: { name },
    }
  },
  fill: (trial, count) => many(count, () => makeOrganization(trial)),
}

/** So many of what an account has, some of another account. */
async function partsOf(
  trial: Trial,
  pause: () => Promise<void>,
  make: (account: string) => Promise<Exchange>,
): Promise<{ readonly ids: readonly string[] }> {
  const [one, other] = [idOf(await makeAccount(trial)), idOf(await makeAccount(trial))]
  const ids = await inTurn(
    [one, other, one, other, one, one].map((account) => () => make(account)),
    pause,
  )
  // what belongs to an account is found by it, however far that has come
  await trial.call('simulateAccount', { path: { account_id: other }, query: { final_status: 'active' } })
  return { ids }
}

const accounts: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    const makes = Array.from({ length: 6 }, (_, index): Make => () => {
      const business_profile = businessProfile({ name: trial.unique(`Acme ${index} `) })
      return makeAccount(trial, { business_profile })
    })
    const ids = await inTurn(makes, pause)
    for (const [index, final_status] of [
      [1, 'active'],
      [3, 'onboarding'],
    ] as const)
      await trial.call('simulateAccount', { path: { account_id: ids[index] ?? '' }, query: { final_status } })
    return { ids }
  },
}

const linkedBankAccounts: Filling = {
  needs: ['fresh-account'],
  async populate(trial, pause) {
    const link = (account: string | null) =>
      trial.given('createLinkedBankAccount', { body: linkedBankAccountBody(trial, account) })
    // one is the platform's own
    const own = idOf(await link(null))
    const { ids } = await partsOf(trial, pause, link)
    // one is used no more
    await trial.call('cancelLinkedBankAccount', { path: { linked_bank_account_id: ids[2] ?? '' } })
    return { ids: [own, ...ids] }
  },
}

const representatives: Filling = {
  needs: ['fresh-account'],
  populate: (trial, pause) =>
    partsOf(trial, pause, (account) =>
      trial.given('createRepresentative', { body: representativeBody(trial, account) }),
    ),
}

/** How each list of Straddle is filled. */
export const populations: Readonly<Record<string, Filling>> = {
  listCustomers: customers,
  listPaykeys: paykeys,
  listPayments: payments,
  listFundingEvents: fundingEvents,
  listOrganizations: organizations,
  listAccounts: accounts,
  listLinkedBankAccounts: linkedBankAccounts,
  listRepresentatives: representatives,
}
