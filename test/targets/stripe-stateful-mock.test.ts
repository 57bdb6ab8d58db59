import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClauseRow, Report } from '../../model/report.ts'
import { leadingCauses, shownCauses } from '../../reporters/causes.ts'
import { runMain } from '../cli/run-main.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { proofTable } from './proof-table.ts'
import type { ForeignServer } from '../../scripts/foreign-server.ts'
import { startMock } from './stripe-stateful-mock.ts'

const proofs = JSON.parse(readFileSync('docs/worked-example/stripe-stateful-mock.json', 'utf8')) as Readonly<
  Record<string, string>
>
const page = readFileSync('docs/worked-example.md', 'utf8')
const folder = temporaryFolder()

let server: ForeignServer
let first: Report
let second: Report

/** Runs the command as a reader of the worked example would, with no key of anybody in the environment. */
async function judgedAs(name: string): Promise<Report> {
  const place = join(folder, name)
  const flags = ['--target', server.origin, '--report', place, '--ledger', join(folder, 'ledger')]
  expect((await runMain(['run', 'stripe', ...flags])).code).toBe(1)
  return JSON.parse(readFileSync(join(place, 'report.json'), 'utf8')) as Report
}

const having = ({ clauses }: Report, verdict: ClauseRow['verdict']): readonly ClauseRow[] =>
  clauses.filter((row) => row.verdict === verdict)
const ids = (rows: readonly ClauseRow[]): readonly string[] => rows.map(({ id }) => id).toSorted()

/** The mock lists what was made within one second in any order: most runs show these gaps, and some cannot. */
const inMostRuns: ReadonlySet<string> = new Set([
  'stripe.charges.list.by-customer',
  'stripe.charges.list.holds-new-charge',
  'stripe.pagination.cursors.ending-before-wins',
])
const inEveryRun = (all: readonly string[]): readonly string[] => all.filter((id) => !inMostRuns.has(id)).toSorted()

beforeAll(async () => {
  server = await startMock()
  first = await judgedAs('first')
  second = await judgedAs('second')
})

afterAll(() => server.stop())

describe('a server that is not ours', () => {
  it('has exactly the gaps that are proved in the worked example', () => {
    const gaps = ids(having(first, 'gap'))
    expect(inEveryRun(gaps)).toEqual(inEveryRun(Object.keys(proofs)))
    expect(gaps.filter((id) => !Object.hasOwn(proofs, id))).toEqual([])
  })

  it('has the same gaps when it is judged again, though it kept what the first run made', () => {
    expect(inEveryRun(ids(having(second, 'gap')))).toEqual(inEveryRun(ids(having(first, 'gap'))))
  })

  it('meets no fault of ours', () => {
    expect(having(first, 'broken').map(({ id, reason }) => ({ id, reason }))).toEqual([])
  })

  it('blocks a clause on gaps, on operations that nothing could call, or on an answer that it names', () => {
    const gaps = new Set(ids(having(first, 'gap')))
    const strange = having(first, 'blocked').filter(
      ({ blockedBy = [], stops = [] }) =>
        (blockedBy.length === 0 && stops.every(({ exchange }) => exchange === undefined)) ||
        !blockedBy.every((root) => gaps.has(root) || root.endsWith('.answers')),
    )
    expect(ids(strange)).toEqual([])
  })

  it('has fifteen causes for somebody to begin with, the same when it is judged again', () => {
    const { causes } = first
    expect(causes.flatMap(({ breaks }) => breaks).toSorted()).toEqual(ids(having(first, 'gap')))
    expect(causes.length).toBeLessThanOrEqual(28)
    expect(leadingCauses(shownCauses(first)).length).toBeLessThanOrEqual(15)
    expect(causes.map(({ title }) => title)).toContain('The server does not validate parameters')
    const prints = ({ causes: found }: Report) => found.map(({ fingerprint }) => fingerprint).toSorted()
    expect(prints(second)).toEqual(prints(first))
  })

  it('is inconclusive only where it answered with a server error', () => {
    expect(having(first, 'inconclusive').filter(({ outage }) => outage !== 'server-error')).toEqual([])
    expect(having(first, 'inconclusive').length).toBeGreaterThan(0)
  })

  it('is shown by the exchange that departs, and by a curl line of it, where that is not the last one', () => {
    const found = having(first, 'gap').flatMap(({ findings }) => findings)
    const known = new Map(first.exchanges.map((exchange) => [exchange.id, exchange]))
    const wrong = found.filter(({ exchange, evidence, curl }) => {
      const shown = exchange === undefined ? undefined : known.get(exchange)?.request
      return shown === undefined || !evidence.includes(exchange as number) || !curl.includes(`${shown.path}'`)
    })
    expect(wrong).toEqual([])
    expect(found.filter(({ exchange, evidence }) => exchange !== evidence.at(-1)).length).toBeGreaterThan(5)
  })

  it('is told in the worked example as it is', () => {
    const gaps = having(first, 'gap')
    const told = first.clauses.filter(({ id }) => Object.hasOwn(proofs, id))
    const warning = gaps.filter(({ severity }) => severity !== 'fail').length
    expect(unaligned(page)).toContain(unaligned(proofTable(told, proofs)))
    expect(page).toContain(`of ${told.length} promises`)
    expect(page).toContain(`${told.length - warning} failing · ${warning} warning`)
  })
})

/** The same table, however wide a formatter makes its columns. */
function unaligned(table: string): string {
  return table.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---')
}
