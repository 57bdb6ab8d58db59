import { describe, expect, it } from 'vitest'
import type { Schema } from '../../../model/contract.ts'
import { judgedAlike } from '../../../wire/redaction/constraints.ts'

describe('a placeholder is judged as the value is', () => {
  it.each<[string, Schema, string, string]>([
    ['by no rule', {}, 'Ada', 'Name 1'],
    ['by rules for something else', { type: 'string', minimum: 5, title: 'x' }, 'Ada', 'Name 1'],
    ['by a pattern that both keep', { pattern: '^[A-Z]' }, 'Ada', 'Name 1'],
    ['by a pattern that both break', { pattern: '^[a-z]' }, 'Ada', 'Name 1'],
    ['by a pattern of characters', { pattern: '^.$' }, '😀', 'é'],
    ['by a least length', { minLength: 3 }, 'Ada', 'abc'],
    ['by a least length in characters', { minLength: 3 }, '😀😀', 'ab'],
    ['by a greatest length', { maxLength: 3 }, 'Ada', 'abc'],
    ['by a greatest length in characters', { maxLength: 3 }, '😀😀😀', 'abc'],
    ['by a format', { format: 'email' }, 'ada@acme.com', 'person1@redacted.example'],
    ['by a format that is a pattern', { format: 'uuid' }, 'x', 'y'],
    ['by a format that is a function', { format: 'date' }, '1980-02-30', 'x'],
    ['by a format that nobody knows', { format: 'colour' }, 'Ada', ''],
    ['by a format that anything has', { format: 'password' }, 'Ada', ''],
    ['by a vocabulary', { enum: ['a', 'b'] }, 'a', 'b'],
    ['by a vocabulary that neither is of', { enum: ['a', 'b'] }, 'x', 'y'],
    ['by an open vocabulary', { 'x-open-enum': ['a', 'b'] }, 'a', 'b'],
    ['by a constant', { const: 'a' }, 'x', 'y'],
  ])('%s', (_, schema, value, placeholder) => {
    expect(judgedAlike([schema], value, placeholder)).toBe(true)
  })

  it.each<[string, Schema, string, string]>([
    ['a pattern', { pattern: '^[A-Z]' }, 'Ada', 'name 1'],
    ['a least length', { minLength: 3 }, 'Ada', 'ab'],
    ['a least length in characters', { minLength: 3 }, '😀😀', 'abc'],
    ['a greatest length', { maxLength: 3 }, 'Ada', 'Name 1'],
    ['a greatest length in characters', { maxLength: 3 }, '😀😀', 'abcd'],
    ['a format that is a pattern', { format: 'uuid' }, '550e8400-e29b-41d4-a716-446655440000', 'x'],
    ['a format that is a function', { format: 'date' }, '1980-02-03', '1980-02-30'],
    ['a format of a time', { format: 'date-time' }, '1980-02-03T04:05:06Z', '1980-02-03'],
    ['a vocabulary', { enum: ['a'] }, 'x', 'a'],
    ['an open vocabulary', { 'x-open-enum': ['a'] }, 'x', 'a'],
    ['a constant', { const: 'a' }, 'x', 'a'],
  ])('not where one keeps and one breaks %s', (_, schema, value, placeholder) => {
    expect(judgedAlike([schema], value, placeholder)).toBe(false)
    expect(judgedAlike([schema], placeholder, value)).toBe(false)
    expect(judgedAlike([{}, { ...schema, title: 'x' }], value, placeholder)).toBe(false)
  })

  it('by each pattern as it is written', () => {
    const first = { pattern: '^a' }
    const second = { pattern: '^b' }
    expect([judgedAlike([first], 'a', 'b'), judgedAlike([second], 'x', 'a'), judgedAlike([first], 'a', 'ab')]).toEqual([
      false,
      true,
      true,
    ])
  })
})
