import type { ClauseRow, Finding, StoredExchange } from '../../model/report.ts'
import { sampleExchange, sampleFinding, sampleRow } from './sample-rows.ts'

/** A clause of Acme with a gap. */
export function gap(overrides: Partial<ClauseRow>): ClauseRow {
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
      sampleFinding({ exchange: 1 }),
      sampleFinding({ fingerprint: 'f2', at: 'status', expected: [200, 201], actual: 500, evidence: [1], exchange: 1 }),
    ],
  }),
  gap({
    id: 'acme.charges.create.request-id',
    level: 'should',
    severity: 'warn',
    text: 'Every answer carries a request id.',
    source: { kind: 'elsewhere', document: 'Acme SDK for Node', section: 'lastResponse' },
    findings: [sampleFinding({ at: 'request-id', expected: '^req_', actual: null, evidence: [3], exchange: 3 })],
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

/** The clauses of three providers, of every verdict and severity. */
export const sampleClauses: readonly ClauseRow[] = [...acmeRows, ...globexRows, ...initechRows]

/** What the findings of the clauses rest on. */
export const sampleExchanges: readonly StoredExchange[] = [
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
