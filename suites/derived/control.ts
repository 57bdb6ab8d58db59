import type { Operation } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { callOf } from './arrange.ts'

/** The answer to a request without a fault, asked once a run: where it is refused, too, a refusal of a faulty one proves nothing. */
export function withoutFault(trial: Trial, operation: Operation): Promise<Exchange> {
  const key = `without-fault/${operation.id}`
  const known = trial.memory.get(key) as Promise<Exchange> | undefined
  if (known !== undefined) return known
  const asked = callOf(trial, operation).then((call) => trial.call(operation.id, call))
  trial.memory.set(key, asked)
  asked.catch(() => trial.memory.delete(key))
  return asked
}
