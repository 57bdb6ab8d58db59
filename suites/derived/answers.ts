import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Check } from '../../model/check.ts'
import { property } from '../../model/check.ts'
import type { Contract, Operation } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import { arbitraryOf } from '../arbitraries/from-schema.ts'
import { kebab } from '../laws/kebab.ts'
import { arranged, canArrange, exampleOf, isMade, withBody } from './arrange.ts'
import { clauseOf } from './clause-of.ts'
import { succeeds } from './refusal.ts'
import type { Certainty } from './refusal.ts'

/** Every operation that can be called answers a request that its description allows. */
export function answers(contract: Contract): readonly Check[] {
  return [...contract.operations.values()].flatMap((operation) => {
    const clause = clauseOf(contract, operation, 'answers')
    if (clause === undefined || !canArrange(contract, operation)) return []
    const example = operation.body === undefined ? undefined : exampleOf(operation.body.schema)
    const certain = certaintyOf(contract, operation)
    return [
      property<Exchange, Json>(`${contract.provider.name}/operations/${kebab(operation.id)}`, {
        share: operation.body === undefined ? 0.1 : 0.3,
        inputs: () => bodies(contract, operation),
        ...(example === undefined ? {} : { visits: () => [example] }),
        arrange: async (trial, body) => {
          const call = await arranged(trial, operation)
          return trial.call(operation.id, operation.body === undefined ? call : withBody(call, body))
        },
        judge: { [clause]: (answer) => succeeds(operation, answer, certain) },
      }),
    ]
  })
}

function certaintyOf(contract: Contract, operation: Operation): Certainty {
  if (!isMade(contract, operation)) return 'not'
  const retrieved = Object.values(contract.declaration.resources).some(({ retrieve }) => retrieve === operation.id)
  return retrieved ? 'of what is asked for' : 'of its path'
}

function bodies(contract: Contract, { body }: Operation): Arbitrary<Json> {
  return body === undefined ? fc.constant(null) : arbitraryOf(contract, body.schema)
}
