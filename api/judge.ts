import { chooseProviders } from '../cli/choose-providers.ts'
import { configured } from '../cli/configured.ts'
import type { Configured, Given } from '../cli/configured.ts'
import type { JudgingFlags } from '../cli/flags.ts'
import { memorySetting } from '../cli/history-flags.ts'
import type { HistoryFlags } from '../cli/history-flags.ts'
import { judgeTarget } from '../cli/judge-target.ts'
import { runRecording } from '../cli/run-recording.ts'
import { parseTarget } from '../cli/target.ts'
import type { ProviderName } from '../contracts/index.ts'
import { withLeastJudged } from '../engine/least-judged.ts'
import { readWaivers } from '../engine/waivers.ts'
import { openMemory } from '../history/memory.ts'
import type { Memory } from '../history/memory.ts'
import type { Report } from '../model/report.ts'
import { UsageError } from '../wire/errors.ts'
import type { OwnFolder } from './own-folder.ts'
import { quietIo } from './quiet-io.ts'
import { configurationOf, environmentOf, flagsOf } from './target-setting.ts'
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
  const { flags, names, ...configuration } = await settingsOf(setting)
  const chosen = await chooseProviders(names)
  const environment = environmentOf(setting)
  const choice = parseTarget(flags.target, flags.emulated, configuration.targets)
  const memory = memoryOf(flags, configuration)
  const remembered = (judged: Report): Report => {
    const told = withLeastJudged(memory.compare(judged), configuration.thresholds.judged)
    memory.keep(told)
    return told
  }
  const { only = [], record, signal = new AbortController().signal } = setting
  const { baseUrl, anyVersion } = flags
  if (choice.kind === 'recording') {
    if (only.length > 0 || record !== undefined)
      throw new UsageError('A recording is judged as a whole, and is a recording already: leave only and record out.')
    const report = await runRecording({
      path: choice.path,
      providers: chosen,
      named: names.length > 0,
      environment,
      waivers: flags.waivers === undefined ? [] : readWaivers(flags.waivers),
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(anyVersion === undefined ? {} : { anyVersion }),
      say: () => undefined,
    })
    return remembered(report)
  }
  if (baseUrl !== undefined) throw new UsageError('baseUrl is for recordings; give the address itself as target.')
  const judging = { choice, providers: chosen, only, flags, signal, ...(record === undefined ? {} : { record }) }
  return judgeTarget(quietIo(environment), judging, remembered)
}

type JudgeFlags = JudgingFlags & HistoryFlags & Pick<JudgeSetting, 'emulated' | 'baseUrl' | 'anyVersion'>

/** What was asked, and what the configuration says where nothing was. */
async function settingsOf(setting: JudgeSetting): Promise<Configured<JudgeFlags>> {
  const { flags, given } = flagsOf(setting, [], judgeSettings)
  const { emulated, baseUrl, anyVersion, history, baseline, failOn } = setting
  const more = Object.entries({ emulated, baseUrl, anyVersion, history, baseline, failOn })
  const asked = Object.fromEntries(more.filter(([, value]) => value !== undefined))
  const command: Given = {
    getOptionValueSource: (name) => (Object.hasOwn(asked, name) ? 'cli' : given.getOptionValueSource(name)),
  }
  const names = [setting.provider ?? []].flat()
  return configured<JudgeFlags>(await configurationOf(setting), command, { ...flags, ...asked }, names)
}

/** A function keeps runs only where it is told to. */
function memoryOf(flags: JudgeFlags, configuration: Pick<Configured<unknown>, 'thresholds' | 'targetName'>): Memory {
  const { history = false, failOn = 'gaps' } = flags
  if (failOn !== 'gaps' && failOn !== 'new') throw new UsageError('failOn is gaps or new.')
  return openMemory({ ...memorySetting({ ...flags, history, failOn }, configuration), say: () => undefined })
}
