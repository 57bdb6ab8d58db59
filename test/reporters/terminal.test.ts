import { describe, expect, it } from 'vitest'
import type { ClauseRow } from '../../model/report.ts'
import { terminal } from '../../reporters/terminal.ts'
import { hostileReport, payloads } from './hostile-report.ts'
import { sampleFinding, sampleRow } from './sample-rows.ts'
import { providersOf } from './sample-providers.ts'
import { conformingReport, emptyReport, hugeReport, interruptedReport, sampleReport } from './sample-report.ts'

const plain = terminal(sampleReport(), { color: false })
const lines = plain.split('\n')

describe('the terminal report', () => {
  it('says the verdict first and the counts last', () => {
    expect(lines[0]).toBe(
      'GAPS  1 gap in 1 of 3 providers and 3 waiver problems. 1 clause could not be judged because of outages.',
    )
    expect(lines.slice(-2)).toEqual([
      'gaps (exit 1)  1 failing · 1 fault of ours · 1 warning · 1 waived · 2 not judged · 4 conforming · 3 not shown',
      '',
    ])
  })

  it('gives two figures a provider', () => {
    expect(plain).toMatch(/Acme +gaps +conforming ÷ judged 3\/6 \(50\.0 %\) +judged ÷ all 6\/10 \(60\.0 %\)/)
    expect(plain).toMatch(/Initech +not judged .*No key: set INITECH_KEY\.$/m)
  })

  it('shows each gap with its sentence, source and proof', () => {
    const start = lines.findIndex((line) => line.endsWith('A created charge carries the requested amount.'))
    expect(lines.slice(start - 2, start + 11)).toMatchInlineSnapshot(`
      [
        "Acme",
        "  Create a charge",
        "    ✗ gap  A created charge carries the requested amount.",
        "      acme.charges.create.echoes-amount · must · Acme API reference, Create a charge",
        "      1 clause blocked by it",
        "      note: The documentation shows the amount in the smallest unit of the currency.",
        "      at /amount in exchange 1 (1 of 2), seen 3 times by acme/create-a-charge/echoes-amount",
        "        expected  1250",
        "        actual    1249",
        "        input     {"amount":1250,"currency":"usd"}",
        "        curl      curl -X POST http://127.0.0.1:4010/v1/charges -H "Authorization: Bearer $ACME_KEY" --data 'amount=1250&currency=usd'",
        "        replay    npx assay run acme --target url --only acme/create-a-charge/echoes-amount --seed 42",
        "      at the status in exchange 1, seen 3 times by acme/create-a-charge/echoes-amount",
      ]
    `)
  })

  it.for([
    ['readings', 'acme.charges.create.time-unit: seconds (9 times)  The time counts seconds since the epoch.'],
    [
      'additive changes',
      'new property risk_score in createCharge, charge.json/risk_score: allowed by acme.versioning.changes.additive',
    ],
    ['leftovers', '1 invoice: The API has no operation that removes it. (in_9)'],
    ['retries', 'globex.invoices.create.answers: 2 times'],
    ['waiver problems', '✗ has expired  acme.refunds.create.partial  The waiver expired on 2026-10-31.'],
    [
      'waived gaps',
      '~ acme.refunds.create.partial  Ticket PAY-12 replaces the mock. (payments team, until 2027-01-31)',
    ],
    ['what is blocked', '⊘ 1 blocked  by acme.charges.create.echoes-amount'],
    ['outages', '? 1 inconclusive  The target kept answering that the rate limit is exceeded.'],
  ] as const)('says %s', ([, text]) => {
    expect(plain).toContain(text)
  })

  it.for([
    ['partial', sampleReport({ partial: true }), 'The run ended before all checks were tried'],
    [
      'interrupted',
      interruptedReport(),
      'INTERRUPTED  The run ended before all checks were tried. It found no gap until then',
    ],
    ['empty', emptyReport(), 'NOT JUDGED  Nothing could be judged.'],
    ['conforming', conformingReport(), 'CONFORMS  Every promise that binds and could be judged is kept.'],
    ['faulty', sampleReport({ exitCode: 2 }), 'FAULT  Assay itself failed'],
  ] as const)('words a %s report', ([, report, text]) => {
    expect(terminal(report, { color: false })).toContain(text)
  })

  it('words what the report has decided, even where the counts say otherwise', () => {
    const [first] = terminal(sampleReport({ exitCode: 0, waiverProblems: [] }), { color: false }).split('\n')
    expect(first).toBe(
      'CONFORMS  Every promise that binds and could be judged is kept, but for 1 waived gap; 1 gap warns. 1 clause could not be judged because of outages.',
    )
  })

  it('names a few of many chosen checks', () => {
    const only = Array.from({ length: 200 }, (_, index) => `acme/check-${index}`)
    expect(terminal(sampleReport({ only }), { color: false })).toContain(
      'only acme/check-0, acme/check-1, acme/check-2 and 197 more ·',
    )
  })

  it('shows a few findings of a clause and counts the rest', () => {
    const text = terminal(hugeReport(1), { color: false })
    expect(text.match(/ {8}expected/g)).toHaveLength(3)
    expect(text).toContain('and 2 more findings in the report')
  })

  it('names no exchange where it takes several to show a gap', () => {
    const clauses = [sampleRow({ verdict: 'gap', severity: 'fail', findings: [sampleFinding()] })]
    expect(terminal(sampleReport({ clauses }), { color: false })).toContain('at /amount, seen 3 times')
  })

  it('cuts what would flood the screen', () => {
    const findings = [sampleFinding({ actual: 'x'.repeat(1_000_000), curl: 'curl '.repeat(100_000) })]
    const clauses = [sampleRow({ verdict: 'gap', severity: 'fail', findings })]
    expect(terminal(sampleReport({ clauses, providers: providersOf(clauses) }), { color: false }).length).toBeLessThan(
      10_000,
    )
  })

  it('has colour only where it is asked for', () => {
    // oxlint-disable-next-line no-control-regex
    const codes = /\u001B\[\d+m/g
    const colored = terminal(sampleReport(), { color: true })
    expect(plain).not.toMatch(codes)
    expect(colored).toMatch(codes)
    expect(colored.replaceAll(codes, '')).toBe(plain)
  })

  it.for(payloads)('lets %j neither move the cursor nor break a line', (payload) => {
    const hostile = terminal(hostileReport(sampleReport(), payload), { color: false })
    // oxlint-disable-next-line no-control-regex
    expect(hostile).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u)
    expect(hostile.split('\n').length).toBe(lines.length)
  })
})

it('takes what was not tried before an interruption for no outage', () => {
  const report = interruptedReport()
  const [first, ...others] = report.clauses
  const open = { ...(first as ClauseRow), verdict: 'inconclusive', severity: 'open' } as const
  const told = (outage: 'interrupted' | 'timeout'): string =>
    terminal({ ...report, clauses: [{ ...open, outage }, ...others] }, { color: false, detail: 'quiet' })
  expect(told('timeout')).toMatch(/1\s+clause\s+could\s+not\s+be\s+judged\s+because\s+of\s+outages/)
  expect(told('interrupted')).not.toContain('outages')
})
