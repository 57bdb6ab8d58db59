import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { all, each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { valueAt } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { actingFor } from './acting-for.ts'
import { listsOf } from './lists/items.ts'
import { checkId } from './matrix.ts'
import type { Law, Matrix } from './matrix.ts'

/** Whatever has been done to an object, every operation that reads it shows it; observers compare what they show. */
export const views: Law = {
  name: 'views',
  text: 'Whatever has been done to an object, every operation that reads it shows it, and all show the same.',
  of(matrix, name) {
    const resource = matrix.contract.declaration.resources[name] as Resource
    const states = Object.entries(matrix.scenes.states?.[name] ?? {})
    const { stays: clause, retrieve } = resource
    if (clause === undefined || retrieve === undefined || states.length === 0)
      return 'nothing says that it is shown alike in every state'
    const viewed = { matrix, name, resource, retrieve, clause }
    const { embedded } = matrix.contract.declaration.isolation ?? {}
    return states.flatMap(([state, arrange]) => [
      shownIn({ ...viewed, state, arrange }),
      ...(embedded === undefined || !resource.owners.includes('embedded-account')
        ? []
        : [shownIn({ ...viewed, state, arrange, header: embedded.header })]),
    ])
  },
}

interface Viewed {
  readonly matrix: Matrix
  readonly name: string
  readonly resource: Resource
  readonly retrieve: string
  readonly clause: string
  readonly state: string
  readonly arrange: (trial: Trial) => Promise<NonNullable<Call['path']>>
  /** Names the embedded account that it belongs to. */
  readonly header?: string
}

interface Shown {
  readonly read: Exchange
  readonly views: readonly Exchange[]
}

function shownIn({ matrix, name, resource, retrieve, clause, state, arrange, header }: Viewed): Check {
  const suffix = header === undefined ? '' : '-of-embedded-account'
  return example<Shown>(checkId(matrix, 'views', `${name}-${state}${suffix}`), {
    // a service that others use may not let itself be brought into every state
    needs: ['clock', 'levers'],
    arrange: async (platform) => {
      const { embedded } = matrix.scenes
      const trial =
        header === undefined || embedded === undefined
          ? platform
          : actingFor(platform, header, await embedded(platform))
      const path = await arrange(trial)
      const seen: Exchange[] = []
      for (const operation of resource.views) seen.push(await trial.call(operation, { path }))
      for (const [operation] of listsOf(matrix.contract, name)) await trial.call(operation)
      return { read: await trial.given(retrieve, { path }), views: seen }
    },
    judge: {
      [clause]: ({ read, views: seen }) => each(seen, (view) => showsIt(resource, read, view)),
    },
  })
}

function showsIt({ at, id, viewedAt }: Resource, read: Exchange, view: Exchange): Judgement {
  const place = `${viewedAt?.[view.operation ?? ''] ?? at}${id}`
  const own = valueAt(read.response.json, `${at}${id}`)
  return own === undefined ? nothing : all(hasStatus(view, read.response.status), equals(view, place, own))
}
