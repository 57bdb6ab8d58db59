import { chooseProviders } from '../cli/choose-providers.ts'
import { judgeTarget } from '../cli/judge-target.ts'
import { runRecording } from '../cli/run-recording.ts'
import { parseTarget } from '../cli/target.ts'
import type { ProviderName } from '../contracts/index.ts'
import { readWaivers } from '../engine/waivers.ts'
import { openMemory } from '../history/memory.ts'
import type { Memory } from '../history/memory.ts'
import type { Report } from '../model/report.ts'
import { UsageError } from '../wire/errors.ts'
import type { OwnFolder } from './own-folder.ts'
import { quietIo } from './quiet-io.ts'
import { environmentOf, flagsOf } from './target-setting.ts'
import type { TargetSetting } from './target-setting.ts'

export interface JudgeSetting extends TargetSetting {
  /** The provider or providers whose promises are judged, by name or by the folder of one of your own; all of Assay's where absent. */
  readonly provider?: ProviderName | OwnFolder | readonly (ProviderName | OwnFolder)[]
  /** The URL is that of an emulator that `assay emulate` or `startEmulator` serves: its clock and levers are used, too. */
  readonly emulated?: boolean
  /** Where a recording shows the API, if not at its documented address. */
  readonly baseUrl?: string
  /** Judges recorded exchanges of other versions of the API, too. */
  readonly anyVersion?: boolean
  /** Path of a HAR file for all that is exchanged, redacted. */
  readonly record?: string
  /** Folder of earlier runs, which this one is compared with and kept in; none where absent. */
  readonly history?: string
  /** Path of a report or record that the run is compared with, in place of the folder. */
  readonly baseline?: string
  /** Whether every gap that binds makes `exitCode` 1, or only those that earlier runs did not have; `gaps` where absent. */
  readonly failOn?: 'gaps' | 'new'
  /** Stops the run; what was judged until then is reported, and what was made is removed. */
  readonly signal?: AbortSignal
}

const judgeSettings = [
  'provider',
  'emulated',
  'baseUrl',
  'anyVersion',
  'record',
  'history',
  'baseline',
  'failOn',
  'signal',
] as const

/**
 * Judges whether a target behaves as its documentation says, and returns the report. `exitCode` of the report is 0 where all that
 * binds and could be judged conforms, 1 for gaps, 3 where nothing could be judged.
 *
 * @throws {UsageError} for a setting, a target or a waiver file that cannot be used. Gaps and outages are in the report and throw nothing.
 * @example
 * const report = await judge({ provider: 'stripe', target: 'http://localhost:8080' })
 * const gaps = report.clauses.filter(({ severity }) => severity === 'fail')
 */
export async function judge(setting: JudgeSetting = {}): Promise<Report> {
  const flags = flagsOf(setting, [], judgeSettings)
  const named = [setting.provider ?? []].flat()
  const chosen = await chooseProviders(named)
  const environment = environmentOf(setting)
  const choice = parseTarget(flags.target, setting.emulated)
  const memory = memoryOf(setting)
  const { only = [], record, baseUrl, signal = new AbortController().signal } = setting
  if (choice.kind === 'recording') {
    if (only.length > 0 || record !== undefined)
      throw new UsageError('A recording is judged as a whole, and is a recording already: leave only and record out.')
    const report = await runRecording({
      path: choice.path,
      providers: chosen,
      named: named.length > 0,
      environment,
      waivers: flags.waivers === undefined ? [] : readWaivers(flags.waivers),
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(setting.anyVersion === undefined ? {} : { anyVersion: setting.anyVersion }),
      say: () => undefined,
    })
    return remembered(report, memory)
  }
  if (baseUrl !== undefined) throw new UsageError('baseUrl is for recordings; give the address itself as target.')
  const judging = { choice, providers: chosen, only, flags, signal, ...(record === undefined ? {} : { record }) }
  return judgeTarget(quietIo(environment), judging, (report) => remembered(report, memory))
}

/** A function keeps runs only where it is told to. */
function memoryOf({ history, baseline, failOn = 'gaps' }: JudgeSetting): Memory {
  if (failOn !== 'gaps' && failOn !== 'new') throw new UsageError('failOn is gaps or new.')
  return openMemory({
    history: history ?? false,
    ...(baseline === undefined ? {} : { baseline }),
    failOn,
    say: () => undefined,
  })
}

function remembered(report: Report, memory: Memory): Report {
  const told = memory.compare(report)
  memory.keep(told)
  return told
}
