import { createClock } from '../clock.ts'
import type { Emulator, EmulatorRequest, EmulatorResponse } from '../http.ts'
import { createIds } from '../ids.ts'
import type { EmulatorOptions, Model } from '../module.ts'
import { createAccounts } from '../store.ts'
import { openAccount } from './account.ts'
import type { Account } from './account.ts'
import { answer, refused, respond, versionOf } from './answer.ts'
import type { Context } from './context.ts'
import { authenticate } from './credentials.ts'
import { faults } from './faults.ts'
import type { BankAccount } from './records.ts'
import { honest } from './rules.ts'
import type { Rules } from './rules.ts'
import type { Key } from './rules/transport.ts'
import { answerLaterVersions } from './later-versions.ts'
import { pull } from './levers.ts'

export type { Rules } from './rules.ts'

const bank = {
  object: 'bank_account',
  account_holder_name: null,
  account_holder_type: null,
  bank_name: 'TEST BANK',
  country: 'US',
  currency: 'usd',
  last4: '6789',
  routing_number: '110000000',
  status: 'new',
} as const satisfies Partial<BankAccount>

function create({ seed, start, ticking = false, formIds }: EmulatorOptions, rules: Rules): Emulator {
  const clock = createClock({ start, ticking })
  const ids = createIds(seed, formIds)
  const everyone: Account[] = []
  const accounts = createAccounts<Account>((name) => {
    const fresh = { ...bank, id: `ba_${ids.token(24)}`, fingerprint: ids.token(16) }
    const account = openAccount(name.startsWith('live/'), fresh)
    everyone.push(account)
    return account
  })
  const contextOf = (key: Key): Context => ({ rules, clock, ids, account: accounts(key.account), everyone })

  async function handle(request: EmulatorRequest): Promise<EmulatorResponse> {
    const requestId = rules.requestId(ids)
    if (request.method === 'OPTIONS') return respond(rules, request, requestId, { status: 200, body: '' })
    try {
      const key = authenticate(request, rules)
      versionOf(request, rules)
      return respond(rules, request, requestId, await answer(contextOf(key), request, key.publishable))
    } catch (error) {
      return respond(rules, request, requestId, refused(error))
    }
  }

  return {
    handle,
    now: clock.now,
    advance: clock.advance,
    async lever(name, account, details) {
      const key = rules.keyOf(account)
      if (key === undefined) throw new Error('No account has this key.')
      return pull(contextOf(key), name, details)
    },
    async reset(key) {
      const account = accounts.forget(rules.keyOf(key)?.account ?? '')
      if (account === undefined) return
      everyone.splice(everyone.indexOf(account), 1)
      clock.drop(account)
    },
    settled: async () => undefined,
  }
}

/** The service of API version 2018-01-23. */
export const model: Model<Rules> = { honest, create, faults, answerLaterVersions }
