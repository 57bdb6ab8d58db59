import { Command, Option } from 'commander'
import { diffOf } from '../history/diff.ts'
import { readRun } from '../history/read-run.ts'
import { diffMarkdown, diffText } from '../reporters/diff.ts'
import type { Io, Running } from './io.ts'

interface DiffFlags {
  readonly as: 'text' | 'markdown' | 'json'
}

export function diffCommand(running: Running): Command {
  return new Command('diff')
    .description(
      'Compare two runs: new gaps, mended gaps, and clauses that are no longer judged. The exit code is 1 if a new gap fails.',
    )
    .argument('<before>', 'report.json or record of a run')
    .argument('<after>', 'report.json or record of a later run')
    .addOption(new Option('--as <format>', 'output format').choices(['text', 'markdown', 'json']).default('text'))
    .action(running(diffAction))
}

async function diffAction({ stdout }: Io, before: string, after: string, { as }: DiffFlags): Promise<number> {
  const diff = diffOf(readRun(before), readRun(after))
  const write = {
    text: diffText,
    markdown: diffMarkdown,
    json: (value: object) => `${JSON.stringify(value, null, 2)}\n`,
  }
  stdout.write(write[as](diff))
  return diff.providers.some(({ news }) => news.some(({ severity }) => severity === 'fail')) ? 1 : 0
}
