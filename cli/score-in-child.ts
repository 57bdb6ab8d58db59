import { spawn } from 'node:child_process'
import type { Score } from '../engine/mutants/score.ts'

/** Scores one provider in a process of its own, so that several providers use several cores; its progress comes through. */
export async function scoreInChild(
  [executable = '', ...program]: readonly string[],
  provider: string,
  options: readonly string[],
): Promise<Score> {
  const child = spawn(executable, [...program, 'mutants', provider, '--json', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const [score] = parsed(Buffer.concat(chunks).toString('utf8'))
  if (score === undefined) throw new Error(`the mutants of ${provider} were not scored (exit code ${code})`)
  return score
}

function parsed(text: string): readonly Score[] {
  try {
    return JSON.parse(text) as readonly Score[]
  } catch {
    return []
  }
}
