import { withLeastJudged } from '../engine/least-judged.ts'
import { openMemory } from '../history/memory.ts'
import type { Report } from '../model/report.ts'
import type { Format } from '../reporters/report-files.ts'
import type { Written } from '../reporters/vitest.ts'
import { UsageError } from '../wire/errors.ts'
import { loadConfiguration } from './configuration-file.ts'
import type { Configuration } from './configuration-file.ts'
import { configured } from './configured.ts'
import type { Configured } from './configured.ts'
import type { HistoryFlags } from './history-flags.ts'
import { memorySetting } from './history-flags.ts'
import { writeReport } from './write-report.ts'

/** What the reporter for vitest is told; what is absent is taken from the configuration. */
export interface VitestReportOptions extends HistoryFlags {
  readonly folder?: string
}

interface WritingFlags extends HistoryFlags {
  readonly target: string
  readonly report: string
  readonly format?: readonly Format[]
}

/** Compares the report of a vitest run with earlier runs and writes it. What was judged is reported whatever goes wrong meanwhile. */
export async function writeVitestReport(report: Report, options: VitestReportOptions): Promise<Written> {
  const mistakes: string[] = []
  const attempt = <Done>(work: () => Done): Done | undefined => {
    try {
      return work()
    } catch (thrown) {
      if (!(thrown instanceof UsageError)) throw thrown
      mistakes.push(thrown.message)
      return undefined
    }
  }
  const configuration = await configurationOrMistake(mistakes)
  const setting = settingFor(configuration, report, options)
  const { flags, thresholds } = setting
  const memory = attempt(() => openMemory({ ...memorySetting(flags, setting), say: (text) => mistakes.push(text) }))
  const told = withLeastJudged(memory?.compare(report) ?? report, thresholds.judged)
  attempt(() => writeReport(told, flags.report, flags.format))
  attempt(() => memory?.keep(told))
  return { report: told, folder: flags.report, mistakes }
}

async function configurationOrMistake(mistakes: string[]): Promise<Configuration | undefined> {
  try {
    return await loadConfiguration()
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown
    mistakes.push(thrown.message)
    return undefined
  }
}

function settingFor(
  configuration: Configuration | undefined,
  { targetName = '' }: Report,
  { folder, ...options }: VitestReportOptions,
): Configured<WritingFlags> {
  const given = { ...options, ...(folder === undefined ? {} : { report: folder }), target: targetName }
  const command = { getOptionValueSource: (name: string) => (Object.hasOwn(given, name) ? 'cli' : undefined) }
  return configured<WritingFlags>(configuration, command, { report: 'report/assay', ...given }, [])
}
