import { describe, expect, it } from 'vitest'
import { runScenario } from '../../engine/scenario.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { kept } from '../../model/judgement.ts'
import type { Trial } from '../../model/trial.ts'
import { underWayTogether } from '../../suites/vocabulary/under-way-together.ts'
import type { Carry } from '../../wire/in-process.ts'
import { withPace } from '../../wire/layers/with-pace.ts'
import { withRetry } from '../../wire/layers/with-retry.ts'
import { answering, contract, json } from './acme.ts'

const create = (hands: Trial) => hands.call('createThing', { body: { amount: 1 } })

/** Two requests at once, sent in a way that keeps them together or does not. */
async function verdictOf(carry: Carry, send: (trial: Trial) => Promise<readonly Exchange[]>) {
  const target = answering(() => json(200, { id: 'thing_1', amount: 1 }))
  let id = 0
  const { judged } = await runScenario(
    {
      contract,
      target: { ...target, open: (label) => ({ ...target.open(label), carry }) },
      watch: () => [],
      nonce: '',
      nextId: () => (id += 1),
    },
    example('acme/things/at-once', {
      arrange: send,
      judge: { 'acme.things.echo': (both) => underWayTogether(both, () => kept()) },
    }),
    1,
    'x1',
  )
  return judged.map(({ verdict, reason }) => reason ?? verdict)
}

/** Answers after all that was sent meanwhile; statuses in turn, then 200. */
function answersLater(...statuses: readonly number[]): Carry {
  const next = [...statuses]
  return async (_, departure) => {
    departure?.left?.()
    const status = next.shift() ?? 200
    await new Promise(setImmediate)
    return json(status, { id: 'thing_1', amount: 1 })
  }
}

const pause = { wait: () => new Promise<void>((resolve) => setImmediate(resolve)), random: () => 0, now: () => 0 }
const pace = { concurrency: 2, requestsPerSecond: 1 }
const late = ['the second request was sent after the first was answered']

describe('two requests that have to be under way together', () => {
  it.for([
    ['leave together', answersLater(), ['conforms']],
    ['leave together under a pace', withPace(answersLater(), pace, pause), ['conforms']],
    ['cannot where one place is all there is', withPace(answersLater(), { ...pace, concurrency: 1 }, pause), late],
    [
      'are not together where one had to be repeated',
      withRetry(answersLater(503), { attempts: 2, firstDelayMs: 1, longestDelayMs: 1 }, 'Idempotency-Key', pause),
      late,
    ],
  ] as const)('%s', async ([, carry, expected]) => {
    expect(await verdictOf(carry, (trial) => trial.together(create, create))).toEqual(expected)
  })

  it('show nothing where they were sent as any two requests, and a pace kept them apart', async () => {
    const paced = withPace(answersLater(), pace, {
      now: () => 0,
      wait: async () => {
        for (let turn = 0; turn < 3; turn += 1) await pause.wait()
      },
    })
    expect(await verdictOf(paced, (trial) => Promise.all([create(trial), create(trial)]))).toEqual(late)
  })
})
