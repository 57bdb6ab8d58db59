import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { scenes } from './matrix.ts'
import { refusesFaults } from './refusal.ts'

/** Requests to change something, or to bring it about, whose faults no section of their own is about. */
const operations: readonly (readonly [operation: string, section: string])[] = [
  ['updateAccount', 'accounts'],
  ['onboardAccount', 'accounts'],
  ['updateLinkedBankAccount', 'linked-bank-accounts'],
  ['updateRepresentative', 'representatives'],
]

/** What is there already is refused a change for a fault as a new one is. */
export function refusedChanges(contract: Contract): readonly Check[] {
  return operations.flatMap(([operation, section]) =>
    refusesInvalidInput(contract, `straddle/${section}`, {
      operation,
      prepare: async (trial) => {
        const { path = {} } = (await scenes.calls[operation]?.(trial)) ?? {}
        return { ids: {}, call: { path } }
      },
      ...refusesFaults,
    }),
  )
}
