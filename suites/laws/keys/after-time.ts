import type { Check } from '../../../model/check.ts'
import { example } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { each } from '../../../model/judgement.ts'
import { kebab } from '../kebab.ts'
import { checkId, needsOf } from '../matrix.ts'
import { judges } from '../judges.ts'
import type { Keyed } from './keyed.ts'
import { callOf, unlikeKeys, idAt } from './keyed.ts'
import { sameAnswer, isOneOfItsOwn } from './answers.ts'

interface Lived {
  readonly first: Exchange
  readonly repeats: readonly Exchange[]
  readonly forgotten: Exchange
}

const hour = 3600

/** Repeated before its time is over, which does not make it last longer, and used anew afterwards. */
export function afterTime(keyed: Keyed): Check {
  const { matrix, declared, operation } = keyed
  const { known = 0, forgotten = 0 } = declared
  return example<Lived>(checkId(matrix, 'keys', `${kebab(operation)}-after-time`), {
    needs: needsOf(matrix, operation, 'clock'),
    arrange: async (trial) => {
      const [idempotencyKey] = unlikeKeys(trial, declared)
      const call = { ...(await callOf(trial, keyed)), idempotencyKey }
      const first = await trial.given(operation, call)
      await trial.advance(known - hour)
      const repeats = [await trial.call(operation, call)]
      await trial.advance(hour)
      repeats.push(await trial.call(operation, call))
      await trial.advance(forgotten - known)
      const fresh = await callOf(trial, keyed)
      return { first, repeats, forgotten: await trial.call(operation, { ...fresh, idempotencyKey }) }
    },
    judge: judges<Lived>(declared.clauses, {
      known: ({ first, repeats }) => each(repeats, (repeat) => sameAnswer(first, repeat)),
      forgotten: ({ first, forgotten: anew }) => isOneOfItsOwn([first], anew, idAt(keyed)),
    }),
  })
}
