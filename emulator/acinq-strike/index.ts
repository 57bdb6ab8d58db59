import type { Emulator, EmulatorRequest, EmulatorResponse } from '../http.ts'
import type { Model } from '../module.ts'
import { createRouter } from '../router.ts'
import { authenticate } from './authentication.ts'
import { createCharge, listCharges, retrieveCharge } from './charges.ts'
import type { Answer, Call } from './charges.ts'
import { faults } from './faults.ts'
import { pullLever } from './levers.ts'
import { isRefusal, refuse } from './refusal.ts'
import { honest } from './rules.ts'
import type { Rules } from './rules.ts'
import { createWorld, forget } from './world.ts'
import type { World } from './world.ts'

export type { Rules } from './rules.ts'

const route = createRouter<(call: Call) => Answer>({
  'POST /api/v1/charges': createCharge,
  'GET /api/v1/charges': listCharges,
  'GET /api/v1/charges/:charge': retrieveCharge,
})

function answer(world: World, request: EmulatorRequest): Answer {
  const key = authenticate(world.rules, request)
  if (isRefusal(key)) return key
  const [path = '', ...query] = request.url.split('?')
  const match = route(request.method, path)
  if (match.kind !== 'found') return refuse('unknown-path', 'There is nothing under this path.')
  return match.handler({
    world,
    request,
    account: world.account(key),
    params: match.params,
    query: new URLSearchParams(query.join('?')),
  })
}

function write({ mediaType, statusOf, codeOf }: Rules, result: Answer): EmulatorResponse {
  const status = isRefusal(result) ? statusOf(result.refused) : 200
  const body = isRefusal(result) ? { code: codeOf(status), message: result.message } : result
  return { status, headers: [['content-type', mediaType]], body: JSON.stringify(body) }
}

/** ACINQ's Strike as an emulator. */
export const model: Model<Rules> = {
  honest,
  faults,
  create(options, rules): Emulator {
    const world = createWorld(options, rules)
    return {
      handle: async (request) => write(rules, answer(world, request)),
      now: () => world.clock.now(),
      advance: (seconds) => world.clock.advance(seconds),
      lever: async (name, key, details) => pullLever(world, name, key, details),
      reset: async (key) => forget(world, key),
      settled: async () => {
        while (world.deliveries.size > 0) await Promise.all(world.deliveries)
      },
    }
  },
}
