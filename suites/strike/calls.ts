import type { Exchange } from '../model/exchange.ts'
import type { Trial } from '../model/trial.ts'

/** Calls an operation that looks at who calls before it looks at what is asked. */
export function callAnyhow(trial: Trial, operation: string): Promise<Exchange> {
  const { pathParameters = [], body } = trial.contract.operations.get(operation) ?? {}
  const path = Object.fromEntries(pathParameters.map(({ name }) => [name, 'unknown']))
  return trial.call(operation, { path, ...(body === undefined ? {} : { body: {} }) })
}

/** Calls operations one after the other. */
export async function callEach(trial: Trial, operations: readonly string[]): Promise<readonly Exchange[]> {
  const answers: Exchange[] = []
  for (const operation of operations) answers.push(await callAnyhow(trial, operation))
  return answers
}
