import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../../schemas/project-root.ts'
import { temporaryFolder } from '../temporary-folder.ts'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

export interface CliSetting {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the built command line, in an empty folder and with an environment that holds no key. */
export function startCli(args: readonly string[], { cwd = temporaryFolder(), env = {} }: CliSetting = {}): Running {
  const [command = '', ...rest] = args
  const words = command === 'run' && !args.includes('--history') ? [command, '--no-history', ...rest] : args
  const child = spawn(process.execPath, [join(projectRoot, 'bin/assay.js'), ...words], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')))
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr })),
  )
  return { child, ended }
}

export const runCli = (args: readonly string[], setting?: CliSetting): Promise<Ended> => startCli(args, setting).ended
