import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { property } from '../../model/check.ts'
import type { Contract, Operation } from '../../model/contract.ts'
import type { Credentials, Exchange } from '../../model/exchange.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Trial } from '../../model/trial.ts'

export interface CredentialsAreRequired {
  /** Credentials that do not do, each with the clause that says so; `none` sends none at all. */
  readonly cases: readonly {
    readonly name: string
    readonly clause: string
    readonly credentials: (trial: Trial) => Credentials | Promise<Credentials>
  }[]
  readonly refusal: (exchange: Exchange) => Judgement
  /** Operations that this holds for; all of them where absent. */
  readonly operations?: (operation: Operation) => boolean
}

/** Every operation refuses a request without valid credentials, whatever else is in it. */
export function credentialsAreRequired(
  contract: Contract,
  section: string,
  law: CredentialsAreRequired,
): readonly Check[] {
  const operations = [...contract.operations.values()].filter(law.operations ?? (() => true))
  return law.cases.map(({ name, clause, credentials }) =>
    property<readonly Exchange[], Operation['id']>(`${section}/${name}`, {
      inputs: () => fc.constantFrom(...operations.map(({ id }) => id)),
      arrange: async (trial, operation) => [
        await trial.call(operation, {
          path: unknownPath(contract, operation),
          credentials: await credentials(trial),
          ...(contract.operations.get(operation)?.body === undefined ? {} : { body: {} }),
        }),
      ],
      judge: { [clause]: ([refused]) => law.refusal(refused as Exchange) },
    }),
  )
}

/** Any value for each path parameter: credentials are looked at first. */
function unknownPath(contract: Contract, operation: string): Readonly<Record<string, string>> {
  const parameters = contract.operations.get(operation)?.pathParameters ?? []
  return Object.fromEntries(
    parameters.map(({ name, schema }) => [
      name,
      schema['format'] === 'uuid' ? '7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b11' : 'unknown',
    ]),
  )
}
