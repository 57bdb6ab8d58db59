import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Contract } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Trial } from '../model/trial.ts'

/** Any operation of the contract. */
export function anyOperation(contract: Contract): Arbitrary<string> {
  return fc.constantFrom(...contract.operations.keys())
}

/** Calls an operation that looks at who calls before it looks at what is asked. */
export function callAnyhow(trial: Trial, operation: string): Promise<Exchange> {
  const { pathParameters = [], body } = trial.contract.operations.get(operation) ?? {}
  const path = Object.fromEntries(pathParameters.map(({ name }) => [name, 'unknown']))
  return trial.call(operation, { path, ...(body === undefined ? {} : { body: {} }) })
}
