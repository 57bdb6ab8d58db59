import type { Clause, Reading, Source } from '../../../model/clause.ts'
import type { Attempt } from '../../../model/exchange.ts'
import type { ProviderRecord, RunRecord } from '../../../model/record.ts'
import type {
  AdditiveChange,
  ClauseRow,
  Figures,
  Finding,
  Past,
  ProviderPast,
  ProviderRow,
  Report,
  ReportHistory,
  RunPoint,
  Scope,
  StoredExchange,
  WaiverProblem,
} from '../../../model/report.ts'

/** The keys of a type with whether it can be without them; the compiler refuses a list that is not exactly that. */
type Shape<Type> = { readonly [Key in keyof Type]-?: object extends Pick<Type, Key> ? 'optional' : 'required' }

const required = 'required'
const optional = 'optional'

const report: Shape<Report> = {
  format: required,
  version: required,
  target: required,
  seed: required,
  runs: required,
  only: required,
  partial: required,
  startedAt: required,
  finishedAt: required,
  durationMs: required,
  versions: required,
  exitCode: required,
  providers: required,
  causes: required,
  clauses: required,
  exchanges: required,
  waiverProblems: required,
  shortfalls: optional,
  targetName: optional,
  history: optional,
}

const clauseRow: Shape<ClauseRow> = {
  provider: required,
  id: required,
  level: required,
  text: required,
  section: required,
  source: required,
  verdict: required,
  severity: required,
  judged: required,
  reason: optional,
  outage: optional,
  blockedBy: optional,
  stops: optional,
  follows: optional,
  afterRetry: optional,
  excluded: optional,
  waiver: optional,
  note: optional,
  versionChange: optional,
  past: optional,
  findings: required,
}

const providerRow: Shape<ProviderRow> = {
  name: required,
  title: required,
  outcome: required,
  reason: optional,
  madeUpKey: optional,
  speaks: optional,
  figures: required,
  contract: required,
  scope: optional,
  exchanges: required,
  durationMs: required,
  additive: required,
  outages: required,
  apart: required,
  unmatched: required,
  leftovers: required,
}

const finding: Shape<Finding> = {
  fingerprint: required,
  by: required,
  at: required,
  expected: required,
  actual: required,
  evidence: required,
  exchange: optional,
  counterexample: optional,
  script: optional,
  known: optional,
  entries: optional,
  times: required,
  curl: required,
  replay: required,
}

const exchange: Shape<StoredExchange> = {
  id: required,
  direction: required,
  operation: required,
  request: required,
  response: required,
  attempts: required,
  startedAt: required,
  durationMs: required,
  truncated: required,
  entry: optional,
}

const request: Shape<StoredExchange['request']> = {
  method: required,
  path: required,
  headers: required,
  body: required,
}
const response: Shape<StoredExchange['response']> = { status: required, headers: required, body: required }
const attempt: Shape<Attempt> = { status: optional, failure: optional, waitedMs: required }
const source: Shape<Source> = { kind: required, document: required, section: required, address: optional }
const reading: Shape<Reading> = { name: required, text: required }
const waiverProblem: Shape<WaiverProblem> = { clause: required, problem: required, text: required }
const leftover: Shape<ProviderRow['leftovers'][number]> = { kind: required, id: required, reason: required }
const figures: Shape<Figures> = {
  clauses: required,
  documented: required,
  judged: required,
  conforming: required,
  failing: required,
  verdicts: required,
  severities: required,
}
const additive: Shape<AdditiveChange> = {
  operation: required,
  schema: required,
  at: required,
  kind: required,
  value: required,
  allowedBy: optional,
  times: required,
}

const past: Shape<Past> = {
  change: required,
  since: required,
  seen: required,
  of: required,
  lastConforming: optional,
  last: optional,
}
const scope: Shape<Scope> = { checks: required, tried: optional }
const runPoint: Shape<RunPoint> = {
  startedAt: required,
  outcome: required,
  clauses: required,
  judged: required,
  conforming: required,
  failing: required,
  narrowed: optional,
}
const history: Shape<ReportHistory> = {
  against: required,
  failOn: required,
  providers: required,
  stuck: required,
  notes: required,
}
const providerPast: Shape<ProviderPast> = {
  name: required,
  runs: required,
  contractChanged: optional,
  gone: required,
  points: required,
  mended: required,
}
const record: Shape<RunRecord> = {
  format: required,
  version: required,
  target: required,
  targetName: optional,
  seed: required,
  runs: required,
  only: required,
  partial: required,
  startedAt: required,
  finishedAt: required,
  durationMs: required,
  versions: required,
  exitCode: required,
  providers: required,
}
const providerRecord: Shape<ProviderRecord> = {
  name: required,
  title: required,
  outcome: required,
  contract: required,
  exchanges: required,
  scope: optional,
  figures: required,
  clauses: required,
  gaps: required,
  causes: required,
}

// In a file, the section stands once for all clauses and lists may be left out.
type Listed = 'needs' | 'standsOn' | 'readings' | 'departures'

const clauseEntry: Shape<Omit<Clause, 'section' | Listed> & Partial<Pick<Clause, Listed>>> = {
  id: required,
  level: required,
  text: required,
  source: required,
  needs: optional,
  standsOn: optional,
  readings: optional,
  departures: optional,
  excluded: optional,
  note: optional,
}

/** Every object of our own schemas with the type that it must agree with: file, JSON Pointer, keys. */
export const shapes = [
  ['report', '', report],
  ['report', '/$defs/clause', clauseRow],
  ['report', '/$defs/provider', providerRow],
  ['report', '/$defs/figures', figures],
  ['report', '/$defs/additive-change', additive],
  ['report', '/$defs/leftover', leftover],
  ['report', '/$defs/waiver-problem', waiverProblem],
  ['report', '/$defs/source', source],
  ['report', '/$defs/past', past],
  ['report', '/$defs/scope', scope],
  ['report', '/$defs/run-point', runPoint],
  ['report', '/$defs/history', history],
  ['report', '/$defs/history/properties/providers/items', providerPast],
  ['record', '', record],
  ['record', '/$defs/provider', providerRecord],
  ['finding', '', finding],
  ['exchange', '', exchange],
  ['exchange', '/properties/request', request],
  ['exchange', '/properties/response', response],
  ['exchange', '/$defs/attempt', attempt],
  ['clause', '/$defs/clause', clauseEntry],
  ['clause', '/$defs/reading', reading],
] as const
