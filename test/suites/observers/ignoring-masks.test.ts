import { describe, expect, it } from 'vitest'
import type { Contract } from '../../../model/contract.ts'
import type { Observer } from '../../../model/check.ts'
import type { Mismatch } from '../../../model/finding.ts'
import { kept, without } from '../../../model/judgement.ts'
import { requestIdsAreUnique } from '../../../suites/observers/ids-are-unique.ts'
import { createFilled } from '../../../suites/observers/filled.ts'
import type { Filled } from '../../../suites/observers/filled.ts'
import { ignoringMasks } from '../../../suites/observers/ignoring-masks.ts'
import { exchangeOf } from '../../wire/redaction/exchanges.ts'

const contract = {} as Contract

/** What an observer that finds these mismatches in any exchange is heard to say of a recording. */
function heard(mismatches: readonly Mismatch[], filled?: Filled) {
  const observer: Observer = {
    id: 'finds',
    clauses: () => ['c'],
    watch: () => () => [{ clause: 'c', judgement: without(mismatches) }],
  }
  return ignoringMasks(observer, filled).watch(contract)(exchangeOf({}))[0]?.judgement
}

describe('of a recording', () => {
  const real: Mismatch = { at: '/a', expected: 1, actual: 'two' }

  it('a masked value proves nothing', () => {
    expect(heard([{ at: '/a', expected: 'pattern ^req_', actual: '[REDACTED]' }])).toEqual({
      says: 'unobservable',
      why: 'the recording masks the value',
    })
    expect(heard([{ at: '/a', expected: 'Text one', actual: 'Text [text 5]' }])).toHaveProperty('says', 'unobservable')
    expect(heard([{ at: '/a', expected: '<masked>', actual: 'a@b.example' }])).toHaveProperty('says', 'unobservable')
  })

  it('what is not masked is heard, and heard alone', () => {
    expect(heard([real])).toEqual(without([real]))
    expect(heard([real, { at: '/b', expected: 'x', actual: '****' }])).toEqual(without([real]))
    expect(heard([])).toEqual(kept())
  })

  it('a digest in the place of a text that is none proves nothing', () => {
    const proves = (expected: string, actual: string) => heard([{ at: '/a', expected, actual }])?.says === 'departs'
    expect(proves('red shoes', '0123456789abcdef')).toBe(false)
    expect(proves('red shoes', 'sha256:0123456789abcdef')).toBe(false)
    expect(proves('red shoes', 'blue shoes')).toBe(true)
    expect(proves('fedcba9876543210', '0123456789abcdef')).toBe(true)
    expect(proves('format uuid', '0123456789abcdef0123456789abcdef')).toBe(true)
  })

  it('a text that is empty proves something once others of its name were not', () => {
    const filled = createFilled()
    const proves = (actual: Mismatch['actual'], expected: Mismatch['expected'] = 'red') =>
      heard([{ at: '/data/0/colour', expected, actual }], filled)?.says === 'departs'
    expect([proves(''), proves(null), proves(null, 'type string')]).toEqual([false, false, false])
    expect([proves(null, 'type integer'), proves('absent'), proves(null, 5)]).toEqual([true, true, true])
    filled.see(exchangeOf({ answer: JSON.stringify({ data: [{ colour: 'blue' }] }) }))
    expect([proves(''), proves(null)]).toEqual([true, true])
  })

  it('a stand-in of our own proves something beside another of its kind', () => {
    const proves = (expected: string, actual: string) => heard([{ at: '/a', expected, actual }])?.says === 'departs'
    expect(proves('[name 1]', '[name 2]')).toBe(true)
    expect(proves('[name 1]', '[email 2]')).toBe(false)
    expect(proves('Ada', '[name 2]')).toBe(false)
    expect(proves('person1@redacted.example', '[email 1]')).toBe(false)
    expect(proves('Aaab', 'Aaac')).toBe(true)
    expect(proves('Group c8c6nr1', 'Aaaaa a0a0aa0')).toBe(false)
    expect(proves('Aaab', 'June')).toBe(false)
    expect(proves('May', 'June')).toBe(true)
  })

  it('a masked request id is none', () => {
    const see = requestIdsAreUnique('c', { header: 'request-id' }).watch(contract)
    const withId = (id: string) => see(exchangeOf({ answerHeaders: [['request-id', id]] }))
    expect([withId('[REDACTED]'), withId('[REDACTED]')]).toEqual([[], []])
    expect(withId('req_1')).toEqual([{ clause: 'c', judgement: kept() }])
    expect(withId('req_1')[0]?.judgement).toHaveProperty('says', 'departs')
  })
})
