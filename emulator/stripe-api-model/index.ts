import { createClock } from '../clock.ts'
import type { Emulator, EmulatorResponse } from '../http.ts'
import { createIds } from '../ids.ts'
import type { Model } from '../module.ts'
import { createAccounts } from '../store.ts'
import { openAccount } from './account.ts'
import type { Answer } from './call.ts'
import { pullLever } from './levers.ts'
import { isRefusal } from './refusal.ts'
import { honest } from './rules.ts'
import type { Rules } from './rules.ts'
import { serve } from './serve.ts'
import type { World } from './serve.ts'

export type { Rules } from './rules.ts'

function write({ rules, clock }: World, answer: Answer): EmulatorResponse {
  const date = ['date', rules.dateOf(clock.now())] as const
  if (isRefusal(answer)) {
    const status = rules.statusOf(answer.refused)
    return {
      status,
      headers: [date, ['content-type', rules.errorMediaType]],
      body: JSON.stringify(rules.errorBody(answer, status)),
    }
  }
  const { status, body } = answer
  if (body === undefined) return { status, headers: [date], body: '' }
  return { status, headers: [date, ['content-type', rules.mediaType]], body: JSON.stringify(body) }
}

/** The Stripe API model as an emulator. */
export const model: Model<Rules> = {
  honest,
  // nobody runs the design, so nothing is known to depart from it
  faults: [],
  create(options, rules): Emulator {
    const accounts = createAccounts(openAccount)
    const world: World = {
      rules,
      clock: createClock(options),
      ids: createIds(options.seed, options.formIds),
      account: accounts,
    }
    return {
      handle: async (request) => write(world, await serve(world, request)),
      now: () => world.clock.now(),
      advance: (seconds) => world.clock.advance(seconds),
      lever: async (name, key, details) => {
        if (!rules.knowsKey(key)) throw new Error('No account has this key.')
        return pullLever(world.account(rules.accountOf(key)), name, details)
      },
      reset: async (key) => void accounts.forget(rules.accountOf(key)),
      settled: () => Promise.resolve(),
    }
  },
}
