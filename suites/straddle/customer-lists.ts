import { all, each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { nameOf } from '../vocabulary/clause-name.ts'
import { isAbsent } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { customerBody } from './bodies.ts'
import { idsIn, lists, onlyIds } from './found.ts'
import { idOf } from './making.ts'

/** Three customers of one family that differ in what lists are filtered by. */
async function family(trial: Trial) {
  const name = trial.unique('Family ')
  const make = async (more: JsonObject) => trial.given('createCustomer', { body: customerBody(trial, more) })
  const person = await make({
    name: `${name} One`,
    type: 'individual',
    external_id: trial.unique('CUS-'),
    config: { sandbox_outcome: 'verified' },
  })
  const business = await make({
    name: `${name} Two`,
    type: 'business',
    external_id: trial.unique('CUS-'),
    config: { sandbox_outcome: 'review' },
  })
  const rejected = await make({ name: `${name} Three`, type: 'individual', config: { sandbox_outcome: 'rejected' } })
  return { name, person, business, rejected }
}

type Family = Awaited<ReturnType<typeof family>>

function filter(
  clause: string,
  query: (family: Family) => JsonObject,
  wanted: (family: Family) => readonly Exchange[],
): Check {
  return example(`straddle/customers/list-${nameOf(clause)}`, {
    arrange: async (trial) => {
      const made = await family(trial)
      return { made, list: await trial.given('listCustomers', { query: query(made) }) }
    },
    judge: { [clause]: ({ made, list }) => onlyIds(list, wanted(made).map(idOf)) },
  })
}

const valueOf = (customer: Exchange, name: string): string => String(read(customer, `/data/${name}`))

const byCreation: Check = example('straddle/customers/list-by-created', {
  needs: ['clock'],
  arrange: async (trial) => {
    const name = trial.unique('Family ')
    const at: string[] = []
    const ids: string[] = []
    for (let index = 0; index < 3; index += 1) {
      at.push(new Date(trial.now()).toISOString())
      ids.push(idOf(await trial.given('createCustomer', { body: customerBody(trial, { name: `${name} ${index}` }) })))
      await trial.advance(3600)
    }
    const from = new Date(Date.parse(at[1] ?? '') - 60_000).toISOString()
    const to = new Date(Date.parse(at[1] ?? '') + 60_000).toISOString()
    const list = (query: JsonObject) => trial.given('listCustomers', { query: { name, ...query } })
    return {
      ids,
      since: await list({ created_from: from }),
      until: await list({ created_to: to }),
      between: await list({ created_from: from, created_to: to }),
    }
  },
  judge: {
    'straddle.customers.list.by-created': ({ ids, since, until, between }) =>
      all(onlyIds(since, ids.slice(1)), onlyIds(until, ids.slice(0, 2)), onlyIds(between, ids.slice(1, 2))),
  },
})

const brief: Check = example('straddle/customers/list-is-brief', {
  arrange: async (trial) => {
    const { name, person } = await family(trial)
    return { person, list: await trial.given('listCustomers', { query: { name } }) }
  },
  judge: {
    'straddle.customers.summary.brief': ({ list }) => each(idsIn(list), (_, index) => isBrief(list, index)),
    'straddle.customers.list.by-name': ({ person, list }) => lists(list, idOf(person)),
  },
})

function isBrief(list: Exchange, index: number): Judgement {
  return each(['address', 'device', 'compliance_profile', 'metadata', 'config'], (name) =>
    isAbsent(list, `/data/${index}/${name}`),
  )
}

export const customerLists: readonly Check[] = [
  filter(
    'straddle.customers.list.by-name',
    ({ name }) => ({ name: `${name} T` }),
    ({ business, rejected }) => [business, rejected],
  ),
  filter(
    'straddle.customers.list.by-email',
    ({ person }) => ({ email: valueOf(person, 'email') }),
    ({ person }) => [person],
  ),
  filter(
    'straddle.customers.list.by-external-id',
    ({ business }) => ({ external_id: valueOf(business, 'external_id') }),
    ({ business }) => [business],
  ),
  filter(
    'straddle.customers.list.by-status',
    ({ name }) => ({ name, status: 'verified,rejected' }),
    ({ person, rejected }) => [person, rejected],
  ),
  filter(
    'straddle.customers.list.by-types',
    ({ name }) => ({ name, types: 'business' }),
    ({ business }) => [business],
  ),
  filter(
    'straddle.customers.list.by-search',
    ({ person }) => ({ search_text: valueOf(person, 'email') }),
    ({ person }) => [person],
  ),
  byCreation,
  brief,
]
