import type { Suite } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { operationsAnswer } from '../observers/operations-answer.ts'
import { schemasHold } from '../observers/schemas-hold.ts'
import { answers } from './answers.ts'
import { authentication } from './authentication.ts'
import { bodies } from './bodies.ts'
import { documentedStatuses } from './documented-statuses.ts'
import { lawsOf } from './laws.ts'
import { lives } from './lives.ts'
import { parameters } from './parameters.ts'
import { tentatively } from './tentatively.ts'
import { unknownIds } from './unknown-ids.ts'
import { wholeBodies } from './whole-bodies.ts'
import { withoutExcluded } from './without-excluded.ts'

/** What an OpenAPI description alone promises, as far as its clauses are in the contract and not excluded. */
export function derived(contract: Contract): Suite {
  const laws = lawsOf(contract)
  return {
    checks: [
      ...answers(contract),
      ...lives(contract),
      ...unknownIds(contract),
      ...authentication(contract),
      ...bodies(contract),
      ...wholeBodies(contract),
      ...parameters(contract),
      ...laws.checks,
    ].map(tentatively),
    notPromised: laws.notPromised ?? [],
    observers: [schemasHold, operationsAnswer, documentedStatuses].map(withoutExcluded),
  }
}
