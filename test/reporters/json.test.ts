import { describe, expect, it } from 'vitest'
import { json } from '../../reporters/json.ts'
import { validator } from '../schemas/assay/validators.ts'
import { hostileReport, payloads } from './hostile-report.ts'
import { emptyReport, sampleReport } from './sample-report.ts'

/** The same value with the keys of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  )
}

describe('the JSON report', () => {
  it('is the report, valid by its schema', () => {
    expect(JSON.parse(json(sampleReport()))).toEqual(JSON.parse(JSON.stringify(sampleReport())))
    expect(validator('report')(JSON.parse(json(sampleReport())))).toBe(true)
  })

  it('does not depend on the order in which keys were set', () => {
    expect(json(reversed(sampleReport()) as ReturnType<typeof sampleReport>)).toBe(json(sampleReport()))
  })

  it('begins with what a reader looks for and ends with a line feed', () => {
    expect(Object.keys(JSON.parse(json(emptyReport())) as object).slice(0, 5)).toEqual([
      'format',
      'version',
      'target',
      'partial',
      'exitCode',
    ])
    expect(json(emptyReport())).toMatch(/\}\n$/)
  })

  it.for(payloads)('says %j in characters that print', (payload) => {
    const report = hostileReport(sampleReport(), payload)
    expect(json(report)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
    expect(JSON.parse(json(report))).toEqual(JSON.parse(JSON.stringify(report)))
  })
})
