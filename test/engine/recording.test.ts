import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emulated } from '../emulated.ts'
import { loadLies } from '../../emulator/load.ts'
import { judgeRecording, passive } from '../../engine/judge-recording.ts'
import { openRun, passing } from '../../engine/provider-run.ts'
import { planFor } from '../../engine/run.ts'
import { runCheck } from '../../engine/run-check.ts'
import type { Plan } from '../../engine/plan.ts'
import type { ClauseRow } from '../../model/report.ts'
import { createRecorder } from '../../wire/har/recorder.ts'
import { readHar } from '../../wire/har/read-har.ts'
import { recordingOf } from '../../wire/har/recording.ts'
import { createRedactor } from '../../wire/redaction/create-redactor.ts'
import { embeddedEmulator } from '../../wire/targets.ts'
import type { Told } from '../../wire/targets.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const freshPath = (): string => join(temporaryFolder(), 'run.har')
/** Every so many of a plan's checks, which is enough to have exchanges of every kind. */
const share = 6
const redactorOf = ({ contract }: Plan) => createRedactor(contract, [])

/** Runs a plan's checks while the observers judge and a recorder writes; answers with what the observers said. */
async function runRecorded(
  plan: Plan,
  path: string,
  checks: Plan['checks'],
  told: Told = {},
): Promise<readonly ClauseRow[]> {
  const target = await embeddedEmulator(plan.contract.provider, 1, told)
  const recorder = createRecorder(path, '0', () => redactorOf(plan))
  const judge = openRun(plan, passing, { ...passive, redactor: redactorOf(plan), waivers: new Map() })
  let exchanges = 0
  const watch = (exchange: Parameters<typeof judge.see>[0]) => {
    recorder.see(plan.contract, exchange)
    return judge.see(exchange)
  }
  for (const check of checks)
    await runCheck({ ...passive, contract: plan.contract, target, nextId: () => (exchanges += 1), watch }, check)
  recorder.close()
  return judge.conclude().clauses
}

async function judgeAgain(plan: Plan, path: string): Promise<readonly ClauseRow[]> {
  const exchangesOf = () => recordingOf(readHar(path), plan.contract, []).exchanges
  const report = await judgeRecording({
    providers: [plan.contract.provider],
    onlyShown: false,
    exchangesOf,
    redactor: redactorOf,
    waivers: [],
    version: '0',
  })
  return report.clauses
}

const verdicts = (rows: readonly ClauseRow[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rows
      .filter(({ verdict }) => verdict !== 'unobservable')
      .map(({ id, verdict, follows = [] }) => [id, [verdict, ...follows.map(({ name }) => name)].join(' ')]),
  )

type Verdicts = Readonly<Record<string, string>>

/** What a run said, without the few clauses that are about values which a recording redacts: nothing else takes one away. */
function shownIn(again: readonly ClauseRow[], first: Verdicts): Verdicts {
  const redacted = again.filter(({ id, verdict }) => verdict === 'unobservable' && Object.hasOwn(first, id))
  expect(redacted.length).toBeLessThan(5)
  for (const { reason } of redacted)
    expect(['the recording masks the value', 'nothing was there to look at']).toContain(reason)
  return Object.fromEntries(Object.entries(first).filter(([id]) => !redacted.some((row) => row.id === id)))
}

describe('a recording of a run', () => {
  it.for(emulated)('of $name gives the verdicts of the run for all that is observable in it', async (provider) => {
    const plan = await planFor(provider)
    const path = freshPath()
    const first = verdicts(
      await runRecorded(
        plan,
        path,
        plan.checks.filter((_, index) => index % share === 0),
      ),
    )
    expect(Object.keys(first).length).toBeGreaterThan(30)
    expect(Object.values(first).filter((verdict) => verdict.startsWith('gap'))).toEqual([])
    const again = await judgeAgain(plan, path)
    expect(verdicts(again)).toEqual(shownIn(again, first))
  })

  it.for(emulated)('of $name shows the gaps of a target that lies', async (provider) => {
    const plan = await planFor(provider)
    const observed = new Set(plan.suite.observers.flatMap((observer) => observer.clauses(plan.contract)))
    for (const lie of (await loadLies(provider.name)).filter(({ breaks }) => observed.has(breaks)).slice(0, 4)) {
      const path = freshPath()
      const checks = plan.checks.filter(({ judge }) => Object.hasOwn(judge, lie.breaks))
      const first = verdicts(await runRecorded(plan, path, checks, { lie }))
      const again = await judgeAgain(plan, path)
      expect(verdicts(again)).toEqual(shownIn(again, first))
    }
  })
})

describe('judging a recording', () => {
  it('says why a clause is not shown', async () => {
    const [provider] = emulated
    if (provider === undefined) return
    const setting = { providers: [provider], onlyShown: false, redactor: redactorOf, waivers: [], version: '0' }
    const report = await judgeRecording({ ...setting, exchangesOf: () => [] })
    expect(new Set(report.clauses.filter(({ excluded }) => excluded !== true).map(({ reason }) => reason))).toEqual(
      new Set([
        'only a check that sends its own requests can show it, not recorded traffic',
        'no exchange of the recording shows it',
      ]),
    )
    expect(report).toMatchObject({ target: 'recording', exitCode: 3 })
    const nothing = await judgeRecording({ ...setting, exchangesOf: () => 'The recording holds nothing.' })
    expect(nothing.providers[0]).toMatchObject({ outcome: 'not-judged', reason: 'The recording holds nothing.' })
  })
})
