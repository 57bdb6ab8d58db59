import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { arranged, canArrange } from './arrange.ts'
import { withoutFault } from './control.ts'
import { refused } from './refusal.ts'

/** Bodies that the description does not allow are refused: a check for each property and keyword. */
export function bodies(contract: Contract): readonly Check[] {
  return [...contract.operations.values()]
    .filter((operation) => operation.body !== undefined && canArrange(contract, operation))
    .flatMap((operation) => {
      let control: Exchange | undefined
      return refusesInvalidInput(contract, `${contract.provider.name}/bodies`, {
        operation: operation.id,
        prepare: async (trial) => {
          control = await withoutFault(trial, operation)
          return { call: await arranged(trial, operation) }
        },
        refusal: (exchange) => refused(exchange, control),
      })
    })
}
