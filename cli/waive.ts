import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Command, InvalidArgumentError } from 'commander'
import { readReport } from '../engine/read-report.ts'
import { readWaivers } from '../engine/waivers.ts'
import { waiversForGaps, withWaivers } from '../engine/waivers-for-gaps.ts'
import { count } from '../reporters/figures.ts'
import { UsageError } from '../wire/errors.ts'
import type { Io, Running } from './io.ts'
import { repeatable } from './option-values.ts'

interface WaiveFlags {
  readonly owner: string
  readonly expires: string
  readonly reason: string
  readonly only: readonly string[]
  readonly waivers: string
}

export function waiveCommand(running: Running): Command {
  return new Command('waive')
    .description('Add a waiver for each failing gap of a report to a file of waivers.')
    .argument('<report.json>', 'report of a run')
    .requiredOption('--owner <who>', 'person or team that is responsible for the gaps', notBlank)
    .requiredOption('--expires <date>', 'last day on which the waivers are valid, such as 2027-01-31', dayFromNow)
    .requiredOption('--reason <why>', 'why the gaps are acceptable', notBlank)
    .addOption(
      repeatable(
        '--only <clause|cause>',
        'waive only the gaps of this clause, of the clauses below it, or of this cause',
      ),
    )
    .option('--waivers <file>', 'file of waivers to write', 'waivers.json')
    .action(running(waiveAction))
}

async function waiveAction(
  { stdout }: Io,
  path: string,
  { only, waivers: file, ...terms }: WaiveFlags,
): Promise<number> {
  const added = waiversForGaps(
    readReport(path),
    { reason: terms.reason, owner: terms.owner, expires: terms.expires },
    only,
  )
  if (added.length === 0)
    throw new UsageError(
      only.length === 0
        ? `The report ${path} has no gap that fails.`
        : `The report ${path} has no gap that fails of ${only.join(', ')}.`,
    )
  const waivers = withWaivers(existsSync(file) ? readWaivers(file) : [], added)
  writeWhole(file, `${JSON.stringify({ waivers }, null, 2)}\n`)
  stdout.write(
    `${count(added.length, 'gap')} waived until ${terms.expires}; ${file} holds ${count(waivers.length, 'waiver')}.\n`,
  )
  return 0
}

function notBlank(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be empty.')
  return text
}

function dayFromNow(text: string): string {
  const date = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('Give a date such as 2027-01-31.')
  if (text < new Date().toISOString().slice(0, 10)) throw new InvalidArgumentError('This date is in the past.')
  return text
}

function writeWhole(file: string, text: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false)
    throw new UsageError(`${file} is not a file; name another one with --waivers.`)
  const unfinished = `${file}.${process.pid}`
  try {
    writeFileSync(unfinished, text)
    renameSync(unfinished, file)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === undefined) throw thrown
    throw new UsageError(`The waivers cannot be written to ${file} (${code}); name another file with --waivers.`)
  } finally {
    rmSync(unfinished, { force: true })
  }
}
