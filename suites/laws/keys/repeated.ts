import type { Check } from '../../../model/check.ts'
import { example } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { all, each, isKept, kept, nothing, unobservable } from '../../../model/judgement.ts'
import type { Json } from '../../../model/json.ts'
import type { Call } from '../../../model/trial.ts'
import { hasStatus } from '../../vocabulary/judge.ts'
import { kebab } from '../kebab.ts'
import { checkId, needsOf, sceneOf } from '../matrix.ts'
import { judges } from '../judges.ts'
import { bodyOf } from '../written-values.ts'
import type { Keyed } from './keyed.ts'
import { callOf, changedCalls, unlikeKeys, idAt, reversed } from './keyed.ts'
import { effects } from './effects.ts'
import { sameAnswer, sameId, unchanged, isOneOfItsOwn } from './answers.ts'

interface Repeated {
  readonly first: Exchange
  readonly repeats: readonly Exchange[]
  readonly otherParameters: readonly Exchange[]
  readonly elsewhere: readonly Exchange[]
  readonly beside: readonly Beside[]
  readonly otherKeys: readonly Exchange[]
  /** Two without any key, where the same object came of several keys. */
  readonly unkeyed: readonly Exchange[]
  readonly before: Json | undefined
  readonly repeatedly: Json | undefined
  readonly after: Json | undefined
}

/** A used key sent for another object, and that object before and after. */
interface Beside {
  readonly used: Exchange
  readonly before: Json
  readonly after: Json | undefined
}

/** Repeated as it was, used for other requests, and told from keys that resemble it. */
export function repeated(keyed: Keyed): Check {
  const { matrix, declared, operation } = keyed
  const { clauses } = declared
  const { usedKey = () => nothing } = matrix.scenes.refusals
  const described = matrix.contract.operations.get(operation)
  return example<Repeated>(checkId(matrix, 'keys', kebab(operation)), {
    needs: needsOf(matrix, operation),
    arrange: async (trial) => {
      const [key, ...others] = unlikeKeys(trial, declared)
      const under = (idempotencyKey: string, call: Call) => trial.call(operation, { ...call, idempotencyKey })
      const call = await callOf(trial, keyed)
      const first = await trial.given(operation, { ...call, idempotencyKey: key })
      const before = await effects(trial, keyed, call)
      const repeats = [await under(key, call)]
      if (clauses['order'] !== undefined && call.body !== undefined)
        repeats.push(await under(key, { ...call, body: reversed(bodyOf(call)) }))
      const repeatedly = await effects(trial, keyed, call)

      const second = await callOf(trial, keyed)
      const otherParameters: Exchange[] = []
      const elsewhere: Exchange[] = []
      const beside: Beside[] = []
      if (clauses['other-parameters'] !== undefined) {
        for (const changed of changedCalls(call, keyed)) otherParameters.push(await under(key, changed))
        const hasPath = described?.pathParameters.length !== 0
        const untouched = hasPath ? await effects(trial, keyed, second) : undefined
        // where the path tells them apart, the body does not
        const used = await under(key, hasPath && call.body !== undefined ? { ...second, body: call.body } : second)
        if (hasPath) elsewhere.push(used)
        else otherParameters.push(used)
        if (untouched !== undefined)
          beside.push({ used, before: untouched, after: await effects(trial, keyed, second) })
      }
      const other = otherOperation(keyed)
      if (clauses['other-endpoint'] !== undefined && other !== undefined) {
        elsewhere.push(await trial.call(other, { ...(await sceneOf(matrix, other)(trial)), idempotencyKey: key }))
      }
      if (clauses['other-endpoint'] !== undefined)
        for (const sibling of siblingsOf(keyed))
          elsewhere.push(await trial.call(sibling, { ...call, idempotencyKey: key }))
      const after = await effects(trial, keyed, call)
      const otherKeys: Exchange[] = []
      for (const unlike of others) otherKeys.push(await under(unlike, await callOf(trial, keyed)))
      const unkeyed: Exchange[] = []
      if (clauses['distinct'] !== undefined && otherKeys.some((one) => isKept(sameId(first, one, idAt(keyed)))))
        while (unkeyed.length < 2) unkeyed.push(await trial.call(operation, await callOf(trial, keyed)))
      return { first, repeats, otherParameters, elsewhere, beside, otherKeys, unkeyed, before, repeatedly, after }
    },
    judge: judges<Repeated>(clauses, {
      answer: ({ first, repeats }) => each(repeats, (repeat) => sameAnswer(first, repeat)),
      order: ({ first, repeats }) => each(repeats.slice(1), (repeat) => sameAnswer(first, repeat)),
      status: ({ first, repeats }) => each(repeats, (repeat) => hasStatus(repeat, first.response.status)),
      success: ({ repeats }) =>
        each(repeats, ({ response, ...rest }) =>
          response.status < 300 ? kept() : hasStatus({ response, ...rest }, 200, 201),
        ),
      method: ({ first, repeats }) =>
        described?.method === 'POST' ? nothing : each(repeats, (repeat) => sameAnswer(first, repeat)),
      create: ({ first, repeats }) => each(repeats, (repeat) => sameId(first, repeat, idAt(keyed))),
      once: ({ first, repeats, before, repeatedly }) =>
        all(
          unchanged(before, repeatedly, repeats[0] as Exchange),
          // a repeat that is refused made nothing
          each(
            repeats.filter(({ response }) => response.status < 300),
            (repeat) => sameId(first, repeat, idAt(keyed)),
          ),
        ),
      'no-second': ({ first, repeats, before, repeatedly }) =>
        all(
          unchanged(before, repeatedly, repeats[0] as Exchange),
          each(repeats, (repeat) => (repeat.response.status < 300 ? sameId(first, repeat, idAt(keyed)) : nothing)),
        ),
      'other-parameters': ({ otherParameters }) => each(otherParameters, usedKey),
      'other-endpoint': ({ elsewhere }) => each(elsewhere, usedKey),
      'refused-without-effect': ({ otherParameters, elsewhere, beside, repeatedly, after }) => {
        const reused = [...otherParameters, ...elsewhere]
        const latest = reused.at(-1)
        // what was carried out had an effect; that it was not refused is told by other clauses
        if (latest === undefined || reused.some(({ response }) => response.status < 300)) return nothing
        return all(
          unchanged(repeatedly, after, latest),
          each(beside, (other) => unchanged(other.before, other.after, other.used)),
        )
      },
      distinct: ({ first, otherKeys, unkeyed: [one, another] }) =>
        one !== undefined && another !== undefined && isKept(sameId(one, another, idAt(keyed)))
          ? unobservable('the same object comes of requests without a key, too')
          : each(otherKeys, (own, index) => isOneOfItsOwn([first, ...otherKeys.slice(0, index)], own, idAt(keyed))),
    }),
  })
}

/** Another request that takes a key, and has nothing in its path. */
/** What else may be done to the same object in the same words: the one that is declared next, and the one after it. */
function siblingsOf({ declared, resource, operation }: Keyed): readonly string[] {
  const { act, update } = resource
  const own = [...act, ...(update === undefined ? [] : [update])].filter((one) => declared.operations.includes(one))
  const index = own.indexOf(operation)
  if (index === -1) return []
  return [1, 2].map((step) => own[(index + step) % own.length] ?? operation).filter((one) => one !== operation)
}

function otherOperation({ matrix, declared, operation }: Keyed): string | undefined {
  return declared.operations.find(
    (other) =>
      other !== operation &&
      matrix.scenes.calls[other] !== undefined &&
      matrix.contract.operations.get(other)?.pathParameters.length === 0,
  )
}
