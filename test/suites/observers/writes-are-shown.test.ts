import { describe, expect, it } from 'vitest'
import type { Json } from '../../../model/json.ts'
import { writesAreShown } from '../../../suites/observers/writes-are-shown.ts'
import { seen } from './declared-orders.ts'
import { create } from './orders.ts'

const sent = (body: Json | string, shown: Json) => seen(writesAreShown, [{ ...create('a', shown), body }])

describe('what a request writes', () => {
  it.for<readonly [string, Json | string, Json, readonly string[]]>([
    ['is shown', { note: 'Zoë', amount: 5 }, { note: 'Zoë', amount: 5 }, []],
    ['is another text', { note: 'Zoë' }, { note: 'Zoe' }, ['echoes /note']],
    ['is not there', { note: 'Zoë' }, {}, ['echoes /note']],
    ['is another figure', { amount: 5 }, { amount: 6 }, ['echoes /amount']],
    ['comes in a form', 'amount=5&card[month]=03&note=a+b', { amount: 5, card: { month: 3 }, note: 'a b' }, []],
    ['comes in a form and is lost', 'card%5Bmonth%5D=3', { card: { month: 4 } }, ['echoes /card/month']],
    ['is longer than the document allows', { note: 'n'.repeat(21) }, { note: 'n' }, []],
    ['is written in another way than the document knows', { currency: 'USD' }, { currency: 'usd' }, []],
    ['is one of the choices', { currency: 'usd' }, { currency: 'eur' }, ['echoes /currency']],
    ['is a reference', { customer: 'cus_1' }, { customer: 'cus_1' }, []],
    ['is a reference that is shown as its object', { customer: 'cus_1' }, { customer: { id: 'cus_1' } }, []],
    ['is another reference', { customer: 'cus_1' }, { customer: 'cus_2' }, ['repeats /customer']],
    ['is a list in another order', { customer: ['a', 'b'] }, { customer: ['b', 'a'] }, []],
    ['is a list with more', { customer: ['a'] }, { customer: ['a', 'b'] }, ['repeats /customer']],
    ['is empty', { note: '' }, { note: null }, []],
    ['is metadata', { metadata: { seat: '14C' } }, { metadata: { seat: '14C' } }, []],
    ['is lost metadata', { metadata: { 'a/b': '14C' } }, { metadata: {} }, ['metadata /metadata/a~1b']],
    ['is metadata in a form', 'metadata[seat]=14C', { metadata: { seat: '14D' } }, ['metadata /metadata/seat']],
  ])('%s', ([, body, shown, gaps]) => {
    expect(sent(body, shown).gaps).toEqual(gaps)
  })
})
