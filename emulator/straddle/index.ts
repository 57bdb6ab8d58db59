import { createClock } from '../clock.ts'
import type { Emulator } from '../http.ts'
import { createIds } from '../ids.ts'
import type { EmulatorOptions, Model } from '../module.ts'
import { faults } from './faults.ts'
import { pull } from './levers.ts'
import { honest } from './rules.ts'
import type { Rules } from './rules.ts'
import { createPlatforms, createServe } from './serve.ts'
import { createWebhooks } from './webhooks.ts'
import { forget } from './world.ts'

function create(options: EmulatorOptions, rules: Rules): Emulator {
  const clock = createClock(options)
  const ids = createIds(options.seed, options.formIds)
  const webhooks = createWebhooks({ rules, clock, ids, deliver: options.deliver })
  const world = { rules, clock, ids, webhooks, keys: new Map(), accounts: new Set<string>() }
  const platformOf = createPlatforms(world)
  return {
    handle: createServe(world, platformOf),
    now: clock.now,
    async advance(seconds) {
      // what is under way fails or arrives before time moves, so that its next attempt is reckoned from its own time
      await webhooks.settled()
      await clock.advance(seconds)
      await webhooks.settled()
    },
    lever: async (name, account, details) => pull(platformOf(account), name, details, clock.now()),
    reset: async (key) => forget(world, platformOf.forget(key)),
    settled: webhooks.settled,
  }
}

export type { Rules } from './rules.ts'

/** The Straddle API, as its documents describe it. */
export const model: Model<Rules> = { honest, create, faults }
