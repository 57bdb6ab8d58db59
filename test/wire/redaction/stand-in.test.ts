import { describe, expect, it } from 'vitest'
import type { Schema } from '../../../model/contract.ts'
import { createMemory } from '../../../wire/redaction/memory.ts'
import { createPlaces } from '../../../wire/redaction/place.ts'
import { createStandIn } from '../../../wire/redaction/stand-in.ts'
import type { StandIn } from '../../../wire/redaction/stand-in.ts'

const { of } = createPlaces(new Map())

/** What stands for values, one after the other, at a place of a name and schemas. */
function standing(values: readonly string[], name = 'note', ...schemas: readonly Schema[]): readonly string[] {
  const standIn = createStandIn(createMemory())
  return values.map((value) => standIn(value, of({ allOf: schemas }, name)))
}

describe('for a value stands', () => {
  it.each<[string, readonly string[], string, Schema, readonly string[]]>([
    ['its kind and a number', ['ada@acme.com'], 'note', {}, ['[email 1]']],
    ['one that is called as its place', ['Ada', 'Rome'], 'city', {}, ['[city 1]', '[city 2]']],
    ['the same one again', ['Ada', 'Bob', 'Ada'], 'name', {}, ['[name 1]', '[name 2]', '[name 1]']],
    [
      'one of its form where a schema asks for it',
      ['ada@acme.com'],
      'note',
      { format: 'email' },
      ['person1@redacted.example'],
    ],
    ['one that its schema judges alike', ['Ada'], 'name', { maxLength: 3 }, ['Aab']],
    ['one of its length', ['Ada Lovelace'], 'name', { minLength: 12 }, ['Aaa Aaaaaaab']],
    ['one of its shape where no other fits', ['ada@acme.com'], 'note', { pattern: 'acme' }, ['aaa@aaaa.aab']],
    ['zeros where it would be itself', ['Aab', 'Bob', '–'], 'name', { maxLength: 3 }, ['000', 'Aab', '0']],
  ])('%s', (_, values, name, schema, placeholders) => {
    expect(standing(values, name, schema)).toEqual(placeholders)
  })

  it('one that fits at each place where it stands, with the same number where it is of its kind', () => {
    const standIn: StandIn = createStandIn(createMemory())
    const anywhere = of({}, 'mail')
    const formatted = of({ format: 'email' }, 'mail')
    expect(standIn('other@acme.com', anywhere)).toBe('[email 1]')
    expect([anywhere, formatted, anywhere, formatted].map((place) => standIn('ada@acme.com', place))).toEqual([
      '[email 2]',
      'person2@redacted.example',
      '[email 2]',
      'person2@redacted.example',
    ])
  })

  it('what it is called by whoever found it', () => {
    const standIn = createStandIn(createMemory())
    expect(standIn('AB 12 34 56 C', of(undefined), 'identity')).toBe('[identity 1]')
  })
})

describe('for itself stands', () => {
  it.each(['', '  ', '***6789', 'person7@redacted.example', '[name 7]', '[long text 7]', 'sk_test_redacted7'])(
    '%j',
    (value) => {
      expect(standing([value])).toEqual([value])
    },
  )

  it.each<Schema>([{ enum: ['individual'] }, { 'x-open-enum': ['individual'] }, { const: 'individual' }])(
    'a word that its place documents: %j',
    (schema) => {
      expect(standing(['individual', 'Ada'], 'name', {}, schema)).toEqual(['individual', '[name 1]'])
    },
  )
})
