import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { arranged, canArrange } from './arrange.ts'
import { refused } from './refusal.ts'

/** Bodies that the description does not allow are refused: a check for each property and keyword. */
export function bodies(contract: Contract): readonly Check[] {
  return [...contract.operations.values()]
    .filter((operation) => operation.body !== undefined && canArrange(contract, operation))
    .flatMap((operation) =>
      refusesInvalidInput(contract, `${contract.provider.name}/bodies`, {
        operation: operation.id,
        prepare: async (trial) => ({ call: await arranged(trial, operation) }),
        refusal: (exchange) => refused(exchange),
      }),
    )
}
