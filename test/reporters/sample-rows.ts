import type { ClauseRow, Finding, StoredExchange } from '../../model/report.ts'

/** A finding with all that a finding can have. */
export function sampleFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    fingerprint: 'f1a2b3c4d5e6',
    by: 'acme/create-a-charge/echoes-amount',
    at: '/amount',
    expected: 1250,
    actual: 1249,
    evidence: [1, 2],
    counterexample: { amount: 1250, currency: 'usd' },
    times: 3,
    curl: 'curl -X POST http://127.0.0.1:4010/v1/charges -H "Authorization: Bearer $ACME_KEY" --data \'amount=1250&currency=usd\'',
    replay: 'npx assay run acme --target url --only acme/create-a-charge/echoes-amount --seed 42',
    ...overrides,
  }
}

/** A conforming clause of Acme. */
export function sampleRow(overrides: Partial<ClauseRow> = {}): ClauseRow {
  return {
    provider: 'acme',
    id: 'acme.charges.create.answers',
    level: 'must',
    text: 'A charge with valid parameters is created.',
    section: 'Create a charge',
    source: {
      kind: 'document',
      document: 'Acme API reference',
      section: 'Create a charge',
      address: 'https://docs.acme.example/charges#create',
    },
    verdict: 'conforms',
    severity: 'ok',
    judged: 12,
    findings: [],
    ...overrides,
  }
}

/** An exchange with a body, a repeated try and a cut. */
export function sampleExchange(overrides: Partial<StoredExchange> = {}): StoredExchange {
  return {
    id: 1,
    direction: 'outbound',
    operation: 'createCharge',
    request: {
      method: 'POST',
      path: '/v1/charges?expand[]=customer',
      headers: [
        ['content-type', 'application/x-www-form-urlencoded'],
        ['idempotency-key', 'k-1'],
      ],
      body: 'amount=1250&currency=usd&source=tok_visa',
    },
    response: {
      status: 200,
      headers: [
        ['content-type', 'application/json'],
        ['request-id', 'req_1'],
      ],
      body: '{"id":"ch_1","amount":1249,"big":12345678901234567890,"metadata":{},"refunds":{"data":[]}}',
    },
    attempts: [],
    startedAt: '2026-11-21T08:00:01.000Z',
    durationMs: 12,
    truncated: 0,
    ...overrides,
  }
}
