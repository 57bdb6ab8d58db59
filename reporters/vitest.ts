import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reporter, SerializedError, TestModule, TestRunEndReason, Vitest } from 'vitest/node'
import { providers } from '../contracts/index.ts'
import { mergeRuns } from '../engine/merge.ts'
import { assembleReport } from '../engine/report.ts'
import type { ProviderRun } from '../engine/conclude.ts'
import type { Waiver } from '../engine/waivers.ts'
import type { Report, TargetKind } from '../model/report.ts'
import { tryToRemember } from '../history/memory.ts'
import type { MemorySetting } from '../history/memory.ts'
import { headline } from './headline.ts'
import { reportFiles } from './report-files.ts'
import { makeFolder } from '../wire/make-folder.ts'

/** What the tests of one provider came to, as they hand it on. */
export interface ConformanceMeta {
  readonly run: ProviderRun
  readonly target: TargetKind
  readonly seed: number
  readonly runs: number
  /** The checks that were asked for; empty for all. */
  readonly only: readonly string[]
  readonly startedAt: number
  readonly waivers: readonly Waiver[]
}

export interface VitestReporterSetting extends Omit<MemorySetting, 'say'> {
  readonly folder: string
  readonly version: string
}

/** Puts the report together from the conformance tests of a vitest run, merged blobs of shards included. */
export class AssayReporter implements Reporter {
  readonly #folder: string
  readonly #version: string
  readonly #memory: Omit<MemorySetting, 'say'>
  #only: readonly string[] = []

  constructor({ folder, version, ...memory }: VitestReporterSetting) {
    this.#folder = folder
    this.#version = version
    this.#memory = memory
  }

  onInit({ config }: Vitest): void {
    this.#only = config.testNamePattern === undefined ? [] : [config.testNamePattern.source]
  }

  onTestRunEnd(modules: readonly TestModule[], _errors: readonly SerializedError[], reason: TestRunEndReason): void {
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
      version: this.#version,
      waivers: first.waivers,
    })
    const report = this.#remembered(judgedNow)
    makeFolder(this.#folder)
    for (const [name, reporter] of Object.entries(reportFiles()))
      writeFileSync(join(this.#folder, name), reporter(report))
    if (report.exitCode === 0) return
    // vitest is content where every test was skipped; a run that judged nothing, or has a waiver that fails, is not green
    process.exitCode ??= report.exitCode
    const { word, sentence } = headline(report)
    process.stdout.write(`\nassay: ${word}. ${sentence} The report is in ${this.#folder}.\n`)
  }

  /** What was judged is reported even where the history that was asked for cannot be used. */
  #remembered(report: Report): Report {
    const { told, mistake } = tryToRemember(report, { ...this.#memory, say })
    if (mistake !== undefined) {
      say(mistake)
      process.exitCode = 2
    }
    return told
  }
}

function say(sentence: string): void {
  process.stderr.write(`\nassay: ${sentence}\n`)
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
