import type { Contract } from '../model/contract.ts'
import { createRedactor } from '../wire/redaction/create-redactor.ts'
import type { RedactorOptions } from '../wire/redaction/create-redactor.ts'
import type { Redactor } from '../wire/redaction/redactor.ts'
import type { readEnvironment } from './environment.ts'
import { secretsOf } from './keys.ts'

/** One redactor for each contract, so that a report and a recording of one run write the same placeholders. */
export function redactorsFor(
  environment: ReturnType<typeof readEnvironment>,
  options: RedactorOptions = {},
): (contract: Contract) => Redactor {
  const redactors = new Map<Contract, Redactor>()
  return (contract) => {
    const redactor =
      redactors.get(contract) ?? createRedactor(contract, secretsOf([contract.provider], environment), options)
    redactors.set(contract, redactor)
    return redactor
  }
}
