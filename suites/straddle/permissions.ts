import { each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract, Operation } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { kebab } from '../laws/kebab.ts'
import { hasStatus } from '../vocabulary/judge.ts'
import { scenes } from './matrix.ts'

const unmasks = ({ path }: Operation): boolean => /\/unmask(?:ed)?$/.test(path)
const writes = ({ method }: Operation): boolean => method !== 'GET'

const refused = (answers: readonly Exchange[]) => each(answers, (answer) => hasStatus(answer, 403))

/** Every call that needs a permission is refused without it, though nothing else is wrong with it. */
export function permissions({ operations }: Contract): readonly Check[] {
  return [...operations.values()]
    .filter((operation) => scenes.calls[operation.id] !== undefined && (unmasks(operation) || writes(operation)))
    .map((operation) =>
      example<readonly Exchange[]>(`straddle/permissions/${kebab(operation.id)}`, {
        needs: ['levers', ...(scenes.needs?.[operation.id] ?? [])],
        arrange: async (trial) => {
          const call = await scenes.calls[operation.id]?.(trial)
          const lacking = unmasks(operation) ? { unmask: false } : { write: false }
          await trial.lever('permissions', lacking)
          const alone = await trial.call(operation.id, call)
          await trial.lever('permissions', { unmask: false, write: false })
          return [alone, await trial.call(operation.id, call)]
        },
        judge: unmasks(operation)
          ? {
              'straddle.errors.status.forbidden': refused,
              'straddle.masking.refused.permission': refused,
            }
          : { 'straddle.errors.status.forbidden': refused },
      }),
    )
}
