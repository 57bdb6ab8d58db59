import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { providers } from '../../contracts/index.ts'
import type { Lie } from '../../emulator/module.ts'
import type { Served } from '../../emulator/server.ts'
import { planFor } from '../../engine/run.ts'
import type { Report } from '../../model/report.ts'
import { publicFront } from './public-front.ts'
import type { PublicFront } from './public-front.ts'
import { served } from './served.ts'
import { judged } from './run-main.ts'

const plans = await Promise.all(providers.map((provider) => planFor(provider)))
const needing = (plan: (typeof plans)[number]) => plan.checks.filter(({ needs }) => needs.includes('webhooks'))
const withWebhooks = plans
  .filter((plan) => needing(plan).length > 0)
  .map((plan) => ({ name: plan.contract.provider.name, plan, checks: needing(plan).map(({ id }) => id) }))

let front: PublicFront
let target: Served | undefined
beforeEach(async () => {
  front = await publicFront()
})
afterEach(async () => {
  await target?.close()
  await front.close()
})

/** Runs these checks, all where there are none, against the target, with the front as the public address of the receiver. */
async function judgedThere({ name, checks }: (typeof withWebhooks)[number], flags: string) {
  const only = checks.map((id) => `--only ${id}`).join(' ')
  const environment = { ASSAY_WEBHOOK_URL: `${front.url}/hooks/`, ASSAY_WEBHOOK_PORT: String(front.port) }
  const { code, report } = await judged(
    `${name} --target ${target?.origin} ${only} ${flags}`.replaceAll(/ +/g, ' ').trim(),
    environment,
  )
  return { code, report: report as Report, of: (id: string) => report?.clauses.find((clause) => clause.id === id) }
}

const gapsIn = ({ clauses }: Report): readonly string[] =>
  clauses.filter(({ verdict }) => verdict === 'gap' || verdict === 'broken').map(({ id }) => id)

describe.each(withWebhooks)('webhooks of $name, served at a URL and delivered to a public address', (subject) => {
  const { name, plan } = subject
  const promised = [...plan.contract.clauses.values()].filter(
    ({ needs, excluded }) => needs.includes('webhooks') && excluded === undefined,
  )

  it('arrive at the built-in receiver, and every promise about them is judged and conforms', async () => {
    target = await served(name, { deliver: front.deliver, ticking: false })
    const { code, report, of } = await judgedThere(subject, '--emulated')
    expect(gapsIn(report)).toEqual([])
    expect(code).toBe(0)
    expect(promised.length).toBeGreaterThan(5)
    const judging = needing(plan).flatMap(({ judge }) => Object.keys(judge))
    const ids = [...promised.map(({ id }) => id), ...judging]
    expect(ids.filter((id) => of(id)?.verdict !== 'conforms')).toEqual([])
    expect(front.seen.length).toBeGreaterThan(0)
    expect(front.seen.every((path) => /^\/hooks\/[0-9a-f]{32}$/.test(path))).toBe(true)
  })
})

it('webhooks arrive in a second run on the same account, with all that the first left there', async () => {
  const subject = withWebhooks.find(({ name }) => name === 'strike') as (typeof withWebhooks)[number]
  target = await served('strike', { deliver: front.deliver })
  for (const seed of ['1', '2']) {
    const { code, report, of } = await judgedThere({ ...subject, checks: [] }, `--seed ${seed} --runs 2`)
    expect(gapsIn(report)).toEqual([])
    expect(code).toBe(0)
    expect(of('strike.webhooks.delivery.post')).toMatchObject({ verdict: 'conforms' })
    expect(of('strike.deliveries.signature.new-secret')).toMatchObject({ verdict: 'conforms' })
  }
})

/** A lie of our own: nothing is ever sent, though the deliveries are promised. */
const nothingSent: Lie<unknown> = {
  id: 'nothing-sent',
  breaks: 'straddle.webhooks.event.on-change',
  text: 'No webhook is ever sent.',
  rules: () => ({ delivers: () => false }),
}

describe('a target at a URL that', () => {
  it.each([
    ['never delivers', 'strike', 'never-delivered', 'strike.webhooks.delivery.post', false],
    ['signs another body', 'strike', 'signs-pretty-body', 'strike.deliveries.signature.hmac', false],
    ['delivers the wrong entity', 'strike', 'wrong-entity', 'strike.webhooks.payload.names-invoice', false],
    ['never delivers', 'straddle', nothingSent, 'straddle.webhooks.event.on-change', true],
    ['signs another body', 'straddle', 'signed-over-another-body', 'straddle.webhooks.signature.verifies', true],
    ['never delivers', 'acinq-strike', 'no-web-hooks', 'acinq-strike.hooks.event.on-payment', true],
    ['delivers in another form', 'acinq-strike', 'web-hooks-as-forms', 'acinq-strike.hooks.event.request', true],
  ] as const)('%s (%s) has that gap', async (_, name, lie, clause, emulated) => {
    target = await served(name, { lie, deliver: front.deliver, ticking: !emulated })
    const subject = withWebhooks.find((one) => one.name === name) as (typeof withWebhooks)[number]
    const { code, of } = await judgedThere(subject, `--timeout 3${emulated ? ' --emulated' : ''}`)
    expect(of(clause)).toMatchObject({ verdict: 'gap', judged: expect.any(Number) })
    expect(code).toBe(1)
  })
})
