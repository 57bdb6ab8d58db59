import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emulated } from '../../emulated.ts'
import type { Outcome } from '../../../engine/outcome.ts'
import type { Plan } from '../../../engine/plan.ts'
import { openRun } from '../../../engine/provider-run.ts'
import { planFor } from '../../../engine/run.ts'
import type { Check } from '../../../model/check.ts'
import type { Exchange, WireRequest, WireResponse } from '../../../model/exchange.ts'
import { pathFlaw } from '../../../model/request-form.ts'
import { httpTarget } from '../../../wire/http-target.ts'
import { createRedactor } from '../../../wire/redaction/create-redactor.ts'
import type { Target } from '../../../wire/session.ts'
import { embeddedEmulator } from '../../../wire/targets.ts'
import { fates, flakyEmulator } from './flaky.ts'
import { createPlaces, withText } from './places.ts'
import type { Place } from './places.ts'
import { hostileTexts } from './texts.ts'
import type { TextKind } from './texts.ts'

type Rewrite = (request: WireRequest, response: WireResponse) => WireResponse

const kinds = Object.keys(hostileTexts) as TextKind[]
const honest: Rewrite = (_, response) => response

/** Judges one check on the embedded emulator, whose answers are rewritten. */
async function judged(plan: Plan, check: Check, rewrite: Rewrite, see: (exchange: Exchange) => void) {
  return judgedOn(await embeddedEmulator(plan.contract.provider, 1, { rewrite }), plan, check, see)
}

async function judgedOn(target: Target, plan: Plan, check: Check, see: (exchange: Exchange) => void) {
  const redactor = createRedactor(plan.contract, [])
  const options = { seed: 1, runs: 1, shrinks: 0, nonce: '', redactor, waivers: new Map() }
  return openRun(plan, target, { ...options, onExchange: see }).judge(check)
}

/** Where a check takes a text out of an answer and puts it into a request. */
async function placesOf(plan: Plan, check: Check): Promise<readonly Place[]> {
  const places = createPlaces()
  await judged(plan, check, honest, places.see)
  return places.used()
}

const faultsIn = (outcomes: readonly Outcome[]): readonly (string | undefined)[] =>
  outcomes.filter(({ verdict }) => verdict === 'broken').map(({ clause, reason }) => `${clause}: ${reason}`)

describe.each(
  await Promise.all(emulated.map(async (provider) => ({ name: provider.name, plan: await planFor(provider) }))),
)('the own text of a target of $name', ({ plan }) => {
  it('ends no run and spoils no request, whatever it is and wherever it stands', { timeout: 300_000 }, async () => {
    let tried = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...plan.checks),
        fc.nat(),
        fc.constantFrom(...kinds),
        async (check, which, kind) => {
          const places = await placesOf(plan, check)
          const place = places[which % Math.max(1, places.length)]
          if (place === undefined) return
          tried += 1
          const sent: string[] = []
          const outcomes = await judged(plan, check, withText(place, hostileTexts[kind]), ({ request }) =>
            sent.push(request.path),
          )
          expect(faultsIn(outcomes)).toEqual([])
          expect(sent.filter((path) => pathFlaw(path) !== undefined)).toEqual([])
        },
      ),
      { seed: 17, numRuns: 50 },
    )
    expect(tried).toBeGreaterThan(12)
  })

  it('stops no connection over HTTP', async () => {
    const keyed = plan.checks.filter(({ needs }) => needs.every((need) => need === 'keyed'))
    const server = await flakyEmulator(plan.contract.provider.name, fates['none'] as never)
    const target = httpTarget(plan.contract, {
      kind: 'url',
      origin: server.origin,
      keys: { first: `${plan.contract.provider.authentication.keyPrefix}hostile0000000000000000` },
      capabilities: new Set(['keyed']),
      limits: { timeoutMs: 5_000, bytes: 8_000_000, headerBytes: 16_000 },
      budget: { requests: 100_000, creations: 100_000 },
      pause: { wait: () => Promise.resolve(), random: () => 0, now: Date.now },
    })
    const rewritten = (rewrite: Rewrite): Target => ({
      ...target,
      open: (label) => {
        const session = target.open(label)
        return { ...session, carry: async (request) => rewrite(request, await session.carry(request)) }
      },
    })
    try {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...keyed), fc.nat(), fc.constantFrom(...kinds), async (check, which, kind) => {
          const places = await placesOf(plan, check)
          const place = places[which % Math.max(1, places.length)]
          if (place === undefined) return
          const outcomes = await judgedOn(rewritten(withText(place, hostileTexts[kind])), plan, check, () => undefined)
          expect(faultsIn(outcomes)).toEqual([])
          expect(outcomes.filter(({ outage }) => outage === 'timeout' || outage === 'given-up')).toEqual([])
        }),
        { seed: 17, numRuns: 15 },
      )
    } finally {
      await target.close()
      await server.close()
    }
  })
})

describe('a list whose url is no path', () => {
  const noPaths = kinds.filter((kind) => pathFlaw(hostileTexts[kind]) !== undefined)

  it.each(noPaths)('has a gap of the clause about its url: %s', async (kind) => {
    const stripe = emulated.find(({ name }) => name === 'stripe') as (typeof emulated)[number]
    const plan = await planFor(stripe, ['stripe/pagination/url-of-list-charges'])
    const check = plan.checks.find(({ id }) => id === 'stripe/pagination/url-of-list-charges') as Check
    const asked: string[] = []
    const rewrite = withText({ operation: 'listCharges', steps: ['url'] }, hostileTexts[kind])
    const outcomes = await judged(plan, check, rewrite, ({ request }) => asked.push(request.path))
    expect(
      outcomes.find(({ by, clause }) => by === check.id && clause === 'stripe.pagination.url.gives-the-list'),
    ).toMatchObject({
      verdict: 'gap',
      mismatches: [{ at: '/url', expected: 'a path that begins with one slash' }],
    })
    expect(asked.filter((path) => pathFlaw(path) !== undefined)).toEqual([])
  })
})
