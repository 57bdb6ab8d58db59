import fc from 'fast-check'
import { expect } from 'vitest'
import { arbitraryOf } from '../../../suites/arbitraries/from-schema.ts'
import type { Contract, Schema } from '../../../model/contract.ts'
import type { Json } from '../../../model/json.ts'
import { contract as acme } from '../../engine/acme.ts'

export const base = 'https://assay.example/schemas/acme/'

/** A contract with parts to refer to. */
export const contract: Contract = {
  ...acme,
  schemas: new Map<string, Schema>([
    [
      `${base}part.json`,
      {
        $defs: {
          id: { type: 'string', 'x-reference': 'thing' },
          named: { type: 'object', required: ['name'], properties: { name: { $ref: '#/$defs/name' } } },
          name: { type: 'string', maxLength: 3, 'x-refused': { maxLength: 'acme.name' } },
          short: { type: 'string', minLength: 2, maxLength: 4 },
        },
      },
    ],
  ]),
}

/** Values that an arbitrary draws, always the same ones. */
export function draws<Value>(arbitrary: fc.Arbitrary<Value>, count = 400): readonly Value[] {
  return fc.sample(arbitrary, { numRuns: count, seed: 11 })
}

/** Values that are drawn for a schema. */
export function drawn(schema: Schema, options: Parameters<typeof arbitraryOf>[2] = {}, count = 400): readonly Json[] {
  return draws(arbitraryOf(contract, { $id: `${base}x.json`, ...schema }, options), count)
}

/** The least and the greatest of some numbers. */
export function range(numbers: readonly unknown[]): readonly [number, number] {
  const sorted = (numbers as readonly number[]).toSorted((a, b) => a - b)
  return [sorted[0] as number, sorted.at(-1) as number]
}

/** Different values, as JSON. */
export function distinct(values: readonly unknown[]): readonly unknown[] {
  return [...new Set(values.map((value) => JSON.stringify(value)))].toSorted()
}

export function every(values: readonly unknown[], holds: (value: never) => boolean): void {
  expect(values.filter((value) => !holds(value as never))).toEqual([])
}

export function some(values: readonly unknown[], holds: (value: never) => boolean): void {
  expect(values.some((value) => holds(value as never))).toBe(true)
}
