import type { Check } from '../../../model/check.ts'
import { example } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { each, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { Trial } from '../../../model/trial.ts'
import { actingFor } from '../acting-for.ts'
import { kebab } from '../kebab.ts'
import { checkId, needsOf } from '../matrix.ts'
import { judges } from '../judges.ts'
import type { Keyed } from './keyed.ts'
import { callOf, unlikeKeys, idAt } from './keyed.ts'
import { sameAnswer, sameId, isOneOfItsOwn } from './answers.ts'

interface Apart {
  readonly first: Exchange
  readonly repeats: readonly Exchange[]
  readonly others: readonly Exchange[]
}

/** Other accounts use the same key for requests of their own. */
export function ofAnotherAccount(keyed: Keyed): Check {
  const { matrix, declared, resource, operation } = keyed
  const { embedded } = matrix.contract.declaration.isolation ?? {}
  const makeEmbedded = resource.owners.includes('embedded-account') ? matrix.scenes.embedded : undefined
  return example<Apart>(checkId(matrix, 'keys', `${kebab(operation)}-of-another-account`), {
    needs: needsOf(matrix, operation, 'second-account'),
    arrange: async (trial) => {
      const [idempotencyKey] = unlikeKeys(trial, declared)
      const send = async (hands: Trial) => hands.call(operation, { ...(await callOf(hands, keyed)), idempotencyKey })
      const call = { ...(await callOf(trial, keyed)), idempotencyKey }
      const first = await trial.given(operation, call)
      const others = [await send(trial.as('other'))]
      const repeats = [await trial.call(operation, call)]
      if (makeEmbedded === undefined || embedded === undefined) return { first, repeats, others }
      const acting = actingFor(trial, embedded.header, await makeEmbedded(trial))
      const own = { ...(await callOf(acting, keyed)), idempotencyKey }
      const ofEmbedded = await acting.call(operation, own)
      others.push(ofEmbedded, await send(actingFor(trial, embedded.header, await makeEmbedded(trial))))
      return { first, repeats: [...repeats, await acting.call(operation, own)], others }
    },
    judge: judges<Apart>(declared.clauses, {
      account: ({ first, others }) =>
        each(others, (own, index) => isOneOfItsOwn([first, ...others.slice(0, index)], own, idAt(keyed))),
      answer: (apart) => eachRepeat(apart, sameAnswer),
      once: (apart) => eachRepeat(apart, (original, repeat) => sameId(original, repeat, idAt(keyed))),
    }),
  })
}

/** Repeats of the account itself, and of an embedded one whose request comes second among the others. */
function eachRepeat(
  { first, repeats, others }: Apart,
  judge: (original: Exchange, repeat: Exchange) => Judgement,
): Judgement {
  return each(repeats, (repeat, index) => {
    const original = index === 0 ? first : (others[1] as Exchange)
    return original.response.status < 300 ? judge(original, repeat) : nothing
  })
}
