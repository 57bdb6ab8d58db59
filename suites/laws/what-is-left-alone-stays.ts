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
  /** It was changed itself, so that only what never changes stays. */
  readonly changed?: true
}

interface Seen {
  readonly glances: readonly Glance[]
  /** Nothing happens by itself while the clock stands still. */
  readonly still: boolean
}

const second = 1
const day = 86_400

/** One object is made before and a sibling after each that is changed, since a mix-up finds the first, the latest, or all of one party. */
function leftAlone({ matrix, name, resource, retrieve, clause }: Bystander): Check {
  const { update, act, delete: removes, created } = resource
  const sibling = matrix.scenes.siblings?.[name]
  const changes = [update, ...act, removes].filter((operation) => operation !== undefined)
  return example<Seen>(checkId(matrix, 'stays', name), {
    needs: needsOf(matrix, retrieve),
    arrange: async (trial) => {
      const still = trial.can('clock')
      const older = await sceneOf(matrix, retrieve)(trial)
      const glances: Glance[] = []
      for (const operation of changes.filter((one) => needsOf(matrix, one).every((need) => trial.can(need)))) {
        const call = await sceneOf(matrix, operation)(trial)
        const { path = {} } = call
        const newer = await (sibling === undefined ? sceneOf(matrix, retrieve)(trial) : sibling(trial, path))
        const watched = [older, newer, ...(operation === removes ? [] : [{ path }])]
        const before: Exchange[] = []
        for (const one of watched) before.push(await trial.call(retrieve, one))
        if (still) await trial.advance(second)
        await trial.call(operation, call)
        for (const [index, one] of watched.entries())
          glances.push({
            before: before[index] as Exchange,
            after: await trial.call(retrieve, one),
            ...(index < 2 ? {} : { changed: true }),
          })
      }
      if (!still) return { glances, still }
      const before = await trial.call(retrieve, older)
      await trial.advance(day)
      return { glances: [...glances, { before, after: await trial.call(retrieve, older) }], still }
    },
    judge: {
      [clause]: ({ glances, still }) => each(glances, (glance) => isTheSame(resource, glance, still)),
      ...(created === undefined
        ? {}
        : {
            [created.clause]: ({ glances }: Seen) =>
              each(glances, (glance) => (glance.changed === true ? differs(resource, glance, [created.at]) : nothing)),
          }),
    },
  })
}

/** A bystander as a whole where nothing happens by itself, else what was written and what never changes. */
function isTheSame(resource: Resource, glance: Glance, still: boolean): Judgement {
  const { fixed, create, update, created, writes } = resource
  const forEver = fixed.filter((place) => place !== created?.at)
  if (glance.changed === true) return differs(resource, glance, forEver)
  // what an action says of itself is gone with the next that happens
  const written = [...create, update ?? ''].flatMap((operation) =>
    (writes[operation] ?? []).flatMap(({ properties }) =>
      Object.entries(properties).map(([pointer, property]) => property.at ?? pointer),
    ),
  )
  return differs(resource, glance, still ? [''] : [...forEver, ...written])
}

/** What differs at one of these places, but for what moves by itself. */
function differs({ at, moving }: Resource, { before, after }: Glance, places: readonly string[]): Judgement {
  // what is not shown before has a clause of its own
  if (before.response.status >= 300) return nothing
  const isWithin = (mismatch: string, some: readonly string[]): boolean =>
    some.some((place) => mismatch === `${at}${place}` || mismatch.startsWith(`${at}${place}/`))
  const wrong = mismatchesOf(differences(read(before, at), read(after, at), at)).filter(
    (mismatch) => isWithin(mismatch.at, places) && !isWithin(mismatch.at, moving),
  )
  return all(hasStatus(after, before.response.status), wrong.length === 0 ? kept() : inExchange(after, without(wrong)))
}
