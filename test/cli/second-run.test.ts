import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
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
    expect(changed(second.report, 'mended')).toEqual([broken, alsoBroken])
    expect(second.report.clauses.filter(({ past }) => past !== undefined)).toHaveLength(3)
    const mended = second.report.clauses.find(({ id }) => id === broken)
    expect(mended?.past).toMatchObject({ last: first.report.startedAt, since: second.report.startedAt, seen: 1, of: 2 })
    const cause = second.report.causes.find(({ breaks }) => breaks.includes(brokenElsewhere))
    expect(cause?.past).toEqual({ change: 'new', since: second.report.startedAt })
    expect(second.report.history?.providers[0]?.mended.map(({ breaks }) => breaks)).toEqual([[broken, alsoBroken]])
  })

  it('say it on the terminal, in the summary and on the page', () => {
    expect(second.stdout).toMatch(/^GAPS\s.* 1 new gap, 2 mended\s+since the run of /s)
    expect(second.stdout).toMatch(/✗ new.*\n.*acinq-strike\.charges\.list\.size · new; last conformed /)
    expect(second.stdout).toMatch(/✓ mended.*\n.*acinq-strike\.charges\.create\.amount-integer/)
    const summary = readFileSync(second.path('summary.md'), 'utf8')
    expect(summary).toMatch(/^- ✗ \*\*new\*\* .*acinq-strike\.charges\.list\.size/m)
    expect(summary).toMatch(/^- ✓ \*\*mended\*\* .*acinq-strike\.charges\.create\.amount-integer/m)
    const page = readFileSync(second.path('report.html'), 'utf8')
    expect(page).toMatch(/<details class="new" open>.*\n<ul><li><a href="#acinq-strike\.charges\.list\.size">/)
    expect(page).toMatch(
      /<details class="mended" open>.*\n<ul><li><a href="#acinq-strike\.charges\.create\.amount-integer">/,
    )
    expect(page.match(/<rect class="fail" x="\d+"/g)).toHaveLength(2)
    expect(page).toContain('failing gaps of the latest 2 runs: 2, 1')
  })
})
