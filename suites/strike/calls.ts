import type { Credentials, Exchange } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { forEach } from './scenes.ts'

/** Calls an operation that looks at who calls before it looks at what is asked. */
export function callAnyhow(trial: Trial, operation: string, credentials?: Credentials): Promise<Exchange> {
  const { pathParameters = [], body } = trial.contract.operations.get(operation) ?? {}
  return trial.call(operation, {
    path: Object.fromEntries(pathParameters.map(({ name }) => [name, 'unknown'])),
    ...(body === undefined ? {} : { body: {} }),
    ...(credentials === undefined ? {} : { credentials }),
  })
}

/** Calls operations one after the other. */
export function callEach(
  trial: Trial,
  operations: readonly string[],
  credentials?: Credentials,
): Promise<readonly Exchange[]> {
  return forEach(operations, (operation) => callAnyhow(trial, operation, credentials))
}
