import { expect, it } from 'vitest'
import type { Observer } from '../../../model/check.ts'
import type { Headers } from '../../../model/exchange.ts'
import { departs } from '../../../model/judgement.ts'
import { ignoringWhatIsNotRecorded } from '../../../suites/observers/ignoring-what-is-not-recorded.ts'
import { answered } from '../../answered.ts'
import { contract } from './sequence.ts'

const missing = { at: 'request-id', expected: 'present', actual: 'absent' }
const wrong = { at: 'content-type', expected: 'application/json', actual: 'text/html' }
const inBody = { at: '/id', expected: 'present', actual: 'absent' }

function said(headers: Headers, ...mismatches: readonly [typeof missing, ...(typeof missing)[]]) {
  const observer: Observer = {
    id: 'o',
    clauses: () => ['c'],
    watch: () => () => [{ clause: 'c', judgement: departs(...mismatches) }],
  }
  const exchange = answered({})
  const see = ignoringWhatIsNotRecorded(observer).watch(contract)
  return see({ ...exchange, response: { ...exchange.response, headers } })[0]?.judgement
}

it('a header that is missing proves nothing where the recording left headers out', () => {
  expect(said([], missing)).toMatchObject({ says: 'unobservable' })
  expect(said([['content-type', 'application/json']], missing)).toMatchObject({ says: 'unobservable' })
})

it('a header that is missing beside others is missing', () => {
  expect(said([['date', 'today']], missing)).toEqual(departs(missing))
})

it('what is there and wrong stays proven, and so does what the body lacks', () => {
  expect(said([], missing, wrong)).toMatchObject({ mismatches: [wrong] })
  expect(said([], inBody)).toEqual(departs(inBody))
})
