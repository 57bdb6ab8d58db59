import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { providers } from '../../contracts/index.ts'
import { loadContract } from '../../contracts/load.ts'
import { faultsOf, faultyRequests } from '../../suites/arbitraries/faults.ts'
import { arbitraryOf } from '../../suites/arbitraries/from-schema.ts'
import type { Json } from '../../model/json.ts'
import { twoValidators } from '../schemas/two-validators.ts'

const runs = 25

/** Something of the right form in the place of a reference to another object. */
function withoutReferences(value: Json): Json {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) => {
    if (typeof inner !== 'string' || !inner.startsWith('reference:')) return inner
    if (inner.includes('email')) return 'new@example.com'
    if (inner.includes('external-id')) return 'INV-00000042'
    return inner.includes('token')
      ? `01234567.02.${'0123456789abcdef'.repeat(4)}`
      : '7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b11'
  }) as Json
}

describe.each(providers.map((provider) => ({ name: provider.name, contract: loadContract(provider) })))(
  '$name',
  ({ contract }) => {
    const judge = twoValidators(contract.schemas)
    const requests = [...contract.operations.values()].flatMap(({ id, body }) =>
      body === undefined ? [] : [{ id, schema: body.schema }],
    )
    const schemaIds = [...contract.schemas].flatMap(([id, schema]) =>
      Array.isArray(schema['examples']) ? [{ id, examples: schema['examples'] as readonly Json[] }] : [],
    )

    it.each(schemaIds)('every example of $id is valid for both validators', async ({ id, examples }) => {
      for (const example of examples) expect(await judge(id, example)).toEqual({ ajv: true, hyperjump: true })
    })

    it.each(requests)('every generated request of $id is valid for both validators', async ({ schema }) => {
      const agree = async (value: Json): Promise<void> => {
        expect(await judge(String(schema['$id']), withoutReferences(value))).toEqual({ ajv: true, hyperjump: true })
      }
      await fc.assert(fc.asyncProperty(arbitraryOf(contract, schema), agree), { numRuns: runs, seed: 1 })
    })

    it.each(requests)(
      'every faulty request of $id is refused by both validators, also after each step of shrinking',
      async ({ schema }) => {
        // what no JSON Schema can tell: in a form every value is text, so a wrong type is a text that is no number
        for (const fault of faultsOf(contract, schema)) {
          const faulty = faultyRequests(contract, schema, fault)
          const refused: boolean[] = []
          await fc.check(
            fc.asyncProperty(faulty, async ({ body }) => {
              const { ajv, hyperjump } = await judge(String(schema['$id']), withoutReferences(body))
              refused.push(!ajv && !hyperjump)
              // failing makes fast-check shrink, and every step comes by here
              return refused.length > runs
            }),
            { numRuns: runs, seed: 1, endOnFailure: false },
          )
          expect({
            fault: `${fault.at} ${fault.keyword}`,
            refused: refused.every(Boolean),
            tried: refused.length > 0,
          }).toEqual({ fault: `${fault.at} ${fault.keyword}`, refused: true, tried: true })
        }
      },
    )
  },
)
