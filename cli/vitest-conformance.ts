import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunnerTestCase } from 'vitest'
import { coverage } from '../engine/plan.ts'
import type { Outcome } from '../engine/outcome.ts'
import type { ConformanceMeta } from '../reporters/vitest.ts'
import type { Check } from '../model/check.ts'
import type { Provider } from '../model/contract.ts'
import type { ClauseRow } from '../model/report.ts'
import { withSuite } from './vitest-hook.ts'
import { askedByVariables, openVitestRun } from './vitest-run.ts'
import type { VitestAsked } from './vitest-run.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** What a provider's checks came to, redacted, for the reporter that puts the report together. */
    assay?: ConformanceMeta
  }
}

/** No limit of vitest's: a request has one, and so has the whole run, which a pace can make long. */
const unlimited = 0

/**
 * A provider's promises as vitest tests. The checks run first, a test each, which fails of a fault of ours. Then each promise
 * that the suite judges is a test, which fails where the target breaks it: as many failing tests as the report has failing gaps.
 * What is made on a target that keeps it is removed after the last test. Without `asked`, variables say what the flags of `assay run`
 * say, and a provider that cannot be judged is skipped; the report counts it. With it, that is a failure.
 */
export async function conformance(provider: Provider, asked?: VitestAsked): Promise<void> {
  const { run, reason, redact, finish } = await openVitestRun(provider, asked ?? (await askedByVariables()))
  const { contract, suite, checks } = run.plan
  const outcomes = new Map<Check, Promise<readonly Outcome[]>>()

  /** Runs a check once, whoever asks for it. */
  const ran = (check: Check): Promise<readonly Outcome[]> => {
    const known = outcomes.get(check) ?? run.judge(check)
    outcomes.set(check, known)
    return known
  }

  describe(provider.title, () => {
    if (reason !== undefined) {
      it(`cannot be judged: ${reason}`, ({ skip }) => {
        if (asked === undefined) skip()
        expect.fail(reason)
      })
    } else {
      describe('runs', () => {
        it.for(checks.map((check) => [check.id, check] as const))(
          '%s',
          { timeout: unlimited },
          async ([, check], { task, skip }) => {
            const found = await ran(check)
            const broken = found.filter(({ verdict }) => verdict === 'broken')
            expect(broken.map(({ clause, reason: why }) => `${clause}: ${redact(why ?? '')}`)).toEqual([])
            if (promisesAreTested(task)) return
            const clauses = new Set(Object.keys(check.judge))
            const rows = run.conclude().clauses.filter(({ id }) => clauses.has(id))
            expect(rows.flatMap((row) => failureOf(row) ?? [])).toEqual([])
            const open = rows.find(({ severity }) => severity === 'open')
            if (open !== undefined) skip(`${open.verdict}: ${open.reason ?? 'not judged'}`)
            if (found.length === 0) skip('this target cannot show it')
          },
        )
      })

      describe('promises', () => {
        const judges = coverage({ contract, suite })
        const judged = [...contract.clauses.values()].filter(({ id }) => judges.get(id)?.length !== 0)
        let rows: ReadonlyMap<string, ClauseRow> = new Map()
        beforeAll(
          withSuite(async ({ tasks }) => {
            const selected = tasks.filter(({ mode }) => mode !== 'skip').map(({ name }) => name)
            const all = selected.length === tasks.length
            const wanted = (clause: string): boolean => all || selected.some((name) => name.endsWith(`(${clause})`))
            for (const check of checks) if (Object.keys(check.judge).some(wanted)) await ran(check)
            rows = new Map(run.conclude().clauses.map((row) => [row.id, row]))
          }),
          unlimited,
        )
        it.for(judged.map(({ text, id }) => [text, id] as const))(
          '%s (%s)',
          { timeout: unlimited },
          ([, id], { skip }) => {
            const row = rows.get(id) as ClauseRow
            expect(failureOf(row)).toBeUndefined()
            if (row.severity === 'open' || row.severity === 'none')
              skip(`${row.verdict}: ${row.reason ?? 'not judged'}`)
          },
        )
      })
    }
    afterAll(
      withSuite(async ({ meta }) => {
        meta.assay = await finish()
      }),
      unlimited,
    )
  })
}

/** Whether the tests of the promises run, too. Where a name pattern leaves them out, a check's own test has to judge. */
function promisesAreTested({ suite }: RunnerTestCase): boolean {
  const [, promises] = suite?.suite?.tasks ?? []
  return promises?.mode !== 'skip'
}

/** What fails a promise's test: its first finding, or why it could not be judged where that is a fault of ours. */
function failureOf({ severity, findings, reason }: ClauseRow): object | undefined {
  if (severity === 'fault') return { reason }
  if (severity !== 'fail') return undefined
  const [first] = findings
  return (
    first && { at: first.at, expected: first.expected, actual: first.actual, curl: first.curl, replay: first.replay }
  )
}
