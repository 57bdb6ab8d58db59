import { describe, expect, it } from 'vitest'
import { retrievesAnswerWhatWasAsked } from '../../../suites/observers/retrieves-answer-what-was-asked.ts'
import { read } from './orders.ts'
import { watched } from './sequence.ts'
import type { Sequence } from './sequence.ts'

const observer = retrievesAnswerWhatWasAsked([
  { clause: 'c', operation: 'retrieveOrder', parameter: 'order', id: '/id' },
])

describe('retrieves answer what was asked', () => {
  it.for<Sequence>([
    ['the object that was asked for', [read('a%2Fb', { id: 'a/b' })], 1, []],
    ['another object than was asked for', [read('a', { id: 'b' })], 1, ['/id']],
  ])('%s', ([, steps, judged, gaps]) => {
    expect(watched(observer, steps)).toEqual({ judged, gaps })
  })
})
