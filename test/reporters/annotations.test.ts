import { describe, expect, it } from 'vitest'
import { annotations } from '../../reporters/annotations.ts'
import { hostileReport, payloads } from './hostile-report.ts'
import { conformingReport, hugeReport, sampleReport } from './sample-report.ts'

const linesOf = (text: string): readonly string[] => text.split('\n').slice(0, -1)

describe('annotations of a GitHub Actions run', () => {
  it('name causes that fail as errors and those that warn as warnings, with reach, proof and replay', () => {
    const lines = linesOf(annotations(sampleReport()))
    expect(lines[0]).toBe(
      '::error title=Acme::A created charge carries the requested amount. (breaks 1 clause, blocks 1)%0A' +
        'acme.charges.create.echoes-amount, must%0A' +
        'At /amount: expected 1250, actual 1249.%0A' +
        'Replay: npx assay run acme --target url --only acme/create-a-charge/echoes-amount --seed 42',
    )
    expect(lines.map((line) => /^::(\w+) title=([^:]+)::/.exec(line)?.slice(1))).toEqual([
      ['error', 'Acme'],
      ['error', 'Globex'],
      ['error', 'Waiver of acme.refunds.create.partial'],
      ['error', 'Waiver of acme.charges.list.order'],
      ['error', 'Waiver of acme.charges.list.gone'],
      ['warning', 'Acme'],
    ])
  })

  it('are none where all conforms', () => {
    expect(annotations(conformingReport())).toBe('')
  })

  it('are as many as GitHub shows, and say how many more there are', () => {
    const errors = linesOf(annotations(hugeReport(30))).filter((line) => line.startsWith('::error'))
    expect(errors).toHaveLength(10)
    expect(errors.at(-1)).toMatch(/^::error title=Assay::[\d,]+ more causes in the report\.$/)
  })

  it.for(payloads)('are one command a line where a target answers %j', (payload) => {
    const lines = linesOf(annotations(hostileReport(sampleReport(), payload)))
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      expect(line).toMatch(/^::(error|warning) title=[^:,\r\n]+::[^\r\n]+$/)
      expect(line).not.toMatch(/%(?!25|0A|0D|3A|2C)/)
    }
  })
})
