import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
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

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** Starts the real command line, in an empty folder and with an environment that holds no key. */
export function startCli(args: readonly string[], { cwd = temporaryFolder(), env = {} }: CliSetting = {}): Running {
  const child = spawn(process.execPath, ['--import', tsx, join(projectRoot, 'cli/main.ts'), ...args], {
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

/** Asks again and again until there is an answer. */
export async function eventually<T>(ask: () => T | undefined): Promise<T> {
  for (;;) {
    const answer = ask()
    if (answer !== undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
