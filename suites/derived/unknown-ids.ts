import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract, Operation, Schema } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { stringOf } from '../arbitraries/strings.ts'
import { kebab } from '../laws/kebab.ts'
import { arranged, canArrange, requiredQuery, sampleOf, underKey, withBody } from './arrange.ts'
import { clauseOf } from './clause-of.ts'
import { notFound } from './refusal.ts'

/** An id that nothing has is answered as not found. */
export function unknownIds(contract: Contract): readonly Check[] {
  return [...contract.operations.values()].flatMap((operation) => {
    const clause = clauseOf(contract, operation, 'unknown')
    if (clause === undefined || operation.pathParameters.length === 0) return []
    return [
      example<Exchange>(`${contract.provider.name}/unknown-ids/${kebab(operation.id)}`, {
        arrange: async (trial) => {
          const call = { ...(await withinKnown(trial, operation)), ...underKey(trial, operation) }
          const body = operation.body?.schema
          return trial.call(operation.id, body === undefined ? call : withBody(call, sampleOf(contract, body)))
        },
        judge: { [clause]: notFound },
      }),
    ]
  })
}

/** A call for what nothing is, below objects that are there where it is known how to make them: their absence is another matter. */
async function withinKnown(trial: Trial, operation: Operation): Promise<Call> {
  const { pathParameters } = operation
  const path = pathParameters.map(({ name, schema }): [string, string] => [name, unknown(trial, schema)])
  const last = path.at(-1) ?? ['', '']
  if (path.length === 1 || !canArrange(trial.contract, operation))
    return { path: Object.fromEntries(path), query: requiredQuery(trial.contract, operation) }
  const call = await arranged(trial, operation)
  return { ...call, path: { ...call.path, [last[0]]: last[1] } }
}

/** An id of the documented form, so that its form is no reason to refuse it. */
function unknown(trial: Trial, schema: Schema): string {
  const { type, format, maximum } = schema
  if (format === 'uuid') return '7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b11'
  if (type === 'integer' || type === 'number') return String(typeof maximum === 'number' ? maximum : 2_147_480_001)
  if (typeof schema['pattern'] === 'string') return fc.sample(stringOf(schema), { numRuns: 1, seed: 1 })[0] as string
  return trial.unique('unknown')
}
