import type { CTRFReport } from 'ctrf'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from 'sarif'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Change, Report } from '../../model/report.ts'
import { validateOwn } from '../../schemas/own.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { reportIn, runMain } from './run-main.ts'
import type { Ended } from './run-main.ts'
import { served } from './served.ts'

const provider = 'acinq-strike'
const broken = 'acinq-strike.charges.create.amount-integer'
const alsoBroken = 'acinq-strike.errors.statuses.bad-request'
/** In the order of the documentation. */
const allBroken = ['acinq-strike.charges.create.echoes-amount', broken, alsoBroken]
const brokenElsewhere = 'acinq-strike.charges.list.size'

interface RunMade extends Ended {
  readonly report: Report
  readonly path: (name: string) => string
}

/** Judges a server that tells a lie, as a scheduled job does: the same folder of runs each time. */
async function judgedWith(lie: string, history: string, ...flags: readonly string[]): Promise<RunMade> {
  const folder = temporaryFolder()
  const server = await served(provider, { lie })
  const path = (name: string): string => join(folder, 'report', name)
  const places = ['--report', join(folder, 'report'), '--ledger', join(folder, 'ledger'), '--history', history]
  const ended = await runMain(['run', provider, '--target', server.origin, ...places, ...flags])
  await server.close()
  return { ...ended, report: reportIn(folder) as Report, path }
}

const changed = ({ clauses }: Report, change: Change): readonly string[] =>
  clauses.filter(({ past }) => past?.change === change).map(({ id }) => id)

const history = join(temporaryFolder(), 'history')
let first: RunMade
let second: RunMade

beforeAll(async () => {
  first = await judgedWith('fractions-are-cut', history)
  second = await judgedWith('size-is-ignored', history)
})

describe('two runs on a server that was mended in between and broken elsewhere', () => {
  it('keep a record each, which is valid and holds no exchange', () => {
    const names = readdirSync(history)
    expect(names).toHaveLength(2)
    for (const name of names) {
      const text = readFileSync(join(history, name), 'utf8')
      expect(validateOwn('record', JSON.parse(text))).toBeUndefined()
      expect(text).not.toMatch(/"exchanges":\[|curl|127\.0\.0\.1/)
    }
  })

  it('say of the first that there is nothing to compare it with', () => {
    expect(first.code).toBe(1)
    expect(first.report.clauses.filter(({ past }) => past !== undefined)).toEqual([])
    expect(first.stdout).toMatch(/This is the first run of ACINQ's Strike that is kept/)
  })

  it('say of the second what is new, what is mended, and nothing else', () => {
    expect(second.code).toBe(1)
    expect(changed(second.report, 'new')).toEqual([brokenElsewhere])
    expect(changed(second.report, 'mended')).toEqual(allBroken)
    expect(second.report.clauses.filter(({ past }) => past !== undefined)).toHaveLength(4)
    const mended = second.report.clauses.find(({ id }) => id === broken)
    expect(mended?.past).toMatchObject({ last: first.report.startedAt, since: second.report.startedAt, seen: 1, of: 2 })
    const cause = second.report.causes.find(({ breaks }) => breaks.includes(brokenElsewhere))
    expect(cause?.past).toEqual({ change: 'new', since: second.report.startedAt })
    expect(second.report.history?.providers[0]?.mended.map(({ breaks }) => breaks)).toEqual([
      [broken, alsoBroken],
      ['acinq-strike.charges.create.echoes-amount'],
    ])
  })

  it('say it in the formats that other programs read', () => {
    const { runs } = JSON.parse(readFileSync(second.path('report.sarif'), 'utf8')) as Log
    expect(runs[0]?.results?.map(({ ruleId, baselineState }) => [ruleId, baselineState])).toEqual([
      [brokenElsewhere, 'new'],
    ])
    const before = JSON.parse(readFileSync(first.path('report.sarif'), 'utf8')) as Log
    expect(before.runs[0]?.results?.filter(({ baselineState }) => baselineState !== undefined)).toEqual([])
    const junit = readFileSync(second.path('junit.xml'), 'utf8')
    expect(junit).toContain(`<property name="new gaps" value="${brokenElsewhere}"/>`)
    expect(junit).toContain(`<property name="mended" value="${allBroken.join(' ')}"/>`)
    expect(junit).toMatch(/<failure message="gap \(new; last conformed /)
    const tests = (JSON.parse(readFileSync(second.path('ctrf-report.json'), 'utf8')) as CTRFReport).results.tests
    expect(tests.filter(({ extra }) => extra?.['past'] !== undefined).map(({ extra }) => extra?.['pastText'])).toEqual([
      expect.stringMatching(/^new; last conformed/),
      ...allBroken.map(() => expect.stringMatching(/^mended; the gap was last seen/) as unknown),
    ])
    expect(readFileSync(second.path('events.ndjson'), 'utf8')).toMatch(/"event":"clause".*"past":\{"change":"new"/)
  })

  it('say it on the terminal, in the summary and on the page', () => {
    expect(second.stdout).toMatch(/^GAPS\s.* 1 new gap, 3 mended\s+since the run of /s)
    expect(second.stdout).toMatch(/✗ new.*\n.*acinq-strike\.charges\.list\.size · new; last conformed /)
    expect(second.stdout).toMatch(/✓ mended.*\n.*acinq-strike\.charges\.create\.amount-integer/)
    const summary = readFileSync(second.path('summary.md'), 'utf8')
    expect(summary).toMatch(/^- ✗ \*\*new\*\* .*acinq-strike\.charges\.list\.size/m)
    expect(summary).toMatch(/^- ✓ \*\*mended\*\* .*acinq-strike\.charges\.create\.amount-integer/m)
    const page = readFileSync(second.path('report.html'), 'utf8')
    expect(page).toMatch(/<details class="new" open>.*\n<ul><li><a href="#acinq-strike\.charges\.list\.size">/)
    expect(page).toMatch(
      /<details class="mended" open>.*\n<ul><li><a href="#acinq-strike\.charges\.create\.echoes-amount">/,
    )
    expect(page.match(/<rect class="fail" x="\d+"/g)).toHaveLength(2)
    expect(page).toContain('failing gaps of the latest 2 runs: 3, 1')
  })
})

describe('what earlier runs are asked', () => {
  it('assay diff tells of two reports or records what is new and mended, and ends with 1 for a new gap', async () => {
    const [one = '', other = ''] = readdirSync(history).toSorted()
    const records = [join(history, one), join(history, other)]
    const reports = [first.path('report.json'), second.path('report.json')]
    const byRecords = await runMain(['diff', ...records])
    expect(byRecords).toMatchObject({ code: 1, stderr: '' })
    expect((await runMain(['diff', ...reports])).stdout).toBe(byRecords.stdout)
    expect(byRecords.stdout).toMatch(/1 new gap, 3 mended, 0 no longer judged, 0 still there/)
    expect(byRecords.stdout).toMatch(/✗ new {2}acinq-strike\.charges\.list\.size$/m)
    expect(byRecords.stdout).toMatch(/✓ mended {2}acinq-strike\.charges\.create\.amount-integer$/m)
    expect((await runMain(['diff', ...reports, '--as', 'markdown'])).stdout).toMatch(
      /^- ✗ \*\*new\*\* <code>acinq-strike\.charges\.list\.size<\/code>$/m,
    )
    const asJson = JSON.parse((await runMain(['diff', ...records, '--as', 'json'])).stdout)
    expect(asJson.providers[0].news).toMatchObject([{ clause: brokenElsewhere, severity: 'fail' }])
    expect((await runMain(['diff', ...reports.slice(0, 1), ...reports.slice(0, 1)])).code).toBe(0)
  })

  it('assay history shows the runs, a clause and a cause', async () => {
    const asked = (...words: readonly string[]) => runMain(['history', ...words, '--history', history])
    const runs = await asked()
    expect(runs.code).toBe(0)
    expect(runs.stdout).toMatch(/^ACINQ's Strike, a server by URL\n {2}failing gaps {2}█▃ {2}2 runs\n/)
    expect((await asked(broken)).stdout).toMatch(/\n {2}✗✓ {2}2 runs\n.*✗ gap\n.*✓ conforms\n$/)
    const fingerprint = second.report.causes[0]?.fingerprint ?? ''
    expect((await asked(fingerprint.slice(0, 6))).stdout).toMatch(
      /\n {2}clauses broken {2}▁█ {2}2 runs\n.*not seen\n.*breaks 1 clause\n$/,
    )
    expect(await asked('acme.nothing')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/has a clause or a cause "acme.nothing"/),
    })
  })

  it('assay waive waives what stands, and keeps what is waived', async () => {
    const waivers = join(temporaryFolder(), 'waivers.json')
    const terms = ['--owner', 'payments team', '--expires', '2999-12-31', '--reason', 'known', '--waivers', waivers]
    expect(await runMain(['waive', first.path('report.json'), ...terms, '--only', broken])).toMatchObject({
      code: 0,
      stdout: `1 gap waived until 2999-12-31; ${waivers} holds 1 waiver.\n`,
    })
    expect((await runMain(['waive', second.path('report.json'), ...terms])).code).toBe(0)
    const written = JSON.parse(readFileSync(waivers, 'utf8'))
    expect(validateOwn('waiver', written)).toBeUndefined()
    expect(written.waivers.map(({ clause, target }: { clause: string; target: string }) => [clause, target])).toEqual([
      [broken, 'url'],
      [brokenElsewhere, 'url'],
    ])
    const rest = ['--only', brokenElsewhere, '--waivers', waivers]
    expect((await judgedWith('size-is-ignored', history, ...rest)).code).toBe(0)
  })
})

describe('--fail-on new', () => {
  const again = (...flags: readonly string[]) =>
    judgedWith('size-is-ignored', history, '--only', brokenElsewhere, '--fail-on', 'new', ...flags)

  it('passes with the gaps that earlier runs had, and says so', async () => {
    const { code, stdout, report, path } = await again()
    expect({ code, exitCode: report.exitCode, outcome: report.providers[0]?.outcome }).toEqual({
      code: 0,
      exitCode: 0,
      outcome: 'gaps',
    })
    expect(stdout).toMatch(/^NOTHING NEW\s+Every gap that fails was there before: 1 gap in/)
    expect(changed(report, 'unjudged')).toEqual([])
    expect(changed(report, 'mended')).toEqual([])
    expect(readFileSync(path('junit.xml'), 'utf8')).toMatch(/ failures="0" errors="0" .*\n[\s\S]*gap \(since /)
    expect(readFileSync(path('ctrf-report.json'), 'utf8')).toContain('"failed": 0')
    expect(readFileSync(path('report.sarif'), 'utf8')).toContain('"baselineState": "unchanged"')
  })

  it('fails as long as the baseline does not have the gap', async () => {
    expect((await again('--baseline', first.path('report.json'))).code).toBe(1)
  })
})
