import type { Lie } from '../../../../emulator/module.ts'
import type { Rules } from '../../../../emulator/straddle/index.ts'
import { key } from '../harness.ts'
import { makeAccount, visitAccounts } from './accounts.ts'
import { visitBodies } from './bodies.ts'
import { visitFaultyBodies } from './faulty-bodies.ts'
import { visitFilters } from './filters.ts'
import { visitAccess, visitCustomers, visitKeys, visitParties, visitPaykeys } from './parties.ts'
import { pay } from './pay.ts'
import { visitPayments, visitReturns } from './payments.ts'
import { visitRarities } from './rarities.ts'
import { visitFailingEndpoint, visitTroubles } from './troubles.ts'
import { acting, begin, id, link, person, secret } from './walk.ts'
import type { Linked, Walk } from './walk.ts'

async function visitWebhooks(walk: Walk, { token }: Linked): Promise<void> {
  await walk.emulator.lever('webhook', key('one'), { url: 'https://hooks.example/in', secret })
  await link(walk, id(await walk.go('POST', '/v1/customers', person('Kim'))), { account_number: '000333333333' })
  await pay(walk, 'charge', token)
  const { account } = await makeAccount(walk)
  await walk.go('POST', '/v1/customers', person('Lou'), acting(account))
  await walk.emulator.advance(10)
  walk.refusing = true
  await walk.go('POST', '/v1/customers', person('Leo'))
  await walk.emulator.advance(400)
}

const stages: readonly ((walk: Walk, linked: Linked) => Promise<Linked | undefined | void>)[] = [
  visitAccess,
  visitKeys,
  visitCustomers,
  visitPaykeys,
  visitBodies,
  visitParties,
  visitAccounts,
  visitReturns,
  visitPayments,
  visitRarities,
  visitTroubles,
  visitWebhooks,
  visitFailingEndpoint,
  visitFilters,
  visitFaultyBodies,
]

/** What a walk through the emulator shows, with the given lies told; it ends early once that differs from `usual`. */
export async function tour(lies: readonly Lie<Rules>[] = [], usual?: readonly string[]): Promise<readonly string[]> {
  const walk = begin(lies)
  await walk.emulator.advance(6 * 24 * 3600)
  let linked: Linked = { customer: '', paykey: '', token: '' }
  for (const stage of stages) {
    linked = (await stage(walk, linked)) ?? linked
    if (usual !== undefined && walk.seen.some((line, index) => line !== usual[index])) break
  }
  return walk.seen
}
