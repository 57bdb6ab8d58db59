import { describe, expect, it } from 'vitest'
import type { Schema } from '../../../model/contract.ts'
import { createHarmless } from '../../../wire/redaction/harmless.ts'
import { replaceUnknown } from '../../../wire/redaction/unknown-text.ts'
import { vocabularyOf } from '../../../wire/redaction/vocabulary.ts'
import { contractOf } from './exchanges.ts'
import { harmlessValues } from './harmless-values.ts'

const contract = contractOf('stripe')
const harmless = createHarmless(vocabularyOf(contract), contract.schemas)

/** A text with what is not known to be harmless in brackets. */
const unknown = (text: string): string => replaceUnknown(text, harmless.atom, (value) => `‹${value}›`)

describe('of a text that nothing describes, is not known to be harmless', () => {
  it.each([
    '‹Lovelace›',
    '‹Ada Lovelace›',
    'No such customer: ‹Ada Lovelace›.',
    'No such customer: ‹Lovelace, Ada›',
    'the account of ‹Grace Hopper› is closed',
    'Cannot find ‹Page Hopper› here',
    'Cannot find ‹Hopper Page› here',
    '742 ‹Evergreen Terrace›',
    '‹hunter2›',
    '‹correcthorse›',
    'customer ‹b59768ed-6796-4028-8084-4bf61499e8f4›',
    '‹020 7946 0958›',
    'account ‹000123456789› is closed',
    '‹10.20.30.40›',
    'http://‹hopper.com›/charges',
    '‹жучка›',
    '‹漢字›',
    '‹hopper_ada›',
  ])('%s', (text) => {
    expect(unknown(text.replaceAll(/[‹›]/g, ''))).toBe(text)
  })
})

describe('an id has a form that the contract gives', () => {
  const idsOf = (schema: Schema) => createHarmless(() => false, new Map([['a.json', schema]]))

  it.each<[string, Schema, string, boolean]>([
    ['by a pattern', { pattern: '^cus_[A-Za-z0-9]+$' }, 'cus_A1b', true],
    ['by the beginning of a pattern', { pattern: '^(ch|py)_' }, 'py_A1b', true],
    ['by an example', { examples: [{ id: 'tok_1BnETJ2eZv' }] }, 'tok_9Zz', true],
    ['by the format of a UUID', { format: 'uuid' }, '550e8400-e29b-41d4-a716-446655440000', true],
    [
      'by an example of a UUID',
      { examples: ['550e8400-e29b-41d4-a716-446655440001'] },
      '550e8400-e29b-41d4-a716-446655440000',
      true,
    ],
    ['not by a pattern that anything has', { pattern: '^[A-Za-z0-9]+$' }, 'hunter2', false],
    ['not where it is secret', { pattern: '^cus_[A-Za-z0-9]+$', 'x-secret': true }, 'cus_A1b', false],
    ['not where it is a key', { examples: ['sk_4eC39HqLyj'] }, 'sk_4eC39HqLyk', false],
    ['not with anything after it', { pattern: '^(ch|py)_' }, 'py_A1b.hunter2', false],
    ['not where none is given', {}, '550e8400-e29b-41d4-a716-446655440000', false],
  ])('%s', (_, schema, id, is) => {
    expect(idsOf(schema).atom(id)).toBe(is)
  })
})

describe('wording', () => {
  it.each([
    'required',
    'is required',
    'must be at least 8 characters',
    'Must be at least 8 characters',
    'INVALID',
    'not_found',
  ])('%s is that of a message', (text) => {
    expect(harmless.wording(text)).toBe(true)
  })

  it.each([
    'Page',
    'Page Price',
    '1234',
    '123456',
    '1980-02-03',
    'hunter2',
    'must be Ada at least',
    'number 1234',
    '12 main street',
    'Price List Page',
    'page@acme.com',
  ])('%s can be a value', (text) => {
    expect(harmless.wording(text)).toBe(false)
  })
})

it('less than one of a hundred harmless values is not known to be so', () => {
  const eaten = harmlessValues.filter((value) => unknown(value) !== value)
  expect(eaten.slice(0, Math.floor(harmlessValues.length / 100))).toEqual(eaten)
})
