import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import type { TestModule, TestRunEndReason, Vitest } from 'vitest/node'
import { providers } from '../../contracts/index.ts'
import { planFor } from '../../engine/run.ts'
import { openRun } from '../../engine/provider-run.ts'
import { AssayReporter } from '../../api/reporter.ts'
import type { Waiver } from '../../engine/waivers.ts'
import type { ConformanceMeta } from '../../reporters/vitest.ts'
import type { Report } from '../../model/report.ts'
import { createRedactor } from '../../wire/redaction/create-redactor.ts'
import { temporaryFolder } from '../temporary-folder.ts'

afterEach(() => {
  process.exitCode = undefined
})

/** What the tests of a provider hand on; nothing is judged but, where asked for, its first clause. */
async function part(index: number, startedAt: number, judged: boolean): Promise<ConformanceMeta> {
  const provider = providers[index]
  if (provider === undefined) throw new Error('there is no such provider')
  const plan = await planFor(provider)
  const [clause] = plan.contract.clauses.values()
  const options = {
    seed: 1,
    runs: 1,
    shrinks: 0,
    nonce: '',
    redactor: createRedactor(plan.contract, []),
    waivers: new Map(),
  }
  const opened = openRun(plan, { kind: 'emulator', capabilities: new Set(), outages: false }, options)
  if (judged && clause !== undefined) opened.tally.conforms(clause.id, 1, false)
  const run = opened.conclude()
  return { run, target: 'emulator', seed: 1, runs: 1, only: [], startedAt, waivers: [] }
}

async function report(
  parts: readonly ConformanceMeta[],
  reason: TestRunEndReason = 'passed',
  testNamePattern?: RegExp,
): Promise<Report> {
  const folder = temporaryFolder()
  const modules = parts.map((assay) => ({ children: { allSuites: () => [{ meta: () => ({ assay }) }] } }))
  const reporter = new AssayReporter({ folder, history: false })
  reporter.onInit({ config: { testNamePattern } } as Vitest)
  await reporter.onTestRunEnd(modules as unknown as readonly TestModule[], [], reason)
  return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report
}

it('the report has the order of the providers, whichever part came first, and begins with the first of them', async () => {
  const parts = [await part(2, 3000, true), await part(0, 2000, true)]
  expect((await report(parts)).providers.map(({ name }) => name)).toEqual([providers[0]?.name, providers[2]?.name])
  expect((await report(parts)).startedAt).toBe(new Date(2000).toISOString())
})

it('parts of one provider are one row', async () => {
  const { providers: rows } = await report([await part(0, 1000, true), await part(0, 2000, true)])
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ figures: { judged: 1, conforming: 1 } })
})

it('a run that judged nothing is not green', async () => {
  expect((await report([await part(0, 1000, false)])).exitCode).toBe(3)
  expect(process.exitCode).toBe(3)
})

it('an interrupted run is partial, and not green', async () => {
  expect(await report([await part(0, 1000, true)], 'interrupted')).toMatchObject({ partial: true, exitCode: 3 })
  expect(process.exitCode).toBe(3)
})

it('a waiver that nothing needs any more is told, and not green; one of a provider that was left out is none of its business', async () => {
  const [provider, other] = await Promise.all([part(0, 1000, true), part(1, 1000, true)])
  const waive = (run: ConformanceMeta): Waiver => {
    const clause = run.run.clauses.find(({ verdict }) => verdict === 'conforms')?.id ?? ''
    return { clause, target: 'emulator', reason: 'known', owner: 'us', expires: '2999-01-01' }
  }
  const waivers = [waive(provider), waive(other)]
  expect(await report([{ ...provider, waivers }])).toMatchObject({
    exitCode: 1,
    waiverProblems: [{ clause: waivers[0]?.clause, problem: 'conforms' }],
  })
  expect(process.exitCode).toBe(1)
  expect(await report([{ ...provider, waivers }], 'passed', /one check/)).toMatchObject({
    exitCode: 0,
    only: ['one check'],
    waiverProblems: [],
  })
})

it('a run that conforms leaves the exit code alone', async () => {
  expect((await report([await part(0, 1000, true)])).exitCode).toBe(0)
  expect(process.exitCode).toBeUndefined()
})

it('what cannot be written or read is told in a sentence, and not green', async () => {
  const place = join(temporaryFolder(), 'file')
  writeFileSync(place, '')
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const reporter = new AssayReporter({ folder: join(place, 'report'), history: place })
  const modules = [{ children: { allSuites: () => [{ meta: () => ({ assay: judged }) }] } }]
  const judged = await part(0, 1000, true)
  await reporter.onTestRunEnd(modules as unknown as readonly TestModule[], [], 'passed')
  expect(said.mock.calls.map(([text]) => text)).toEqual([
    expect.stringMatching(/^\nassay: The run cannot be kept in \S+ \(EEXIST\);[^\n]*\n$/),
    expect.stringMatching(/^\nassay: The report cannot be written to \S+ \(ENOTDIR\);[^\n]*\n$/),
  ])
  said.mockRestore()
  expect(process.exitCode).toBe(2)
})
