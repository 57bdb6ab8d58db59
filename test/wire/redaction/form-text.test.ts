import { describe, expect, it } from 'vitest'
import { editForm, isForm } from '../../../wire/redaction/form-text.ts'
import { wayTo } from './way-to.ts'

const upper = (text: string): string => text.toUpperCase()
const same = (text: string): string => text

/** Every value of a form with the place that it stands at. */
function placesOf(text: string): readonly string[] {
  const places: string[] = []
  const note = (value: string, place: { readonly name: string }): string => {
    places.push(`${place.name}: ${value}`)
    return value
  }
  expect(editForm(text, wayTo(), { leaf: note, name: same })).toBe(text)
  return places
}

describe('a form', () => {
  it.each(['a=1', 'a=1&b=2', 'a=&b=2', 'flag&a=1', 'a=1&flag', 'a=1&&b=2', 'a=1&', 'a==b', 'card[number]=1', 'a=YQ=='])(
    '%s is one',
    (text) => {
      expect(isForm(text)).toBe(true)
    },
  )

  it.each(['', 'a', '=1', 'a=', 'YWRh=', 'YWRhIA==', 'a&b', '&=1', 'a=1 ', 'a =1', 'a=1&b=2\n', 'Tom & Jerry = fun'])(
    '%j is none',
    (text) => {
      expect(isForm(text)).toBe(false)
    },
  )
})

describe('the values of a form stand at their places', () => {
  it.each<[string, readonly string[]]>([
    ['a=x', ['/a: x']],
    ['a=x&b=y', ['/a: x', '/b: y']],
    ['card[number]=x', ['/card/number: x']],
    ['items[0][plan]=x', ['/items/*/plan: x']],
    ['items[12][plan]=x', ['/items/*/plan: x']],
    ['items[]=x', ['/items/*: x']],
    ['items[][plan]=x', ['/items/*/plan: x']],
    ['a1[b2]=x', ['/a1/b2: x']],
    ['1a=x', ['/1a: x']],
    ['card%5Bnumber%5D=x', ['/card/number: x']],
    ['first+name=Ada+Lovelace', ['/first name: Ada Lovelace']],
    ['a=x=y', ['/a: x=y']],
    ['a=', ['/a: ']],
    ['=x', [': x']],
    ['flag&a=x', ['/a: x']],
    ['a=100%&b=%4&c=%zz', ['/a: 100%', '/b: %4', '/c: %zz']],
  ])('%s', (text, places) => {
    expect(placesOf(text)).toEqual(places)
  })
})

describe('a change of a form', () => {
  it('is written URL-encoded, in values and in names', () => {
    const edited = editForm('a%20b=c+d&E=%C3%84&flag', wayTo(), { leaf: upper, name: upper })
    expect(edited).toBe('A%20B=C%20D&E=%C3%84&FLAG')
  })

  it('leaves alone how all else is written', () => {
    const first = (value: string, place: { readonly name: string }): string => (place.name === '/a' ? 'x' : value)
    expect(editForm('a=1&b=c+d%2e&&flag&e', wayTo(), { leaf: first, name: same })).toBe('a=x&b=c+d%2e&&flag&e')
  })
})
