import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Served } from '../../emulator/server.ts'
import { validateOwn } from '../../schemas/own.ts'
import type { Report } from '../../model/report.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { deadOrigin, served } from './served.ts'
import { runCli } from './spawn-cli.ts'
import type { CliSetting } from './spawn-cli.ts'

let honest: Served
beforeAll(async () => {
  honest = await served('stripe')
})
afterAll(() => honest.close())

async function judged(args: string, setting: CliSetting = {}) {
  const cwd = temporaryFolder()
  const ended = await runCli(args.split(' '), { cwd, ...setting })
  const path = join(cwd, 'report', 'report.json')
  const report = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : undefined
  if (report !== undefined) expect(validateOwn('report', report)).toBeUndefined()
  expect(ended.stderr).not.toMatch(/\n\s+at /)
  return { ...ended, cwd, report }
}

describe('assay run', () => {
  it.concurrent('on the emulator conforms, and writes every format', async () => {
    const { code, stdout, report, cwd } = await judged('run acinq-strike')
    expect({ code, outcome: report?.providers.map(({ outcome }) => outcome) }).toEqual({
      code: 0,
      outcome: ['conforms'],
    })
    expect(stdout).toMatch(/^CONFORMS/)
    expect(readdirSync(join(cwd, 'report')).toSorted()).toEqual([
      'junit.xml',
      'report.html',
      'report.json',
      'summary.md',
    ])
    expect(existsSync(join(cwd, '.assay'))).toBe(false)
  })

  it.concurrent('says the same for the same seed, but for times', async () => {
    const [one, other] = await Promise.all([judged('run acinq-strike --seed 7'), judged('run acinq-strike --seed 7')])
    expect(timeless(one.report)).toEqual(timeless(other.report))
  })

  it.concurrent('of a target that lies ends with 1, names the gap, and runs it again alone', async () => {
    const liar = await served('stripe', { lie: 'refund-above-charge' })
    try {
      const first = await judged(`run stripe --target ${liar.origin} --only Refunds`)
      expect(first.code).toBe(1)
      expect(first.stdout).toMatch(/^GAPS/)
      const again = await judged(
        `run stripe --target ${liar.origin} --failed-from ${join(first.cwd, 'report', 'report.json')}`,
      )
      expect(again.code).toBe(1)
      expect(again.report?.only.length).toBeLessThan(5)
      const elsewhere = await judged(
        `run strike --target ${liar.origin} --failed-from ${join(first.cwd, 'report', 'report.json')}`,
      )
      expect(elsewhere).toMatchObject({ code: 2, stderr: expect.stringMatching(/has no gap of strike to run again/) })
    } finally {
      await liar.close()
    }
  })

  it.concurrent('of a target that nobody answers at ends with 3', async () => {
    const { code, report, stdout } = await judged(`run acinq-strike --target ${await deadOrigin()}`)
    expect(code).toBe(3)
    expect(stdout).toMatch(/the connection was refused/)
    expect(report?.providers[0]?.outcome).toBe('not-judged')
  })

  it.concurrent('of live sandboxes without keys ends with 3 and names the variables', async () => {
    const { code, stdout } = await judged('run --target live')
    expect(code).toBe(3)
    for (const name of [
      'STRIPE_TEST_KEY',
      'STRIPE_API_MODEL_ORIGIN',
      'STRADDLE_API_KEY',
      'STRIKE_API_KEY',
      'STRIKE_TESTNET_ORIGIN',
    ])
      expect(stdout).toContain(name)
  })

  it.concurrent('lets what is meant pass one guard, and no other', async () => {
    const env = { STRIPE_TEST_KEY: 'sk_live_123456789', STRIPE_ORIGIN: await deadOrigin() }
    const run = (flags: string) => judged(`run stripe --target live --max-requests 5${flags}`, { env })
    expect(await run('')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/127\.0\.0\.1 is not a sandbox host .* say --allow-host 127\.0\.0\.1/),
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

  it.concurrent('of an emulator that is not there ends with 3', async () => {
    const { code, report } = await judged(`run acinq-strike --target ${await deadOrigin()} --emulated`)
    expect(code).toBe(3)
    expect(report?.providers[0]?.reason).toMatch(/^The emulator cannot be asked: the connection was refused/)
  })

  it.concurrent('of a served emulator has its clock and levers, leaves no ledger, and is replayed with the same flag', async () => {
    const liar = await served('strike', { lie: 'events-for-a-week', ticking: false })
    try {
      const { code, report, cwd } = await judged(
        `run strike --target ${liar.origin} --emulated --only strike/events/kept`,
      )
      expect(code).toBe(1)
      expect(report?.clauses.find(({ id }) => id === 'strike.events.list.kept')).toMatchObject({
        verdict: 'gap',
        findings: [{ replay: expect.stringContaining('--target "$ORIGIN" --emulated --only strike/events/kept') }],
      })
      expect(existsSync(join(cwd, '.assay'))).toBe(false)
    } finally {
      await liar.close()
    }
  })

  it.concurrent('counts on a dry run what webhooks will take, where they can be received', async () => {
    const requests = async (env: Readonly<Record<string, string>>) => {
      const { stdout } = await judged(`run strike --target ${await deadOrigin()} --dry-run`, { env })
      return Number(/about (\d+) requests/.exec(stdout)?.[1])
    }
    const hooks = { ASSAY_WEBHOOK_URL: 'https://hooks.example' }
    expect(await requests(hooks)).toBeGreaterThan(await requests({}))
  })

  it.concurrent('asks nothing on a dry run', async () => {
    const { code, stdout, cwd } = await judged(`run strike --target ${await deadOrigin()} --dry-run`)
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^strike: \d+ checks, about \d+ requests, of which \d+ make something; \d+ s .*, \d+ s at the very longest\n$/,
    )
    expect(readdirSync(cwd)).toEqual([])
  })
})

describe('assay clauses', () => {
  it.concurrent('lists every promise as JSON', async () => {
    const { code, stdout } = await runCli(['clauses', 'strike', '--json'])
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

  it.concurrent('has none that nothing judges and nothing excludes', async () => {
    expect(await runCli(['clauses', '--uncovered'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^0 clauses/),
    })
  })
})

describe('keys', () => {
  it.concurrent('come from the environment and from .env, and show nowhere', async () => {
    const planted = ['sk_test_PLANTEDfirst0000000000', 'sk_test_PLANTEDsecond000000000'] as const
    const echoing = await served('stripe', {
      between: async (request, honestly) => echoed(request.headers.get('authorization') ?? '', await honestly()),
    })
    const cwd = temporaryFolder()
    writeFileSync(join(cwd, '.env'), `STRIPE_SECOND_TEST_KEY=${planted[1]}\n`)
    try {
      const ended = await runCli(
        [
          'run',
          'stripe',
          '--target',
          echoing.origin,
          '--runs',
          '1',
          '--only',
          'Authentication',
          '--only',
          'Charges',
          '--only',
          'Idempotent Requests',
          '--record',
          'all.har',
          '--ledger',
          'ledger',
        ],
        { cwd, env: { STRIPE_TEST_KEY: planted[0] } },
      )
      const written = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter(
        (name) => /\./.test(name) && name !== '.env',
      )
      expect(written).toEqual(
        expect.arrayContaining(['all.har', join('report', 'report.json'), join('report', 'report.html')]),
      )
      const everything = [
        ended.stdout,
        ended.stderr,
        ...written.map((name) => readFileSync(join(cwd, name), 'utf8')),
      ].join('\n')
      for (const key of planted) for (const form of formsOf(key)) expect(everything).not.toContain(form)
      expect(ended.code).toBe(1)
    } finally {
      await echoing.close()
    }
  })
})

/** An answer that tells everybody whose request it was. */
function echoed(
  authorization: string,
  answer: Awaited<ReturnType<Parameters<NonNullable<NonNullable<Parameters<typeof served>[1]>['between']>>[1]>>,
) {
  return {
    ...answer,
    headers: [...answer.headers, ['x-asked-by', authorization] as const],
    body: answer.body.replace(
      /"description":\s*(null|"[^"]*")/,
      `"description": ${JSON.stringify(`for ${authorization}`)}`,
    ),
  }
}

function formsOf(key: string): readonly string[] {
  return [key, Buffer.from(`${key}:`).toString('base64').slice(0, -4), Buffer.from(key).toString('hex')]
}

/** A report without what differs from run to run. */
function timeless(report: Report | undefined): unknown {
  return JSON.parse(JSON.stringify(report), (name, value: unknown) =>
    /^(startedAt|finishedAt|durationMs)$/.test(name) ? undefined : value,
  )
}
