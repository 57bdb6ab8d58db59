import { Command } from 'commander'
import { readHistory, usualHistory } from '../history/folder.ts'
import { trendsOf, trendsOfCause, trendsOfClause } from '../history/trend.ts'
import { causeTrendText, clauseTrendText, trendText } from '../reporters/trend.ts'
import { oneLine } from '../reporters/printable.ts'
import { UsageError } from '../wire/errors.ts'
import type { Io, Running } from './io.ts'

export function historyCommand(running: Running): Command {
  return new Command('history')
    .description('List the earlier runs and their results, or the results of one clause or cause in each run.')
    .argument('[clause|cause]', 'id of a clause, or the first characters of the fingerprint of a cause')
    .option('--history <folder>', 'folder of earlier runs', usualHistory)
    .action(running(historyAction))
}

async function historyAction(
  { stdout, stderr }: Io,
  word: string | undefined,
  { history }: { readonly history: string },
): Promise<number> {
  const { records, notes } = readHistory(history)
  for (const note of notes) stderr.write(`assay: ${oneLine(note)}\n`)
  if (records.length === 0) throw new UsageError(`There are no runs in ${history}.`)
  stdout.write(word === undefined ? trendText(trendsOf(records)) : trendOf(word, history, records))
  return 0
}

function trendOf(word: string, folder: string, records: Parameters<typeof trendsOf>[0]): string {
  const clauses = trendsOfClause(records, word)
  if (clauses.length > 0) return clauseTrendText(clauses)
  const causes = /^[0-9a-f]{4,12}$/.test(word) ? trendsOfCause(records, word) : []
  if (causes.length > 0) return causeTrendText(causes)
  throw new UsageError(`No run in ${folder} has a clause or a cause "${word}".`)
}
