import { kept, nothing, without } from '../../../model/judgement.ts'
import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../../model/exchange.ts'
import type { Json } from '../../../model/json.ts'
import { blamesOnly, notFound, refusedAs, refusedField } from '../../../suites/strike/refusal.ts'
import { answered } from '../../answered.ts'

const invalid = (validationErrors: Json): Exchange =>
  answered({ data: { status: 400, code: 'INVALID_DATA', message: '', validationErrors } }, 400)

describe('a refusal', () => {
  it('binds status and code', () => {
    const refused = answered({ data: { status: 404, code: 'NOT_FOUND', message: '' } }, 404)
    expect(notFound(refused)).toEqual(kept())
    expect(refusedAs(refused, 400, 'INVALID_DATA')).toEqual(
      without([{ at: 'status', expected: 400, actual: 404, in: refused }], 1),
    )
    expect(refusedAs(refused, 404, 'FORBIDDEN')).toEqual(
      without([{ at: '/data/code', expected: 'FORBIDDEN', actual: 'NOT_FOUND', in: refused }], 2),
    )
  })

  it.for(['amount.currency', 'currency', 'amount', '/amount/currency', 'Amount.Currency', 'amount[currency]'])(
    'names a nested field as %s',
    (name) => {
      expect(
        refusedField(
          invalid({ [name]: [{ code: 'INVALID_DATA_REQUIRED', message: '' }] }),
          '/amount/currency',
          'INVALID_DATA_REQUIRED',
        ),
      ).toEqual(kept())
    },
  )

  it('is not about the field where another one is listed, or another code', () => {
    const other = invalid({ description: [{ code: 'INVALID_DATA_REQUIRED', message: '' }] })
    expect(refusedField(other, '/amount', 'INVALID_DATA_REQUIRED')).toHaveProperty('says', 'departs')
    expect(refusedField(other, '/description', 'INVALID_DATA_VALUE')).toHaveProperty('says', 'departs')
    expect(refusedField(other, '/toString', 'INVALID_DATA_VALUE')).toHaveProperty('says', 'departs')
  })

  it('has to name a field by its own name, which is a clause of its own', () => {
    const listed = (name: string): Exchange => invalid({ [name]: [{ code: 'INVALID_DATA_REQUIRED', message: '' }] })
    expect(blamesOnly(listed('amount'), '/amount')).toEqual(kept())
    expect(blamesOnly(listed('/amount'), '/amount')).toHaveProperty('says', 'departs')
    expect(blamesOnly(listed('Amount'), '/amount')).toHaveProperty('says', 'departs')
  })

  it('blames no field beside those at fault', () => {
    const both = invalid({
      amount: [{ code: 'INVALID_DATA_REQUIRED', message: '' }],
      description: [{ code: 'INVALID_DATA_VALUE', message: '' }],
    })
    expect(blamesOnly(both, '/amount', '/description')).toEqual(kept(2))
    expect(blamesOnly(both, '/amount/currency', '/description')).toEqual(kept(2))
    expect(blamesOnly(both, '/amount')).toHaveProperty('says', 'departs')
    expect(blamesOnly(invalid(null), '/amount')).toBe(nothing)
  })

  it('leaves to the clause of a code which status goes with it', () => {
    expect(notFound(answered({ data: { status: 400, code: 'NOT_FOUND', message: '' } }, 400))).toEqual(kept())
    expect(notFound(answered({ data: { status: 200, code: 'NOT_FOUND', message: '' } }, 200))).toHaveProperty(
      'says',
      'departs',
    )
  })

  it('leaves to other clauses that it has a code, and lists fields as arrays', () => {
    expect(notFound(answered({ error: 'not found' }, 404))).toHaveProperty('says', 'kept')
    const single = invalid({ amount: { code: 'INVALID_DATA_REQUIRED', message: '' } })
    expect(refusedField(single, '/amount', 'INVALID_DATA_REQUIRED')).toEqual(kept())
    expect(refusedField(single, '/amount', 'INVALID_DATA_VALUE')).toHaveProperty('says', 'departs')
  })

  it.for([
    [null, 'kept'],
    [[], 'kept'],
    [{ amount: null }, 'departs'],
    [{ amount: [null, 7] }, 'departs'],
  ] as const)('survives validationErrors like %j', ([validationErrors, says]) => {
    expect(refusedField(invalid(validationErrors as Json), '/amount', 'INVALID_DATA_REQUIRED')).toHaveProperty(
      'says',
      says,
    )
  })
})
