import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '../engine/outcome.ts'
import type { Check } from '../model/check.ts'
import type { Provider } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Report } from '../model/report.ts'
import { writeJson } from '../model/write-json.ts'
import { eventsOf } from '../reporters/events.ts'
import { eventFile } from '../reporters/report-files.ts'
import { sayingWhere } from './write-report.ts'

/**
 * What happens in a run, a line of JSON each, on disk at once. Until the report is there, lines hold nothing but names of ours and
 * verdicts, so that there is nothing in them to redact.
 */
export interface EventLog {
  begin(provider: Provider, checks: number): void
  /** A check of the provider that was begun last. */
  check(check: Check, outcomes: readonly Outcome[]): void
  /** An exchange of passing traffic. */
  exchange(provider: Provider, exchange: Exchange, outcomes: readonly Outcome[]): void
  /** The last lines: causes, clauses, and how it ended. */
  report(report: Report): void
}

export function openEventLog(folder: string): EventLog {
  let file: number | undefined
  const say = (event: string, about: object): void => {
    // opened with the first line, so that a run that is refused costs no events of an earlier one
    file ??= opened(folder)
    append(folder, file, event, about)
  }
  let begun = ''
  return {
    begin({ name }, checks) {
      begun = name
      say('provider', { provider: name, checks })
    },
    check: ({ id }, outcomes) => say('check', { provider: begun, check: id, ...verdictsOf(outcomes) }),
    exchange: ({ name }, { id, operation, response }, outcomes) =>
      say('exchange', {
        provider: name,
        exchange: id,
        operation: operation ?? null,
        status: response.status,
        ...verdictsOf(outcomes),
      }),
    report(report) {
      for (const { event, ...about } of eventsOf(report)) say(event, about)
      if (file !== undefined) closeSync(file)
    },
  }
}

function opened(folder: string): number {
  const file = sayingWhere(folder, () => openSync(join(folder, eventFile), 'w'))
  append(folder, file, 'opened', { format: 'assay-events', version: 1 })
  return file
}

function append(folder: string, file: number, event: string, about: object): void {
  const line = writeJson({ event, at: new Date().toISOString(), ...about })
  sayingWhere(folder, () => writeSync(file, `${line}\n`))
}

/** The clauses that were judged, by verdict. */
function verdictsOf(outcomes: readonly Outcome[]): { readonly verdicts: Readonly<Record<string, readonly string[]>> } {
  const byVerdict = new Map<string, Set<string>>()
  for (const { clause, verdict } of outcomes) byVerdict.set(verdict, (byVerdict.get(verdict) ?? new Set()).add(clause))
  return { verdicts: Object.fromEntries([...byVerdict].map(([verdict, clauses]) => [verdict, [...clauses]])) }
}
