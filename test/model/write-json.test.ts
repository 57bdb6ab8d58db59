import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeJson } from '../../model/write-json.ts'

describe('JSON text', () => {
  it.each([
    ['an escape of terminals', '\u001b[31m', String.raw`"\u001b[31m"`],
    ['a delete character', '\u007f', String.raw`"\u007f"`],
    ['a control character above ASCII', '\u009b', String.raw`"\u009b"`],
    ['an override of direction', 'a\u202eb', String.raw`"a\u202eb"`],
    ['an isolate', '\u2066', String.raw`"\u2066"`],
    ['an Arabic letter mark', '\u061c', String.raw`"\u061c"`],
    ['a zero-width space', '\u200b', String.raw`"\u200b"`],
    ['a byte order mark', '\ufeff', String.raw`"\ufeff"`],
    ['a separator of lines', '\u2028', String.raw`"\u2028"`],
    ['a tag character', '\u{e0001}', String.raw`"\udb40\udc01"`],
    ['letters of any script', 'é ☃ 😀', '"é ☃ 😀"'],
  ])('writes %s so that it prints', (_, text, written) => {
    expect(writeJson(text)).toBe(written)
    expect(writeJson({ [text]: 1 })).toBe(`{${written}:1}`)
  })

  it('says the same value, laid out as asked', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (json, space) => {
        const value: unknown = JSON.parse(json)
        expect(JSON.parse(writeJson(value, space))).toEqual(value)
        expect(writeJson(value, space)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      }),
      { seed: 1 },
    )
    expect(writeJson([1, '\n'], 2)).toBe('[\n  1,\n  "\\n"\n]')
  })
})
