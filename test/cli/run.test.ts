import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../model/report.ts'
import { everyFile } from './every-file.ts'
import { deadOrigin, served } from './served.ts'
import { judged, runMain } from './run-main.ts'

describe('assay run', () => {
  it('on the emulator conforms, and writes every format', async () => {
    const { code, stdout, report, folder } = await judged('acinq-strike')
    expect({ code, outcome: report?.providers.map(({ outcome }) => outcome) }).toEqual({
      code: 0,
      outcome: ['conforms'],
    })
    expect(stdout).toMatch(/^CONFORMS/)
    expect(readdirSync(join(folder, 'report')).toSorted()).toEqual(everyFile)
    expect(existsSync(join(folder, '.assay'))).toBe(false)
  })

  it('says the same for the same seed, but for times', async () => {
    const [one, other] = await Promise.all([judged('acinq-strike --seed 7'), judged('acinq-strike --seed 7')])
    expect(timeless(one.report)).toEqual(timeless(other.report))
  })

  it('says the same of a URL however many checks run side by side, and leaves nothing there', async () => {
    const { origin, close } = await served('acinq-strike')
    try {
      const asked = `acinq-strike --target ${origin} --seed 3 --concurrency`
      const runs = [await judged(`${asked} 1`), await judged(`${asked} 16`)]
      const verdicts = runs.map(({ report }) => report?.clauses.map(({ id, verdict }) => [id, verdict]))
      expect(runs.map(({ code }) => code)).toEqual([0, 0])
      expect(verdicts[1]).toEqual(verdicts[0])
      expect(verdicts[0]?.filter(([, verdict]) => verdict === 'conforms').length).toBeGreaterThan(10)
    } finally {
      await close()
    }
  })

  it('of a target that lies ends with 1, names the gap, and runs it again alone', async () => {
    const liar = await served('stripe', { lie: 'refund-above-charge' })
    try {
      const first = await judged(`stripe --target ${liar.origin} --only Refunds`)
      expect(first.code).toBe(1)
      expect(first.stdout).toMatch(/^GAPS/)
      const again = await judged(
        `stripe --target ${liar.origin} --failed-from ${join(first.folder, 'report', 'report.json')}`,
      )
      expect(again.code).toBe(1)
      expect(again.report?.only.length).toBeLessThan(5)
      const elsewhere = await judged(
        `strike --target ${liar.origin} --failed-from ${join(first.folder, 'report', 'report.json')}`,
      )
      expect(elsewhere).toMatchObject({ code: 2, stderr: expect.stringMatching(/has no gap of strike to run again/) })
    } finally {
      await liar.close()
    }
  })

  it('of a target that nobody answers at ends with 3', async () => {
    const { code, report, stdout } = await judged(`acinq-strike --target ${await deadOrigin()}`)
    expect(code).toBe(3)
    expect(stdout).toMatch(/the connection was refused/)
    expect(report?.providers[0]?.outcome).toBe('not-judged')
  })

  it('of live sandboxes without some of the keys judges the others, and names the variables', async () => {
    const env = { STRIPE_TEST_KEY: 'sk_test_first', STRIPE_ORIGIN: await deadOrigin() }
    const { code, stdout } = await judged('--target live --allow-host localhost', env)
    expect(code).toBe(3)
    expect(stdout).toMatch(/the connection was refused/)
    for (const name of ['STRIPE_API_MODEL_ORIGIN', 'STRADDLE_API_KEY', 'STRIKE_API_KEY', 'STRIKE_TESTNET_ORIGIN'])
      expect(stdout).toContain(name)
  })

  it('lets what is meant pass one guard, and no other', async () => {
    const env = { STRIPE_TEST_KEY: 'sk_live_123456789', STRIPE_ORIGIN: await deadOrigin() }
    const run = (flags: string) => judged(`stripe --target live --max-requests 5${flags}`, env)
    expect(await run('')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/127\.0\.0\.1 is not a sandbox host .* add --allow-host 127\.0\.0\.1/),
    })
    expect(await run(' --allow-production')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/not a sandbox host/),
    })
    expect(await run(' --allow-host 127.0.0.1')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/STRIPE_TEST_KEY holds a production key .*--allow-production/),
    })
    expect((await run(' --allow-host 127.0.0.1 --allow-production')).code).toBe(3)
  })

  it('of an emulator that is not there ends with 3', async () => {
    const { code, report } = await judged(`acinq-strike --target ${await deadOrigin()} --emulated`)
    expect(code).toBe(3)
    expect(report?.providers[0]?.reason).toMatch(/^The emulator cannot be reached: the connection was refused/)
  })

  it('of a served emulator has its clock and levers, leaves no ledger, and is replayed with the same flag', async () => {
    const liar = await served('strike', { lie: 'events-for-a-week', ticking: false })
    try {
      const { code, report, folder } = await judged(
        `strike --target ${liar.origin} --emulated --only strike/events/kept`,
      )
      expect(code).toBe(1)
      expect(report?.clauses.find(({ id }) => id === 'strike.events.list.kept')).toMatchObject({
        verdict: 'gap',
        findings: [{ replay: expect.stringContaining('--target "$ORIGIN" --emulated --only strike/events/kept') }],
      })
      expect(existsSync(join(folder, '.assay'))).toBe(false)
    } finally {
      await liar.close()
    }
  })

  it('counts on a dry run what webhooks will take, where they can be received', async () => {
    const requests = async (env: Readonly<Record<string, string>>) => {
      const { stdout } = await judged(`strike --target ${await deadOrigin()} --dry-run`, env)
      return Number(/about (\d+) requests/.exec(stdout)?.[1])
    }
    const hooks = { ASSAY_WEBHOOK_URL: 'https://hooks.example' }
    expect(await requests(hooks)).toBeGreaterThan(await requests({}))
  })

  it('asks nothing on a dry run', async () => {
    const { code, stdout, folder } = await judged(`strike --target ${await deadOrigin()} --dry-run`)
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^strike: \d+ checks, about \d+ requests, of which \d+ make something, and at most \d+ more to shrink counterexamples; \d+ s .*, \d+ s at the very longest\n$/,
    )
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('assay clauses', () => {
  it('lists every promise as JSON', async () => {
    const { code, stdout } = await runMain(['clauses', 'strike', '--json'])
    const rows = JSON.parse(stdout) as readonly Record<string, unknown>[]
    expect(code).toBe(0)
    expect(rows.length).toBeGreaterThan(100)
    expect(rows[0]).toMatchObject({
      provider: 'strike',
      id: expect.stringMatching(/^strike\./),
      level: expect.any(String),
      judgedBy: expect.any(Array),
    })
  })

  it('has none that nothing judges and nothing excludes', async () => {
    expect(await runMain(['clauses', '--uncovered'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^0 clauses/),
    })
  })
})

/** A report without what differs from run to run. */
function timeless(report: Report | undefined): unknown {
  return JSON.parse(JSON.stringify(report), (name, value: unknown) =>
    /^(startedAt|finishedAt|durationMs)$/.test(name) ? undefined : value,
  )
}
