import { describe, expect, it } from 'vitest'
import type { Json } from '../../../model/json.ts'
import { actionsBringAbout } from '../../../suites/observers/actions-bring-about.ts'
import { seen } from './declared-orders.ts'

const answered = (json: Json, status = 200) =>
  seen(actionsBringAbout, [{ operation: 'updateOrder', path: '/orders/a', status, json }], {
    results: { updateOrder: [{ clause: 'closed', shows: { '/state': 'closed', '/reason/by': 'user' } }] },
  })

describe('what an action brings about', () => {
  it('is shown by its answer', () => {
    expect(answered({ id: 'a', state: 'closed', reason: { by: 'user' } })).toEqual({ gaps: [], kept: ['closed'] })
  })

  it.for<readonly [string, Json, readonly string[]]>([
    ['is another', { state: 'open', reason: { by: 'user' } }, ['closed /state']],
    ['is not there', { state: 'closed' }, ['closed /reason/by']],
  ])('%s', ([, json, gaps]) => {
    expect(answered(json).gaps).toEqual(gaps)
  })

  it('is nothing where it was refused', () => {
    expect(answered({ error: 'no' }, 422)).toEqual({ gaps: [], kept: [] })
  })
})
