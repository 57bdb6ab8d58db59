import { assert, jsonValue, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { count, duration, grouped, moment, percent } from '../../reporters/figures.ts'
import { indentJson } from '../../reporters/indent-json.ts'
import { cut, oneLine, place, printable } from '../../reporters/printable.ts'

describe('figures', () => {
  it.for([
    [0, 0, 'none'],
    [0, 7, '0.0 %'],
    [1, 3, '33.3 %'],
    [9999, 10_000, '99.9 %'],
    [7, 7, '100 %'],
  ] as const)('%i of %i is %s', ([part, whole, text]) => {
    expect(percent(part, whole)).toBe(text)
  })

  it.for([
    [12, '12 ms'],
    [1000, '1.0 s'],
    [59_999, '60.0 s'],
    [61_000, '1 min 1 s'],
  ] as const)('%i ms is %s', ([milliseconds, text]) => {
    expect(duration(milliseconds)).toBe(text)
  })

  it('counts with a noun and groups of three digits', () => {
    expect([count(1, 'gap'), count(2, 'gap'), count(0, 'reply', 'replies')]).toEqual(['1 gap', '2 gaps', '0 replies'])
    expect([grouped(0), grouped(999), grouped(1000), grouped(1_234_567)]).toEqual(['0', '999', '1,000', '1,234,567'])
  })

  it('shows a moment in UTC, and what is none as it stands', () => {
    expect(moment('2026-11-21T09:00:00.5+01:00')).toBe('2026-11-21 08:00:00 UTC')
    expect(moment('soon')).toBe('soon')
  })
})

describe('printable text', () => {
  it.for([
    ['a\u001B[31mb', 'a\\u{1b}[31mb'],
    ['a\u202Eb', 'a\\u{202e}b'],
    ['\uD83D', '\\u{d83d}'],
    ['grüße 😀\n', 'grüße 😀\n'],
  ] as const)('shows %j as %j', ([text, shown]) => {
    expect(printable(text)).toBe(shown)
  })

  it('has one line where one is asked for', () => {
    expect(oneLine('a\r\n\tb')).toBe('a\\u{d}\\n\\tb')
  })

  it('is cut between characters, and says by how much', () => {
    expect(cut('abc', 3)).toBe('abc')
    expect(cut('abcdef', 3)).toBe('abc… (3 more characters)')
    expect(cut('ab😀cd', 3)).toBe('ab… (4 more characters)')
    expect(cut('ab😀cd', 4)).toBe('ab😀… (2 more characters)')
  })

  it('names the place of a finding', () => {
    expect(['', 'status', '/a/0', 'request-id'].map(place)).toEqual([
      'the whole body',
      'the status',
      '/a/0',
      'header request-id',
    ])
  })
})

describe('JSON laid out', () => {
  it('is what JSON.stringify would make of it', () => {
    assert(
      property(jsonValue({ maxDepth: 5 }), (value) => {
        const expected =
          typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : JSON.stringify(value)
        expect(indentJson(JSON.stringify(value))).toBe(expected)
      }),
    )
  })

  it.for([['1e400'], ['12345678901234567890'], ['0.10'], ['-0'], ['"a\\u0041\\"}"']] as const)(
    'keeps the token %s',
    ([token]) => {
      expect(indentJson(`{"a":${token}}`)).toBe(`{\n  "a": ${token}\n}`)
    },
  )

  it.for([['{"a":'], ['<html>'], [''], ['"text"'], ['{"a":1}}']] as const)('leaves %j as it stands', ([text]) => {
    expect(indentJson(text)).toBe(text)
  })

  it.for([
    ['{"a":1,"b":{"c":[1,2,{"d":"x', '{\n  "a": 1,\n  "b": {\n    "c": [\n      1,\n      2,\n      {"d":"x'],
    ['[{"a":"}],"},{"b":', '[\n  {\n    "a": "}],"\n  },\n  {"b":'],
  ] as const)('lays out %j, which was cut off, as far as its last whole member', ([text, expected]) => {
    expect(indentJson(text)).toBe(expected)
  })

  it('loses nothing of a text, wherever it was cut off', () => {
    const text = '{"id":"ch_1","list":[{"a":1,"b":"x, {y}"},{"a":-1.50e2,"b":null}],"end":true}'
    const dense = (laid: string): string => laid.replaceAll(/\s/g, '')
    for (let at = 0; at < text.length; at += 1)
      expect(dense(indentJson(text.slice(0, at)))).toBe(dense(text.slice(0, at)))
  })

  it('does not blow up on deep nesting', () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000)
    expect(indentJson(deep).length).toBeLessThan(600_000)
  })
})
