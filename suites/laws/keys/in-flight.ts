import type { Check } from '../../../model/check.ts'
import { example } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { all, each, isKept, kept, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { Json } from '../../../model/json.ts'
import type { Call, Trial } from '../../../model/trial.ts'
import { hasStatus } from '../../vocabulary/judge.ts'
import { underWayTogether } from '../../vocabulary/under-way-together.ts'
import { kebab } from '../kebab.ts'
import { checkId, needsOf } from '../matrix.ts'
import { judges } from '../judges.ts'
import type { Keyed } from './keyed.ts'
import { callOf, idAt, unlikeKeys } from './keyed.ts'
import { effects } from './effects.ts'
import { sameId, unchanged } from './answers.ts'

interface AtOnce {
  readonly same: readonly Exchange[]
  readonly different: readonly Exchange[]
  readonly counted: Json | undefined
}

/** Two requests at once under one key, with one body and with two. */
export function inFlight(keyed: Keyed): Check {
  const { matrix, declared, operation } = keyed
  const { inFlight: conflict = () => nothing, usedKey } = matrix.scenes.refusals
  const succeeded = (answers: readonly Exchange[]) => answers.filter(({ response }) => response.status < 300)
  const failed = (answers: readonly Exchange[]) => answers.filter(({ response }) => response.status >= 300)
  /** One is carried out: where several succeed, they are one answer. */
  const oneAnswer = (answers: readonly Exchange[]): Judgement => {
    const [first, ...more] = succeeded(answers)
    if (first === undefined) return hasStatus(answers[0] as Exchange, 200, 201)
    return all(
      kept(),
      // that a repeat gets the same answer is a clause of its own
      each(more, (other) => sameId(first, other, idAt(keyed))),
    )
  }
  return example<AtOnce>(checkId(matrix, 'keys', `${kebab(operation)}-in-flight`), {
    needs: needsOf(matrix, operation),
    arrange: async (trial) => {
      const [key, other] = unlikeKeys(trial, declared)
      const call = { ...(await callOf(trial, keyed)), idempotencyKey: key }
      const repeat = (hands: Trial) => hands.call(operation, call)
      const same = await trial.together(repeat, repeat)
      const counted = await effects(trial, keyed, call)
      if (declared.clauses['other-parameters'] === undefined) return { same, different: [], counted }
      // calls with another object in their path are for two endpoints
      if (matrix.contract.operations.get(operation)?.pathParameters.length !== 0)
        return { same, different: [], counted }
      const [left, right] = [await callOf(trial, keyed), await callOf(trial, keyed)]
      const send = (one: Call) => (hands: Trial) => hands.call(operation, { ...one, idempotencyKey: other })
      return { same, different: await trial.together(send(left), send(right)), counted }
    },
    judge: judges<AtOnce>(declared.clauses, {
      'in-flight': ({ same }) => underWayTogether(same, () => all(oneAnswer(same), each(failed(same), conflict))),
      'in-flight-once': ({ same, counted }) =>
        underWayTogether(same, () =>
          all(
            oneAnswer(same),
            typeof counted === 'number' && counted > 0 ? unchanged(1, counted, same[1] as Exchange) : nothing,
          ),
        ),
      'other-parameters': ({ different }) =>
        all(
          succeeded(different).length > 1 ? hasStatus(different[1] as Exchange, 400, 409) : nothing,
          each(failed(different), (refused) => {
            const inUse = conflict(refused)
            return isKept(inUse) || usedKey === undefined ? inUse : usedKey(refused)
          }),
        ),
    }),
  })
}
