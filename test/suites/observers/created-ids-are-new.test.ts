import { describe, expect, it } from 'vitest'
import { createdIdsAreNew } from '../../../suites/observers/created-ids-are-new.ts'
import { create, read } from './orders.ts'
import { watched } from './sequence.ts'
import type { Sequence, Step } from './sequence.ts'

const observer = createdIdsAreNew('c')
const under = (key: string): Partial<Step> => ({ headers: [['idempotency-key', key]] })

describe('the id of what is created', () => {
  it.for<Sequence>([
    ['is its own', [create('a'), create('b')], 2, []],
    ['was given before', [create('a'), create('b'), create('a')], 3, ['/id']],
    ['was given before to another account', [create('a'), { ...create('a'), account: 'second' }], 2, ['/id']],
    ['is shown again by a read', [create('a'), read('a', { id: 'a' })], 1, []],
    ['comes again with the repeat of a request', [create('a'), { ...create('a'), ...under('k') }], 1, []],
    ['stands in a refusal', [create('a'), { ...create('a'), status: 409 }], 1, []],
    ['is masked', [create('[REDACTED]'), create('[REDACTED]')], 0, []],
    ['is missing', [{ ...create('a'), json: {} }], 0, []],
  ])('%s', ([, steps, judged, gaps]) => {
    expect(watched(observer, steps)).toEqual({ judged, gaps })
  })
})
