import { describe, expect, it } from 'vitest'
import { editJson } from '../../../wire/redaction/json-text.ts'
import { wayTo } from './way-to.ts'

/** Every part of a JSON text with the place that it stands at. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = []
  const note = (what: string, value: string): string => {
    parts.push(`${what} ${value}`)
    return value
  }
  const same = editJson(text, wayTo(), {
    leaf: (value, place) => note(`${place.name}:`, value),
    number: (literal, place) => note(`${place.name}#`, literal),
    name: (name, place) => {
      expect(place.name.endsWith(`/${name}`)).toBe(true)
      return note('name:', name)
    },
  })
  expect(same).toBe(text)
  return parts
}

/** A text with the letter `x` doubled in its values and `n` in its names. */
const doubled = (text: string): string =>
  editJson(text, wayTo(), {
    leaf: (value) => value.replaceAll('x', 'xx'),
    number: (literal) => literal.replaceAll('9', '99'),
    name: (name) => name.replaceAll('n', 'nn'),
  })

describe('the parts of a JSON text stand at their places', () => {
  it.each<[string, readonly string[]]>([
    ['"x"', [': x']],
    ['7', ['# 7']],
    ['{"a":"x"}', ['name: a', '/a: x']],
    ['{"a":"x","b":1}', ['name: a', '/a: x', 'name: b', '/b# 1']],
    ['{"a":{"b":"x"},"c":"y"}', ['name: a', 'name: b', '/a/b: x', 'name: c', '/c: y']],
    ['["x",1,["y"]]', ['/*: x', '/*# 1', '/*/*: y']],
    ['[{"a":"x"},{"a":"y"}]', ['name: a', '/*/a: x', 'name: a', '/*/a: y']],
    ['{"a":["x","y"],"b":"z"}', ['name: a', '/a/*: x', '/a/*: y', 'name: b', '/b: z']],
    ['{"a":[],"b":"z"}', ['name: a', 'name: b', '/b: z']],
    [' { "a" : "x" , "b" : [ 1 , -2.5e+3 ] } ', ['name: a', '/a: x', 'name: b', '/b/*# 1', '/b/*# -2.5e+3']],
    ['{"a":true,"b":false,"c":null}', ['name: a', 'name: b', 'name: c']],
    ['{"a":{},"b":{}}', ['name: a', 'name: b']],
    ['{}\n{"a":"x"}', ['name: a', '/a: x']],
    ['', []],
  ])('%s', (text, parts) => {
    expect(partsOf(text)).toEqual(parts)
  })

  it('with what escapes stand for', () => {
    expect(partsOf(String.raw`{"\u0061\"":"\u00e9\n\t\r\b\f\\\/\uD83D\ude00"}`)).toEqual([
      'name: a"',
      '/a": é\n\t\r\b\f\\/😀',
    ])
  })

  it('brackets, commas and quotes within strings aside', () => {
    expect(partsOf(String.raw`{"a":"},{\",[","b":"x"}`)).toEqual(['name: a', '/a: },{",[', 'name: b', '/b: x'])
  })
})

describe('what is no JSON is read as far as it goes', () => {
  it.each<[string, readonly string[]]>([
    ['{"a":"x', ['name: a', '/a: x']],
    ['{"a', ['name: a']],
    ['{"a":"', ['name: a', '/a: ']],
    [String.raw`{"a":"x\"`, ['name: a', '/a: x"']],
    ['{"a":"x\\', ['name: a', '/a: x\\']],
    [String.raw`{"a":"x\u00"}`, ['name: a', String.raw`/a: x\u00`]],
    [String.raw`{"a":"\x\u0041\N"}`, ['name: a', String.raw`/a: \xA\N`]],
    ['}]{"a":"x"}', ['name: a', '/a: x']],
    ['{"a":"x"]},"b":"y"', ['name: a', '/a: x', ': b', ': y']],
    ['{"a" "b":1}', ['name: a', 'name: b', '/b# 1']],
    ['"a":"x"', [': a', ': x']],
    ['{"a":Ada Lovelace , "b":1}', ['name: a', '/a: Ada Lovelace', 'name: b', '/b# 1']],
    ['{"a":12x,"b":x12}', ['name: a', '/a: 12x', 'name: b', '/b: x12']],
    ['{"a":12 13}', ['name: a', '/a: 12 13']],
    ['{"a":-x}', ['name: a', '/a: -x']],
    ['{"a": z }', ['name: a', '/a: z']],
    ['[WARN] Ada failed', ['/*: WARN', ': Ada failed']],
    ['["x",truely,nullify]', ['/*: x', '/*: truely', '/*: nullify']],
  ])('%s', (text, parts) => {
    expect(partsOf(text)).toEqual(parts)
  })
})

describe('a change', () => {
  it.each([
    ['{"n":"x"}', '{"nn":"xx"}'],
    ['{ "n" : "x",\n"m":9 }', '{ "nn" : "xx",\n"m":99 }'],
    [String.raw`{"\u006e":"\u0078\n"}`, String.raw`{"nn":"xx\n"}`],
    [String.raw`["\u0041","x\u0041"]`, String.raw`["\u0041","xxA"]`],
    ['["x', '["xx'],
    ['{"n', '{"nn'],
    ['[x , y]', '[xx , y]'],
    ['[true,false,null]', '[true,false,null]'],
    ['{"a":1.90,"b":1e9,}', '{"a":1.990,"b":1e99,}'],
  ])('in %s leaves all else as it was written', (text, edited) => {
    expect(doubled(text)).toBe(edited)
  })
})

describe('what is deeper than 300', () => {
  const nested = (depth: number, inner: string): string => `${'{"a":'.repeat(depth)}${inner}${'}'.repeat(depth)}`
  const way = (depth: number): string => '/a'.repeat(depth)

  it('has its place up to there', () => {
    expect(partsOf(nested(300, '"x"')).at(-1)).toBe(`${way(300)}: x`)
  })

  it('stands where the deepest stands, names too', () => {
    expect(partsOf(nested(301, '"x"')).slice(-2)).toEqual([`${way(300)}: a`, `${way(300)}: x`])
    expect(partsOf(nested(305, '["x",9]')).slice(-3)).toEqual([`${way(300)}: a`, `${way(300)}: x`, `${way(300)}# 9`])
  })

  it('has no names of its own there', () => {
    const where = `${way(300)}:`
    expect(partsOf(nested(300, '{"b":"x","c":"y"}')).slice(-4)).toEqual([
      `${where} b`,
      `${where} x`,
      `${where} c`,
      `${where} y`,
    ])
  })

  it('leaves what comes after it at its own place', () => {
    const text = `{"deep":${nested(305, '[["x"],"y"]')},"b":"z"}`
    expect(partsOf(text).slice(-2)).toEqual(['name: b', '/b: z'])
    const within = nested(299, `{"b":[["x"],{"c":"y"}],"d":"z"}`)
    expect(partsOf(within).slice(-2)).toEqual(['name: d', `${way(299)}/d: z`])
  })
})
