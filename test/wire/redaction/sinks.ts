import { announceGaps } from '../../../cli/announce-gaps.ts'
import { createAdditions } from '../../../engine/additions.ts'
import { concludeRun } from '../../../engine/conclude.ts'
import { createOutageLog } from '../../../engine/outage-log.ts'
import type { Outcome } from '../../../engine/outcome.ts'
import type { Plan } from '../../../engine/plan.ts'
import { assembleReport } from '../../../engine/report.ts'
import { createTally } from '../../../engine/tally.ts'
import type { Contract } from '../../../model/contract.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { writeJson } from '../../../model/write-json.ts'
import { diffOf } from '../../../history/diff.ts'
import { recordOf } from '../../../history/record-of.ts'
import { trendsOf } from '../../../history/trend.ts'
import type { Report } from '../../../model/report.ts'
import { annotations } from '../../../reporters/annotations.ts'
import { bundle } from '../../../reporters/bundle.ts'
import { diffMarkdown, diffText } from '../../../reporters/diff.ts'
import { eventsOf } from '../../../reporters/events.ts'
import { eventFile, reportFiles } from '../../../reporters/report-files.ts'
import { terminal } from '../../../reporters/terminal.ts'
import { trendText } from '../../../reporters/trend.ts'
import { entryOf, toEntry } from '../../../wire/har/to-entry.ts'
import type { Redactor } from '../../../wire/redaction/redactor.ts'

/** All that a run writes of some exchanges, each of which proves a gap of a clause of its own, by where it is written. */
export function sinksOf(
  contract: Contract,
  redactor: Redactor,
  exchanges: readonly Exchange[],
  valueOf: (exchange: Exchange) => string,
): Readonly<Record<string, string>> {
  const entries = exchanges.map((exchange) =>
    toEntry(redactor.exchange(exchange, Infinity), exchange, { provider: 'acme', origin: 'https://api.example' }),
  )
  const clauses = [...contract.clauses.keys()]
  const outcomes = exchanges.map((exchange, index) => proof(clauses[index] as string, exchange))
  const tally = createTally(contract.clauses)
  for (const outcome of outcomes) tally.add(outcome)
  const additions = createAdditions(contract)
  for (const exchange of exchanges) additions.see(exchange)
  const target = { kind: 'recording', capabilities: new Set<never>() } as const
  const options = { seed: 1, runs: 1, redactor, waivers: new Map() }
  const run = concludeRun({ contract } as Plan, target, options, {
    tally,
    additions,
    outages: createOutageLog(),
    forgotten: [],
    apart: [],
    spoken: undefined,
    unmatched: [],
    exchanges: exchanges.length,
    startedAt: 0,
    leftovers: exchanges.map((exchange) => ({
      kind: 'thing',
      id: valueOf(exchange),
      reason: `cannot remove ${valueOf(exchange)}`,
    })),
    partial: false,
    whole: false,
    scope: { checks: 0, tried: [] },
  })
  const report = assembleReport([run], {
    target: 'recording',
    seed: 1,
    runs: 1,
    only: [],
    partial: false,
    startedAt: 0,
    version: '0',
    waivers: [],
  })
  const lines: string[] = []
  announceGaps(contract, redactor, (line) => lines.push(line))(outcomes)
  const ids = exchanges.map((exchange) => redactor.text(valueOf(exchange)))
  const made = { entries, report, lines, ids }
  return Object.fromEntries(Object.entries(sinks).map(([name, write]) => [name, write(made)]))
}

/** What a run has made for its outputs. */
interface Made {
  readonly entries: readonly unknown[]
  readonly report: Report
  readonly lines: readonly string[]
  readonly ids: readonly string[]
}

const sinks: Readonly<Record<string, (made: Made) => string>> = {
  'the recording': ({ entries }) => writeJson(entries),
  ...Object.fromEntries(
    Object.entries(reportFiles()).map(([name, reporter]) => [`\`${name}\``, ({ report }: Made) => reporter(report)]),
  ),
  [`\`${eventFile}\``]: ({ report }) => writeJson(eventsOf(report)),
  'a bundle': ({ report }) => bundleOf(report),
  'the terminal': ({ report }) => terminal(report, { color: false, detail: 'verbose' }),
  'annotations of GitHub': ({ report }) => annotations(report),
  'the history of runs': ({ report }) => writeJson(recordOf(report)),
  'what changed and the trend': ({ report }) => {
    const record = recordOf(report)
    const before = { ...record, providers: record.providers.map((one) => ({ ...one, gaps: {}, causes: [] })) }
    const diff = diffOf(before, record)
    return [diffText(diff), diffMarkdown(diff), trendText(trendsOf([before, record]))].join('\n')
  },
  'lines of the proxy': ({ lines }) => lines.join('\n'),
  'tests of vitest': ({ report }) =>
    JSON.stringify(report.clauses.map(({ reason, findings }) => ({ reason, findings }))),
  'the ledger': ({ ids }) => ids.join('\n'),
}

/** What somebody else's desk is given of all gaps, as if they had one cause. */
function bundleOf(report: Report): string {
  const [first] = report.causes
  if (first === undefined) return ''
  const whole = { ...first, breaks: report.clauses.filter(({ verdict }) => verdict === 'gap').map(({ id }) => id) }
  const files = bundle(report, whole, { title: 'Acme', entryOf: (shown) => entryOf(shown, 'https://api.example') })
  return Object.values(files).join('\n')
}

/** Where a run writes. */
export const sinkNames: readonly string[] = Object.keys(sinks)

/** A gap whose finding shows the whole answer. */
function proof(clause: string, exchange: Exchange): Outcome {
  const { response } = exchange
  return {
    clause,
    verdict: 'gap',
    by: 'observer',
    during: 'observer',
    instances: 1,
    mismatches: [{ at: '', expected: 'something else', actual: response.json ?? response.body, in: exchange }],
    evidence: [exchange],
    afterRetry: false,
  }
}
