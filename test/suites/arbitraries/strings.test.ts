import { describe, expect, it } from 'vitest'
import { stringOf, text } from '../../../suites/arbitraries/strings.ts'
import { wrongValue } from '../../../suites/arbitraries/wrong-values.ts'
import type { Schema } from '../../../model/contract.ts'
import { distinct, draws, every, range } from './draws.ts'

describe('strings', () => {
  it.each([
    ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
    ['date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/],
    ['date', /^\d{4}-\d\d-\d\d$/],
    ['email', /^[a-z0-9]{3,12}\.\d{1,5}@example\.com$/],
    ['uri', /^https:\/\/shop\.example\/\w+$/],
    ['ipv4', /^\d{1,3}(\.\d{1,3}){3}$/],
  ])('of the format %s', (format, form) => {
    every(draws(stringOf({ type: 'string', format })), (value: string) => form.test(value))
  })

  it('of a pattern and a length', () => {
    every(draws(stringOf({ pattern: '^[A-Z]{2}\\d+$', maxLength: 5, minLength: 4 })), (value: string) =>
      /^[A-Z]{2}\d{2,3}$/.test(value),
    )
  })

  it.each([
    [0, 0],
    [0, 2],
    [1, 1],
    [3, 3],
    [2, 12],
    [40, 40],
  ])('from %d to %d characters long, without a blank at either end', (least, most) => {
    const values = draws(text(least, most))
    every(values, (value: string) => value.length >= least && value.length <= most && value.trim() === value)
  })
})

describe('strings reach their bounds and stay within', () => {
  it.each([
    [0, 0],
    [0, 2],
    [1, 2],
    [2, 2],
    [3, 3],
    [1, 12],
    [2, 12],
    [5, 9],
    [0, 1000],
  ])('from %d to %d', (least, most) => {
    expect(range(draws(text(least, most)).map((value) => value.length))).toEqual([least, most])
  })

  it('hold what encodings get wrong, but not at their ends', () => {
    const values = draws(text(3, 3))
    expect(values.every((value) => /^[A-Za-z0-9].[A-Za-z0-9]$/u.test(value))).toBe(true)
    for (const awkward of [' ', '&', '%', '"', 'ä', '漢'])
      expect(draws(text(3, 30), 2000).some((value) => value.includes(awkward))).toBe(true)
    expect(draws(text(0, 2)).every((value) => /^[A-Za-z0-9]*$/.test(value))).toBe(true)
  })

  it('are not drawn out where they may be very long', () => {
    expect(draws(text(0, 1001)).every((value) => value.length < 1001)).toBe(true)
  })

  it.each<[string, Schema, number, number]>([
    ['without bounds', {}, 0, 30],
    ['with a least length', { minLength: 40 }, 40, 40],
    ['with a greatest length', { maxLength: 5 }, 0, 5],
    ['of a format that nobody knows', { format: 'colour' }, 1, 30],
    ['of such a format with bounds', { format: 'colour', minLength: 3, maxLength: 4 }, 3, 4],
    ['of a pattern with bounds', { pattern: '^a*$', minLength: 2, maxLength: 4 }, 2, 4],
    ['of the same pattern with others', { pattern: '^a*$', minLength: 0, maxLength: 1 }, 0, 1],
    ['of an address', { format: 'uri' }, 'https://shop.example/'.length + 1, 'https://shop.example/'.length + 12],
  ])('%s', (_, schema, least, most) => {
    expect(range(draws(stringOf(schema)).map((value) => value.length))).toEqual([least, most])
  })

  it('hold letters, digits and what is neither, each in its place', () => {
    for (const form of [/^[a-z]/, /^[A-Z]/, /^[0-9]/, /^.[^A-Za-z0-9]/u])
      expect(draws(text(3, 3)).some((value) => form.test(value))).toBe(true)
    for (const form of [/^[a-z]$/, /^[A-Z]$/, /^[0-9]$/])
      expect(draws(text(1, 1)).some((value) => form.test(value))).toBe(true)
  })

  it('of a pattern are made of characters, not of code units', () => {
    expect(distinct(draws(stringOf({ pattern: '^\\u{61}$' })))).toEqual(['"a"'])
    expect(
      draws(wrongValue('pattern', { pattern: '^\\p{L}+$' }, 'json')).every((value) => !/^\p{L}+$/u.test(String(value))),
    ).toBe(true)
  })

  it('of a pattern are of that one alone', () => {
    expect([distinct(draws(stringOf({ pattern: '^a$' }))), distinct(draws(stringOf({ pattern: '^b$' })))]).toEqual([
      ['"a"'],
      ['"b"'],
    ])
  })

  it('of a pattern are not longer than 200 characters', () => {
    expect(draws(stringOf({ pattern: '^(?:abcdefghij){0,40}$' })).every((value) => value.length <= 200)).toBe(true)
  })

  it.each(['date', 'date-time'])('of the format %s are of 1990 to 2030', (format) => {
    const years = draws(stringOf({ format }), 2000).map((value) => Number(value.slice(0, 4)))
    expect(range(years)).toEqual([1990, 2030])
  })

  it('of an e-mail address have a name of 3 to 12 letters in lower case and a number', () => {
    const names = draws(stringOf({ format: 'email' })).map(
      (value) => (/^([a-z0-9]+)\.\d{1,5}@example\.com$/.exec(value)?.[1] ?? '').length,
    )
    expect(range(names)).toEqual([3, 12])
  })
})
