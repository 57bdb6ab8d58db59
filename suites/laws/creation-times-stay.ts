import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { CreationTime, Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { millisecondsOf } from '../../model/instant.ts'
import { all, departs, each, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { equals } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { kebab } from './kebab.ts'
import { checkId, needsOf, sceneOf } from './matrix.ts'
import type { Law, Matrix } from './matrix.ts'

/** An object says when it was made, to the moment, and says so for ever. */
export const created: Law = {
  name: 'created',
  text: 'An object says when it was made, to the moment, and says so whatever happens to it.',
  of(matrix, name) {
    const resource = matrix.contract.declaration.resources[name] as Resource
    const { created: time, retrieve, parameter } = resource
    if (time === undefined) return 'nothing says what its time of creation is'
    if (retrieve === undefined || parameter === undefined) return 'it cannot be retrieved'
    return resource.create.map((operation) => stays({ matrix, resource, time, retrieve, parameter, operation }))
  },
}

interface Timed {
  readonly matrix: Matrix
  readonly resource: Resource
  readonly time: CreationTime
  readonly retrieve: string
  readonly parameter: string
  readonly operation: string
}

interface Life {
  /** The target's clock just before and just after the create, in milliseconds. */
  readonly between: readonly [number, number]
  readonly made: Exchange
  readonly later: readonly Exchange[]
}

const hour = 3600
/** How far the clocks of two machines may be apart. */
const tolerance = 5 * 60 * 1000

function stays({ matrix, resource, time, retrieve, parameter, operation }: Timed): Check {
  return example<Life>(checkId(matrix, 'created', kebab(operation)), {
    needs: needsOf(matrix, operation),
    arrange: async (trial) => {
      const call = await sceneOf(matrix, operation)(trial)
      const before = trial.now()
      const made = await trial.given(operation, call)
      const between = [before, trial.now()] as const
      const id = read(made, `${resource.at}${resource.id}`)
      const path = { ...call.path, ...(typeof id === 'string' ? { [parameter]: id } : {}) }
      const later: Exchange[] = []
      const look = async () => {
        if (trial.can('clock')) await trial.advance(hour)
        later.push(await trial.call(retrieve, { path }))
      }
      await look()
      if (resource.update !== undefined) {
        const change = await sceneOf(matrix, resource.update)(trial)
        await trial.call(resource.update, { ...change, path })
        await look()
      }
      return { between, made, later }
    },
    judge: {
      [time.clause]: ({ between, made, later }) => {
        const at = `${resource.at}${time.at}`
        return all(
          isAbout(made, at, time, between),
          each(later, (one) => (one.response.status < 300 ? equals(one, at, read(made, at) ?? null) : nothing)),
        )
      },
    },
  })
}

/** The time between these two, to the unit that it counts and to what clocks may be apart. */
function isAbout(made: Exchange, at: string, { unit }: CreationTime, [from, to]: Life['between']): Judgement {
  const value = read(made, at)
  // that it is there is for the schema to say
  if (value === undefined) return nothing
  const ms = unit === 'instant' ? millisecondsOf(value) : Number(value) * (unit === 'seconds' ? 1000 : 1)
  if (ms >= from - tolerance && ms <= to + tolerance) return kept()
  return departs({ at, expected: { about: new Date(from).toISOString() }, actual: value, in: made })
}
