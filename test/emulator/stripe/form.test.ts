import { describe, expect, it } from 'vitest'
import { decodeForm, listOf } from '../../../emulator/stripe/form.ts'

/** Decoded parameters as plain JSON. */
function plain(...encoded: readonly string[]): unknown {
  const decoded = decodeForm(...encoded)
  return decoded.kind === 'params' ? JSON.parse(JSON.stringify(decoded.params)) : decoded
}

describe('a form', () => {
  it.for([
    [
      'literal brackets',
      'metadata[order_id]=6735&card[number]=42',
      { metadata: { order_id: '6735' }, card: { number: '42' } },
    ],
    ['percent-encoded brackets', 'shipping%5Baddress%5D%5Bline1%5D=a+b', { shipping: { address: { line1: 'a b' } } }],
    ['lists with empty brackets', 'expand[]=a&expand[]=b', { expand: ['a', 'b'] }],
    ['lists with numbered brackets', 'expand[0]=a&expand%5B1%5D=b', { expand: { 0: 'a', 1: 'b' } }],
    [
      'lists of hashes, numbered',
      'items[0][plan]=gold&items[0][quantity]=2',
      { items: { 0: { plan: 'gold', quantity: '2' } } },
    ],
    ['lists of hashes, unnumbered', 'i[][a]=1&i[][b]=2&i[][a]=3', { i: [{ a: '1', b: '2' }, { a: '3' }] }],
    ['the last of repeated values', 'a=1&a=2', { a: '2' }],
    ['empty values', 'description=&metadata=', { description: '', metadata: '' }],
    ['percent signs that encode nothing', 'a=100%25&b=5%&c=%zz', { a: '100%', b: '5%', c: '%zz' }],
    ['text beyond ASCII', 'a=gr%C3%BCn&b=⚡', { a: 'grün', b: '⚡' }],
    ['nothing', '', {}],
  ] as const)('with %s is unfolded', ([, form, params]) => {
    expect(plain(form)).toEqual(params)
  })

  it('is joined from query and body, the body last', () => {
    expect(plain('a=1&b=1', 'b=2&c[]=3')).toEqual({ a: '1', b: '2', c: ['3'] })
  })

  it('keeps names that JavaScript objects have of themselves', () => {
    const decoded = decodeForm('metadata[__proto__]=x&metadata[constructor]=y&toString=z')
    expect(decoded.kind === 'params' && JSON.stringify(decoded.params)).toBe(
      '{"metadata":{"__proto__":"x","constructor":"y"},"toString":"z"}',
    )
  })

  it.for([
    ['text that is also a hash', 'a=1&a[b]=2', 'a[b]'],
    ['a hash that is also text', 'a[b]=2&a=1', 'a'],
    ['a list that is also a hash', 'a[]=1&a[b]=2', 'a[b]'],
    ['brackets that do not close', 'a[b=2', 'a[b'],
    ['no name', '[a]=2', '[a]'],
    ['bottomless nesting', `a${'[b]'.repeat(10_000)}=1`, `a${'[b]'.repeat(10_000)}`],
  ] as const)('with %s names the key that cannot be read', ([, form, key]) => {
    expect(decodeForm(form)).toEqual({ kind: 'malformed', key })
  })
})

it('a list is read from numbered brackets as from empty ones', () => {
  expect(listOf({ 0: 'a', 1: 'b' })).toEqual(['a', 'b'])
  expect(listOf(['a', 'b'])).toEqual(['a', 'b'])
  expect(listOf({ a: 'b' })).toBeUndefined()
  expect(listOf('a')).toBeUndefined()
})
