import type { Check } from '../../../model/check.ts'
import { example } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { nothing } from '../../../model/judgement.ts'
import { kebab } from '../kebab.ts'
import { checkId } from '../matrix.ts'
import type { Keyed } from './keyed.ts'
import { unlikeKeys } from './keyed.ts'
import { sameAnswer } from './answers.ts'

/** A repeat of a failure answers the same failure again. */
export function afterFailure(keyed: Keyed, clause: string): readonly Check[] {
  const { matrix, declared, operation } = keyed
  const scene = matrix.scenes.failures?.[operation]
  if (scene === undefined) return []
  return [
    example<readonly Exchange[]>(checkId(matrix, 'keys', `${kebab(operation)}-after-failure`), {
      arrange: async (trial) => {
        const [idempotencyKey] = unlikeKeys(trial, declared)
        const call = { ...(await scene(trial)), idempotencyKey }
        return [await trial.call(operation, call), await trial.call(operation, call)]
      },
      judge: {
        [clause]: ([first, second]) => {
          if (first === undefined || second === undefined || first.response.status < 300) return nothing
          return sameAnswer(first, second)
        },
      },
    }),
  ]
}
