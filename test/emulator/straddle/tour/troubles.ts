import { key } from '../harness.ts'
import { makeAccount } from './accounts.ts'
import { acting, person } from './walk.ts'
import type { Walk } from './walk.ts'

/** Troubles that levers bring about: faults of the service, and a limit that embedded accounts share. */
export async function visitTroubles(walk: Walk): Promise<void> {
  const { go, emulator } = walk
  await emulator.lever('outage', key('one'), { status: 503, times: 1 })
  await go('GET', '/v1/customers')
  const { account } = await makeAccount(walk)
  await emulator.lever('limit', key('one'), { requests: 1, seconds: 60 })
  for (const each of [account, account]) await go('GET', '/v1/customers', undefined, acting(each))
  await emulator.advance(60)
}

/** An endpoint that fails for days. */
export async function visitFailingEndpoint(walk: Walk): Promise<void> {
  walk.refusing = true
  for (const name of ['Mo', 'Nia', 'Oz', 'Pam', 'Quin', 'Rae', 'Sam']) {
    await walk.go('POST', '/v1/customers', person(name))
    await walk.emulator.advance(24 * 3600)
  }
}
