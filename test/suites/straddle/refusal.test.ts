import { describe, expect, it } from 'vitest'
import { isKept, mismatchesOf, reads } from '../../../model/judgement.ts'
import { namesField, readingOf, refusesByRule, refusesField } from '../../../suites/straddle/refusal.ts'
import { exchange } from './exchange.ts'

const refusal = (status: number, ...references: readonly string[]) =>
  exchange({ status, answer: { error: { items: references.map((reference) => ({ reference, detail: 'Wrong.' })) } } })

describe('the refusal of a field', () => {
  it.for([
    ['as in the reference', 400, ['customer.device.ip_address'], 0],
    ['as in the sandbox', 422, ['Device.IpAddress'], 0],
    ['without items', 422, [], 0],
    ['for another field', 400, ['customer.email'], 1],
    ['with another status', 409, ['customer.device.ip_address'], 1],
    ['not at all', 201, [], 1],
  ] as const)('is judged by status and reason: %s', ([, status, references, gaps]) => {
    expect(mismatchesOf(refusesField(refusal(status, ...references), 'ip_address'))).toHaveLength(gaps)
  })

  it('names the field only where an item does', () => {
    expect(isKept(namesField(refusal(400, 'customer.name'), 'name'))).toBe(true)
    expect(mismatchesOf(namesField(refusal(400), 'name'))).toHaveLength(1)
  })
})

describe('the refusal of a rule', () => {
  it('is 422 and nothing else', () => {
    expect(isKept(refusesByRule(refusal(422)))).toBe(true)
    expect(mismatchesOf(refusesByRule(refusal(400)))).toHaveLength(1)
  })
})

describe('the reading of a status', () => {
  it('is the one that the documents give it', () => {
    expect(readingOf(refusal(422), { 400: 'bad-request', 422: 'unprocessable' })).toEqual(reads('unprocessable'))
    expect(mismatchesOf(readingOf(refusal(404), { 400: 'bad-request', 422: 'unprocessable' }))).toMatchObject([
      { at: 'status', actual: 404 },
    ])
  })
})
