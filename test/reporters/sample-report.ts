import { verdicts } from '../../suites/model/finding.ts'
import { severities } from '../../suites/model/report.ts'
import type { ClauseRow, Figures, Finding, ProviderRow, Report, StoredExchange } from '../../suites/model/report.ts'
import { sampleExchange, sampleFinding, sampleRow } from './sample-rows.ts'

/** A report with every verdict, severity, reading, waiver and note. */
export function sampleReport(overrides: Partial<Report> = {}): Report {
  const rows = [...acmeRows, ...globexRows, ...initechRows]
  return {
    format: 'assay-report',
    version: 1,
    target: 'url',
    seed: 42,
    runs: 100,
    only: [],
    partial: false,
    startedAt: '2026-11-21T08:00:00.000Z',
    finishedAt: '2026-11-21T08:00:12.345Z',
    durationMs: 12_345,
    versions: { assay: '0.1.0', node: 'v20.20.2' },
    exitCode: 1,
    providers: providersOf(rows),
    clauses: rows,
    exchanges: sampleExchanges,
    waiverProblems: [
      { clause: 'acme.refunds.create.partial', problem: 'expired', text: 'The waiver expired on 2026-10-31.' },
      { clause: 'acme.charges.list.order', problem: 'conforms', text: 'The clause conforms; remove the waiver.' },
      { clause: 'acme.charges.list.gone', problem: 'matches-nothing', text: 'No clause has this id.' },
    ],
    ...overrides,
  }
}

/** A run that found nothing to judge. */
export function emptyReport(): Report {
  return sampleReport({ exitCode: 3, providers: [], clauses: [], exchanges: [], waiverProblems: [] })
}

/** A run in which everything is kept. */
export function conformingReport(): Report {
  const clauses = sampleReport().clauses.filter(({ severity }) => severity === 'ok')
  return sampleReport({ exitCode: 0, providers: providersOf(clauses), clauses, exchanges: [], waiverProblems: [] })
}

/** A run that was stopped before it was through, and had found nothing until then. */
export function interruptedReport(): Report {
  const report = conformingReport()
  const providers = report.providers.map((row) => ({ ...row, outcome: 'interrupted' as const }))
  return { ...report, exitCode: 3, partial: true, providers }
}

/** A report as large as a hostile target can make it: every clause a gap with findings of its own. */
export function hugeReport(size: number): Report {
  const clauses = Array.from({ length: size }, (_, index) =>
    gap({
      id: `acme.charges.create.rule-${index}`,
      section: `Section ${index % 20}`,
      findings: Array.from({ length: 5 }, (_unused, nth) =>
        sampleFinding({ fingerprint: `f${index}-${nth}`, evidence: [index % 200], actual: 'x'.repeat(2000) }),
      ),
    }),
  )
  const exchanges = Array.from({ length: 200 }, (_, id) =>
    sampleExchange({ id, response: { status: 200, headers: [], body: `{"text":"${'y'.repeat(16_000)}"}` } }),
  )
  return sampleReport({ providers: providersOf(clauses), clauses, exchanges, waiverProblems: [] })
}

function gap(overrides: Partial<ClauseRow>): ClauseRow {
  return sampleRow({ verdict: 'gap', severity: 'fail', judged: 3, findings: [sampleFinding()], ...overrides })
}

const acmeRows: readonly ClauseRow[] = [
  sampleRow({
    section: 'Authentication',
    id: 'acme.authentication.key.required',
    text: 'A request without a key is refused.',
  }),
  sampleRow({
    section: 'Authentication',
    id: 'acme.authentication.key.unknown',
    text: 'A request with an unknown key is refused.',
    verdict: 'unobservable',
    severity: 'none',
    judged: 0,
    reason: 'This target shares one key, so a wrong key cannot be told from a right one.',
  }),
  sampleRow({
    section: 'Authentication',
    id: 'acme.authentication.key.secret',
    text: 'A key is kept away from publicly readable code.',
    verdict: 'unobservable',
    severity: 'none',
    judged: 0,
    excluded: true,
    reason: 'It binds the client; no request can show it.',
  }),
  sampleRow(),
  gap({
    id: 'acme.charges.create.echoes-amount',
    text: 'A created charge carries the requested amount.',
    note: 'The documentation shows the amount in the smallest unit of the currency.',
    findings: [
      sampleFinding(),
      sampleFinding({ fingerprint: 'f2', at: 'status', expected: [200, 201], actual: 500, evidence: [1] }),
    ],
  }),
  gap({
    id: 'acme.charges.create.request-id',
    level: 'should',
    severity: 'warn',
    text: 'Every answer carries a request id.',
    source: { kind: 'elsewhere', document: 'Acme SDK for Node', section: 'lastResponse' },
    findings: [sampleFinding({ at: 'request-id', expected: '^req_', actual: null, evidence: [3] })],
  }),
  sampleRow({
    id: 'acme.charges.create.time-unit',
    text: 'A charge carries the time at which it was created.',
    follows: [
      { name: 'seconds', text: 'The time counts seconds since the epoch.', times: 9 },
      { name: 'milliseconds', text: 'The time counts milliseconds since the epoch.', times: 1 },
    ],
  }),
  gap({
    section: 'Refunds',
    id: 'acme.refunds.create.partial',
    text: 'A part of a charge can be refunded.',
    severity: 'waived',
    waiver: { reason: 'Ticket PAY-12 replaces the mock.', owner: 'payments team', expires: '2027-01-31' },
  }),
  sampleRow({
    section: 'Refunds',
    id: 'acme.refunds.create.again',
    text: 'A charge is refunded once in full.',
    verdict: 'blocked',
    severity: 'open',
    judged: 0,
    blockedBy: ['acme.charges.create.echoes-amount'],
  }),
  sampleRow({
    section: 'Refunds',
    id: 'acme.refunds.create.late',
    text: 'A refund arrives after the charge was captured.',
    verdict: 'inconclusive',
    severity: 'open',
    judged: 0,
    outage: 'rate-limited',
    reason: 'The target kept answering that the rate limit is exceeded.',
  }),
]

const thrown: Finding = {
  fingerprint: 'f3',
  by: 'globex/invoices/pay-once',
  at: '',
  expected: 'a judgement',
  actual: 'TypeError: Cannot read properties of undefined',
  evidence: [],
  times: 1,
  curl: '',
  replay: 'npx assay run globex --target url --only globex/invoices/pay-once --seed 42',
}

const globexRows: readonly ClauseRow[] = [
  sampleRow({ provider: 'globex', id: 'globex.invoices.create.answers', section: 'Invoices', afterRetry: 2 }),
  sampleRow({
    provider: 'globex',
    id: 'globex.invoices.pay.once',
    section: 'Invoices',
    level: 'may',
    text: 'An invoice is paid once.',
    verdict: 'broken',
    severity: 'fault',
    judged: 0,
    source: { kind: 'derived', document: 'Globex guide', section: 'Invoices' },
    reason: 'The check threw: Cannot read properties of undefined.',
    findings: [thrown],
  }),
]

const initechRows: readonly ClauseRow[] = [
  sampleRow({
    provider: 'initech',
    id: 'initech.payments.create.answers',
    section: 'Payments',
    source: { kind: 'ours', document: 'Initech notes', section: 'Payments' },
    verdict: 'unobservable',
    severity: 'none',
    judged: 0,
    reason: 'No key: set INITECH_KEY.',
  }),
]

const sampleExchanges: readonly StoredExchange[] = [
  sampleExchange(),
  sampleExchange({
    id: 2,
    attempts: [
      { status: 429, waitedMs: 0 },
      { failure: 'reset', waitedMs: 500 },
    ],
    truncated: 2048,
    response: {
      status: 500,
      headers: [['content-type', 'text/html']],
      body: '<html><body><h1>Bad gateway</h1>\n</body></html>',
    },
  }),
  sampleExchange({
    id: 3,
    direction: 'inbound',
    operation: null,
    request: {
      method: 'POST',
      path: '/',
      headers: [['content-type', 'application/json']],
      body: '{"type":"charge.created"}',
    },
    response: { status: 200, headers: [], body: '' },
  }),
]

/** Provider rows that agree with their clauses. */
export function providersOf(rows: readonly ClauseRow[]): readonly ProviderRow[] {
  return [...new Set(rows.map(({ provider }) => provider))].map((name) => {
    const own = rows.filter(({ provider }) => provider === name)
    const figures = figuresOfRows(own)
    return {
      name,
      title: name.charAt(0).toUpperCase() + name.slice(1),
      ...outcomeOf(figures),
      figures,
      contract: `sha256-${name}`,
      exchanges: own.length * 7,
      durationMs: own.length * 300,
      additive: name === 'acme' ? additive : [],
      leftovers:
        name === 'globex' ? [{ kind: 'invoice', id: 'in_9', reason: 'The API has no operation that removes it.' }] : [],
    }
  })
}

const additive: ProviderRow['additive'] = [
  {
    operation: 'createCharge',
    schema: 'charge.json',
    at: '/risk_score',
    kind: 'property',
    value: 'risk_score',
    allowedBy: 'acme.versioning.changes.additive',
    times: 12,
  },
  { operation: null, schema: 'charge.json', at: '/status', kind: 'enum-value', value: 'on_hold', times: 1 },
]

function outcomeOf({ severities: counts, judged }: Figures): Pick<ProviderRow, 'outcome' | 'reason'> {
  if (counts.fail > 0) return { outcome: 'gaps' }
  if (counts.fault > 0) return { outcome: 'fault' }
  return judged > 0 ? { outcome: 'conforms' } : { outcome: 'not-judged', reason: 'No key: set INITECH_KEY.' }
}

function figuresOfRows(rows: readonly ClauseRow[]): Figures {
  const conforming = rows.filter(({ verdict }) => verdict === 'conforms').length
  return {
    clauses: rows.length,
    documented: rows.filter(({ source }) => source.kind === 'document' || source.kind === 'derived').length,
    judged: conforming + rows.filter(({ verdict }) => verdict === 'gap').length,
    conforming,
    verdicts: countsOf(verdicts, (verdict) => rows.filter((row) => row.verdict === verdict).length),
    severities: countsOf(severities, (severity) => rows.filter((row) => row.severity === severity).length),
  }
}

function countsOf<Name extends string>(
  names: readonly Name[],
  count: (name: Name) => number,
): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name) => [name, count(name)])) as Record<Name, number>
}
