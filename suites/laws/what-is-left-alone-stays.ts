import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { all, each, kept, nothing, without } from '../../model/judgement.ts'
import { mismatchesOf } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { differences, hasStatus, inExchange } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { checkId, needsOf, sceneOf } from './matrix.ts'
import type { Law, Matrix } from './matrix.ts'

/** What nobody touches stays as it is, while time passes and while others of its kind are changed; some of it stays for ever. */
export const stays: Law = {
  name: 'stays',
  text: 'What nobody touches stays as it is, while time passes and while others of its kind are changed.',
  of(matrix, name): readonly Check[] | string {
    const resource = matrix.contract.declaration.resources[name] as Resource
    const { stays: clause, retrieve } = resource
    if (clause === undefined || retrieve === undefined) return 'nothing says that it stays as it was read'
    return [leftAlone({ matrix, name, resource, retrieve, clause })]
  },
}

interface Bystander {
  readonly matrix: Matrix
  readonly name: string
  readonly resource: Resource
  readonly retrieve: string
  readonly clause: string
}

/** An object before and after something that does not concern it, or that leaves some of it alone. */
interface Glance {
  readonly before: Exchange
  readonly after: Exchange
  readonly changed?: true
}

const second = 1

const day = 86_400

/** One object is made before and one after each that is changed, since a mix-up finds the first or the latest. */
function leftAlone({ matrix, name, resource, retrieve, clause }: Bystander): Check {
  const { update, act, delete: removes } = resource
  const changes = [update, ...act, removes].filter((operation) => operation !== undefined)
  return example<readonly Glance[]>(checkId(matrix, 'stays', name), {
    needs: needsOf(matrix, retrieve),
    arrange: async (trial) => {
      const older = await sceneOf(matrix, retrieve)(trial)
      const glances: Glance[] = []
      for (const operation of changes.filter((one) => needsOf(matrix, one).every((need) => trial.can(need)))) {
        const call = await sceneOf(matrix, operation)(trial)
        const newer = await sceneOf(matrix, retrieve)(trial)
        const watched = [older, newer, ...(operation === removes ? [] : [{ path: call.path ?? {} }])]
        const before: Exchange[] = []
        for (const one of watched) before.push(await trial.call(retrieve, one))
        if (trial.can('clock')) await trial.advance(second)
        await trial.call(operation, call)
        for (const [index, one] of watched.entries())
          glances.push({
            before: before[index] as Exchange,
            after: await trial.call(retrieve, one),
            ...(index < 2 ? {} : { changed: true }),
          })
      }
      if (!trial.can('clock')) return glances
      const before = await trial.call(retrieve, older)
      await trial.advance(day)
      return [...glances, { before, after: await trial.call(retrieve, older) }]
    },
    judge: { [clause]: (glances) => each(glances, (glance) => isTheSame(resource, glance)) },
  })
}

function isTheSame({ at, moving, fixed }: Resource, { before, after, changed }: Glance): Judgement {
  // what is not shown before has a clause of its own
  if (before.response.status >= 300) return nothing
  const found = mismatchesOf(differences(read(before, at), read(after, at), at))
  const within = (mismatch: string, places: readonly string[]): boolean =>
    places.some((place) => mismatch.startsWith(`${at}${place}`))
  const wrong = found.filter((mismatch) =>
    changed === true ? within(mismatch.at, fixed) : !within(mismatch.at, moving),
  )
  return all(hasStatus(after, before.response.status), wrong.length === 0 ? kept() : inExchange(after, without(wrong)))
}
