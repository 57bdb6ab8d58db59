import { describe, expect, it } from 'vitest'
import { mutations } from './mutations.ts'
import { readSchema, validator } from './validators.ts'

const isClauseFile = validator('clause')
const isWaiverFile = validator('waiver')

const clause = {
  id: 'acme.charges.create.echoes-amount',
  level: 'must',
  text: 'A created charge carries the requested amount.',
  source: { kind: 'elsewhere', document: 'Acme SDK', section: 'Charges', address: 'https://sdk.acme.example' },
  needs: ['clock', 'webhooks'],
  standsOn: ['acme.charges.create.answers'],
  readings: [
    { name: 'seconds', text: 'The time counts seconds.' },
    { name: 'milliseconds', text: 'The time counts milliseconds.' },
  ],
  excluded: 'It binds the client.',
  note: 'The document shows an example.',
}
const file = { document: 'Acme API reference', section: 'Create a charge', order: 3, clauses: [clause] }
const waivers = (readSchema('waiver')['examples'] as readonly { waivers: readonly object[] }[])[0]

describe('the schema of a clause file', () => {
  it('accepts a clause with all that a clause can have, and one with the least', () => {
    const { id, level, text } = clause
    const least = { id, level, text, source: { kind: 'document', section: 'Create a charge' } }
    expect(isClauseFile(file)).toBe(true)
    expect(isClauseFile({ document: 'Acme', section: 'Charges', clauses: [least] })).toBe(true)
  })

  it('refuses every single fault', () => {
    const optional = new Set(['order', 'document', 'address', 'needs', 'standsOn', 'readings', 'excluded', 'note'])
    const faults = mutations(file, optional)
    expect(faults.length).toBeGreaterThan(25)
    expect(faults.filter(({ value }) => isClauseFile(value)).map(({ what }) => what)).toEqual([])
    expect(isClauseFile({ section: file.section, clauses: file.clauses })).toBe(false)
  })

  it.for([
    ['that names its level', { text: 'A charge must carry the amount.' }],
    ['without a full stop', { text: 'A charge carries the amount' }],
    ['of more than 120 characters', { text: `${'x'.repeat(120)}.` }],
    ['of two lines', { text: 'A charge\ncarries the amount.' }],
    ['with an id of seven parts', { id: 'a.b.c.d.e.f.g' }],
    ['with an id in camel case', { id: 'acme.charges.createCharge' }],
    ['with a need that no registry knows', { needs: ['luck'] }],
    ['with one reading only', { readings: [{ name: 'one', text: 'One.' }] }],
    ['excluded without a reason', { excluded: ' ' }],
  ] as const)('refuses a clause %s', ([, fault]) => {
    expect(isClauseFile({ ...file, clauses: [{ ...clause, ...fault }] })).toBe(false)
  })
})

describe('the schema of a waiver file', () => {
  it('accepts its example and a file without waivers', () => {
    expect(isWaiverFile(waivers)).toBe(true)
    expect(isWaiverFile({ waivers: [] })).toBe(true)
  })

  it('refuses every single fault', () => {
    expect(
      mutations(waivers, new Set())
        .filter(({ value }) => isWaiverFile(value))
        .map(({ what }) => what),
    ).toEqual([])
  })

  it.for([
    ['no reason', { reason: ' ' }],
    ['no owner', { owner: '' }],
    ['a host as its target', { target: 'https://sandbox.acme.example' }],
    ['a date that does not exist', { expires: '2026-11-31' }],
  ] as const)('refuses a waiver with %s', ([, fault]) => {
    expect(isWaiverFile({ waivers: [{ ...waivers?.waivers[0], ...fault }] })).toBe(false)
  })
})
