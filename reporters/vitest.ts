import type { Reporter, SerializedError, TestModule, TestRunEndReason, Vitest } from 'vitest/node'
import { providers } from '../contracts/index.ts'
import { mergeRuns } from '../engine/merge.ts'
import { assembleReport } from '../engine/report.ts'
import type { ProviderRun } from '../engine/conclude.ts'
import type { Waiver } from '../engine/waivers.ts'
import type { Report, TargetKind } from '../model/report.ts'
import { headline } from './headline.ts'

/** What the tests of one provider came to, as they hand it on. */
export interface ConformanceMeta {
  readonly run: ProviderRun
  readonly target: TargetKind
  /** Name of the target in the configuration. */
  readonly targetName?: string
  readonly seed: number
  readonly runs: number
  /** The checks that were asked for; empty for all. */
  readonly only: readonly string[]
  readonly startedAt: number
  readonly waivers: readonly Waiver[]
}

/** A report as it was written. */
export interface Written {
  readonly report: Report
  readonly folder: string
  /** What could not be read or written, a sentence each. */
  readonly mistakes: readonly string[]
}

export interface VitestReporterSetting {
  readonly version: string
  /** Compares a report with earlier runs and writes it. */
  readonly write: (report: Report) => Promise<Written>
}

/** Puts the report together from the conformance tests of a vitest run, merged blobs of shards included. */
export class AssayReporter implements Reporter {
  readonly #setting: VitestReporterSetting
  #only: readonly string[] = []

  constructor(setting: VitestReporterSetting) {
    this.#setting = setting
  }

  onInit({ config }: Vitest): void {
    this.#only = config.testNamePattern === undefined ? [] : [config.testNamePattern.source]
  }

  async onTestRunEnd(
    modules: readonly TestModule[],
    _errors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): Promise<void> {
    const judged = modules
      .flatMap((module) => [...module.children.allSuites()])
      .flatMap((suite) => suite.meta().assay ?? [])
    const [first] = judged
    if (first === undefined) return
    const judgedNow = assembleReport(inOrder(judged), {
      target: first.target,
      seed: first.seed,
      runs: first.runs,
      only: [...this.#only, ...new Set(judged.flatMap(({ only }) => only))],
      partial: reason === 'interrupted',
      startedAt: Math.min(...judged.map(({ startedAt }) => startedAt)),
      version: this.#setting.version,
      waivers: first.waivers,
    })
    const { targetName } = first
    const named: Report = targetName === undefined ? judgedNow : { ...judgedNow, targetName }
    const { report, folder, mistakes } = await this.#setting.write(named)
    for (const mistake of mistakes) process.stderr.write(`\nassay: ${mistake}\n`)
    if (mistakes.length > 0) process.exitCode = 2
    if (report.exitCode === 0) return
    // vitest is content where every test was skipped; a run that judged nothing, or has a waiver that fails, is not green
    process.exitCode ??= report.exitCode
    const { word, sentence } = headline(report)
    process.stdout.write(`\nassay: ${word}. ${sentence} The report is in ${folder}.\n`)
  }
}

/** One run a provider, in the order of the providers, whichever test file or shard was done first. */
function inOrder(judged: readonly ConformanceMeta[]): readonly ProviderRun[] {
  const known = providers.map(({ name }) => name)
  const others = judged.map(({ run }) => run.row.name).filter((name) => !known.includes(name))
  return [...new Set([...known, ...others])].flatMap((name) => {
    const parts = judged.filter(({ run }) => run.row.name === name).map(({ run }) => run)
    return parts.length === 0 ? [] : [mergeRuns(parts)]
  })
}
