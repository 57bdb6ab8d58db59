import { describe, expect, it } from 'vitest'
import { withoutOthers } from '../../engine/told-by-others.ts'
import { answered } from '../answered.ts'
import { contract } from './acme.ts'
import { outcome } from './outcomes.ts'

const shown = answered({ error: { code: 'ODD' } }, 404, { operation: 'readThing' })
const mismatch = { at: '/error/code', expected: 'GONE', actual: 'ODD', in: shown }
const found = outcome({ clause: 'acme.b', verdict: 'gap', evidence: [shown], mismatches: [mismatch] })
const gap = (more: object = {}) =>
  outcome({ verdict: 'gap', instances: 2, evidence: [shown], mismatches: [mismatch], ...more })
const told = (one = gap(), observed = [found]) => withoutOthers({ contract, observed }, one, [])

describe('what an observer says of a place in an error', () => {
  it('is no gap of a check that saw its clause kept in what else it looked at', () => {
    expect(told()).toMatchObject({ verdict: 'conforms', instances: 1, mismatches: [] })
  })

  it('blocks a check that looked at nothing else, and is named with its step', () => {
    const reason = 'GET /things/{thing} answered 404: it is not as documented at /error/code'
    expect(told(gap({ instances: 1 }))).toMatchObject({ verdict: 'blocked', reason, blockedBy: ['acme.b'] })
  })

  it.for([
    ['another place', gap({ mismatches: [{ ...mismatch, at: '/error' }] }), found],
    ['the status', gap({ mismatches: [{ ...mismatch, at: 'status' }] }), found],
    ['another exchange', gap({ mismatches: [{ ...mismatch, in: answered({}, 404) }] }), found],
    ['a clause of its own', gap({ clause: 'acme.b' }), found],
    ['no gap', gap(), { ...found, verdict: 'conforms' as const }],
  ] as const)('leaves a gap as it is where it is of %s', ([, one, observed]) => {
    expect(told(one, [observed])).toEqual(one)
  })

  it('leaves what a success shows', () => {
    const success = { ...shown, response: { ...shown.response, status: 200 } }
    const one = gap({ mismatches: [{ ...mismatch, in: success }] })
    expect(told(one, [{ ...found, evidence: [success], mismatches: [{ ...mismatch, in: success }] }])).toEqual(one)
  })
})
