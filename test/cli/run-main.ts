import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { main } from '../../cli/assay.ts'
import type { Environment } from '../../cli/io.ts'
import type { Report } from '../../model/report.ts'
import { validateOwn } from '../../schemas/own.ts'
import { hurriedPause } from '../hurried-pause.ts'
import { temporaryFolder } from '../temporary-folder.ts'

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line in this process, with an environment and signals that are nothing but what is given. */
export async function runMain(
  argv: readonly string[],
  environment: Environment = {},
  signals = new EventEmitter(),
): Promise<Ended> {
  const written = { stdout: '', stderr: '' }
  // a run that says nothing of a history keeps none in the folder of the project
  const [command = '', ...rest] = argv
  const words = command === 'run' && !argv.includes('--history') ? [command, '--no-history', ...rest] : argv
  const code = await main(words, {
    environment,
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    signals,
    pause: hurriedPause,
    program: [],
    leave(status) {
      throw new Error(`the command left at once with ${status}`)
    },
  })
  return { code, ...written }
}

export interface Judged extends Ended {
  /** Where the run kept its report and its ledger. */
  readonly folder: string
  /** The report, where the run came to write one. */
  readonly report: Report | undefined
}

/** Runs `assay run`, with the words of a line as arguments, and an empty folder for its report and its ledger. */
export async function judged(line: string, environment: Environment = {}): Promise<Judged> {
  const folder = temporaryFolder()
  const places = ['--report', join(folder, 'report'), '--ledger', join(folder, '.assay')]
  const ended = await runMain(['run', ...line.split(' '), ...places], environment)
  expect(ended.stderr).not.toMatch(/\n\s+at /)
  return { ...ended, folder, report: reportIn(folder) }
}

/** The report that a run wrote below a folder, which has to be valid. */
export function reportIn(folder: string): Report | undefined {
  const path = join(folder, 'report', 'report.json')
  if (!existsSync(path)) return undefined
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report
  expect(validateOwn('report', report)).toBeUndefined()
  return report
}
