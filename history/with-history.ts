import { exitCodeOf } from '../engine/exit-code.ts'
import type { RunRecord } from '../model/record.ts'
import type { Cause, CausePast, Change, ClauseRow, Past, ProviderPast, Report, ReportHistory } from '../model/report.ts'
import { knownRun } from './known-run.ts'
import type { KnownRun } from './known-run.ts'
import { pastOf } from './past-of.ts'
import { providerPast } from './provider-past.ts'
import { recordOf } from './record-of.ts'
import { stuckIn } from './stuck.ts'

export interface HistorySetting {
  /** Earlier runs, the earliest first. */
  readonly records: readonly RunRecord[]
  readonly against: ReportHistory['against']
  readonly failOn: ReportHistory['failOn']
  /** A clause that so many runs in a row could not judge because of outages is told of. */
  readonly stuckRuns: number
  readonly notes: readonly string[]
}

/** Changes that are news to whoever read the report before. */
const fresh: ReadonlySet<Change> = new Set<Change>(['new', 'back', 'worse'])

export const isFreshChange = (change: Change): boolean => fresh.has(change)

/** Whether earlier runs did not have this gap; so it is where there is none. */
export function isFresh({ past }: Pick<ClauseRow, 'past'>): boolean {
  return past === undefined || fresh.has(past.change)
}

/**
 * A report with what earlier runs say of it. A run is compared with runs of the same kind of target and the same name, and a baseline
 * with whatever it was made of.
 */
export function withHistory(report: Report, setting: HistorySetting): Report {
  const { against, failOn, notes } = setting
  const record = recordOf(report)
  const pasts = new Map<string, Past>()
  const providers: ProviderPast[] = []
  const stuck: ReportHistory['stuck'][number][] = []
  for (const provider of record.providers) {
    const current = knownRun(record, provider)
    const earlier = earlierRuns(provider.name, record, setting)
    const ofProvider = pastOf(current, earlier)
    for (const [clause, past] of ofProvider) pasts.set(keyOf(provider.name, clause), past)
    providers.push(providerPast(current, earlier, ofProvider))
    stuck.push(...stuckIn(current, earlier, setting.stuckRuns))
  }
  const told: Report = {
    ...report,
    clauses: report.clauses.map((row) => withPast(row, pasts.get(keyOf(row.provider, row.id)))),
    causes: report.causes.map((cause) => withPast(cause, pastOfCause(cause, pasts))),
    history: { against, failOn, providers, stuck, notes },
  }
  return failOn === 'new'
    ? { ...told, exitCode: exitCodeOf(told.providers, told.waiverProblems, told.partial, freshFailures(told)) }
    : told
}

function freshFailures({ clauses }: Report): number {
  return clauses.filter((row) => row.severity === 'fail' && isFresh(row)).length
}

function earlierRuns(name: string, current: RunRecord, { records, against }: HistorySetting): readonly KnownRun[] {
  return records
    .filter((record) => against === 'baseline' || isSameTarget(record, current))
    .flatMap((record) => record.providers.filter((one) => one.name === name).map((one) => knownRun(record, one)))
}

function isSameTarget(one: RunRecord, other: RunRecord): boolean {
  return one.target === other.target && one.targetName === other.targetName
}

function pastOfCause({ provider, breaks }: Cause, pasts: ReadonlyMap<string, Past>): CausePast | undefined {
  const known = breaks.flatMap((clause) => pasts.get(keyOf(provider, clause)) ?? [])
  const [earliest] = known.map(({ since }) => since).toSorted()
  if (earliest === undefined) return undefined
  const news = known.filter(({ change }) => fresh.has(change)).length
  return { change: news === 0 ? 'standing' : news === known.length ? 'new' : 'grown', since: earliest }
}

const withPast = <Row extends ClauseRow | Cause>(row: Row, past: Row['past'] | undefined): Row =>
  past === undefined ? row : { ...row, past }

const keyOf = (provider: string, clause: string): string => `${provider} ${clause}`
