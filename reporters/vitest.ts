import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { mergeRuns } from '../engine/merge.ts'
import { assembleReport } from '../engine/report.ts'
import { reportFiles } from './report-files.ts'

/** Puts the report together from the conformance tests of a vitest run, merged blobs of shards included. */
export class AssayReporter implements Reporter {
  readonly #folder: string
  readonly #version: string
  readonly #startedAt = Date.now()

  constructor(options: { readonly folder: string; readonly version: string }) {
    this.#folder = options.folder
    this.#version = options.version
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const judged = modules
      .flatMap((module) => [...module.children.allTests()])
      .flatMap((test: TestCase) => test.meta().assay ?? [])
    const [first] = judged
    if (first === undefined) return
    const names = [...new Set(judged.map(({ run }) => run.row.name))]
    const runs = names.map((name) => mergeRuns(judged.map(({ run }) => run).filter(({ row }) => row.name === name)))
    const report = assembleReport(runs, {
      target: first.target,
      seed: first.seed,
      runs: first.runs,
      only: [],
      partial: false,
      startedAt: this.#startedAt,
      version: this.#version,
      waivers: [],
    })
    mkdirSync(this.#folder, { recursive: true })
    for (const [name, reporter] of Object.entries(reportFiles))
      writeFileSync(join(this.#folder, name), reporter(report))
  }
}
