import { describe, expect, it } from 'vitest'
import { whatIsDeletedIsGone } from '../../../suites/observers/what-is-deleted-is-gone.ts'
import { seen } from './declared-orders.ts'
import type { Told } from './declared-orders.ts'
import { create, list, read, remove } from './orders.ts'

const after = (...steps: readonly Told[]) => seen(whatIsDeletedIsGone, [remove('a'), ...steps]).gaps

describe('what was deleted', () => {
  it.for<readonly [string, readonly string[], readonly string[]]>([
    ['is not found', after(read('a', {}, { status: 404 })), []],
    ['is read', after(read('a', { id: 'a' })), ['gone status']],
    ['is read while it is deleted', after(read('a', { id: 'a' }, { overlaps: true })), []],
    ['is listed', after(list('', ['b', 'a'])), ['unlisted /data/1/id']],
    ['is deleted again', after(remove('a')), ['gone-again status']],
    ['is changed', after({ operation: 'updateOrder', path: '/orders/a', json: { id: 'a' } }), ['gone-update status']],
    ['is referred to', after({ ...create('b'), body: { after: 'a' } }), ['refers status']],
    ['was not deleted', seen(whatIsDeletedIsGone, [{ ...remove('a'), status: 404 }, read('a', { id: 'a' })]).gaps, []],
  ])('%s', ([, actual, gaps]) => {
    expect(actual).toEqual(gaps)
  })
})
