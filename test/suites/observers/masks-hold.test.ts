import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../model/declaration.ts'
import type { Json } from '../../../model/json.ts'
import { masksHold } from '../../../suites/observers/masks-hold.ts'
import { seen } from './declared-orders.ts'
import type { Told } from './declared-orders.ts'

const masking: Partial<Resource> = {
  views: ['showOrder'],
  masks: [{ at: '/number', form: '^\\*+[0-9]{4}$', keeps: 4, clause: 'masked', clauses: { showOrder: 'in-full' } }],
}
const answer = (operation: string, number: string, body: Json = ''): Told => ({
  operation,
  path: operation === 'createOrder' ? '/orders' : '/orders/a',
  json: { id: 'a', number },
  body,
})
const made = answer('createOrder', '*****6789', { number: '123456789' })

describe('what is masked', () => {
  it.for<readonly [string, readonly Told[], readonly string[]]>([
    ['has the masked form', [made, answer('retrieveOrder', '*****6789')], []],
    ['is shown in full', [made, answer('retrieveOrder', '123456789')], ['masked /number']],
    ['is shown with another end', [made, answer('retrieveOrder', '*****6780')], ['masked /number']],
    ['is shown in full where that is promised', [made, answer('showOrder', '123456789')], []],
    ['is shown masked where it is promised in full', [made, answer('showOrder', '*****6789')], ['in-full /number']],
    [
      'is shown as it was before an update',
      [made, answer('updateOrder', '*****4321', { number: '987654321' }), answer('showOrder', '123456789')],
      ['in-full /number'],
    ],
    [
      'is not known where it was written under a key',
      [{ ...made, headers: [['idempotency-key', 'k1']] }, answer('showOrder', '555')],
      [],
    ],
  ])('%s', ([, steps, gaps]) => {
    expect(seen(masksHold, steps, masking).gaps).toEqual(gaps)
  })
})
