import { describe, expect, it } from 'vitest'
import type { Schema } from '../../../model/contract.ts'
import { createMemory } from '../../../wire/redaction/memory.ts'
import { createStandIn } from '../../../wire/redaction/stand-in.ts'
import type { StandIn } from '../../../wire/redaction/stand-in.ts'
import { wayTo } from './way-to.ts'

/** What stands for values, one after the other, at a place of a name and schemas. */
function standing(values: readonly string[], name = 'note', ...schemas: readonly Schema[]): readonly string[] {
  const standIn = createStandIn(createMemory())
  return values.map((value) => standIn(value, { ...wayTo(name), schemas }))
}

describe('for a value stands', () => {
  it.each<[string, readonly string[], string, Schema, readonly string[]]>([
    ['a placeholder of its form', ['ada@acme.com'], 'note', {}, ['person1@redacted.example']],
    ['one that is called as its place', ['Ada', 'Rome'], 'city', {}, ['City 1', 'City 2']],
    ['the same one again', ['Ada', 'Bob', 'Ada'], 'name', {}, ['Name 1', 'Name 2', 'Name 1']],
    ['one that its schema judges alike', ['Ada'], 'name', { maxLength: 3 }, ['Aab']],
    ['one of its length', ['Ada Lovelace'], 'name', { minLength: 12 }, ['Name 0000001']],
    ['one of its form where no other fits', ['ada@acme.com'], 'note', { pattern: 'acme' }, ['aaa@aaaa.aab']],
    ['zeros where it would be itself', ['Aab', 'Bob', '–'], 'name', { maxLength: 3 }, ['000', 'Aab', '0']],
  ])('%s', (_, values, name, schema, placeholders) => {
    expect(standing(values, name, schema)).toEqual(placeholders)
  })

  it('one that fits at each place where it stands', () => {
    const standIn: StandIn = createStandIn(createMemory())
    const anywhere = wayTo('name')
    const short = { ...anywhere, schemas: [{ maxLength: 3 }] }
    expect([standIn('Ada', anywhere), standIn('Ada', short), standIn('Ada', anywhere), standIn('Ada', short)]).toEqual([
      'Name 1',
      'Aab',
      'Name 1',
      'Aab',
    ])
  })
})

describe('for itself stands', () => {
  it.each(['', '  ', '***6789', 'person7@redacted.example', 'Name 7', 'sk_test_redacted7'])('%j', (value) => {
    expect(standing([value])).toEqual([value])
  })

  it('a word that its place documents', () => {
    expect(standing(['individual', 'Ada'], 'name', {}, { enum: ['individual'] })).toEqual(['individual', 'Name 1'])
  })
})
