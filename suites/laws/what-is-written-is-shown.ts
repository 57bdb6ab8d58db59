import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Resource, Write } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Json } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { cornersOf } from './corner-values.ts'
import { kebab } from './kebab.ts'
import { checkId, needsOf, sceneOf } from './matrix.ts'
import type { Law, Matrix } from './matrix.ts'
import { bodyOf, plainValue, withValue } from './written-values.ts'

/** Whatever a request writes is shown afterwards as it was written, up to the limits of each property. */
export const echoes: Law = {
  name: 'echoes',
  text: 'Whatever a request writes is shown afterwards as it was written, up to the limits of each property.',
  of(matrix, name) {
    const resource = matrix.contract.declaration.resources[name] as Resource
    const writes = Object.entries(resource.writes)
    if (writes.length === 0) return 'no request writes a property that it shows'
    return writes.map(([operation, groups]) => written({ matrix, resource, operation, groups }))
  },
}

interface Written {
  readonly matrix: Matrix
  readonly resource: Resource
  readonly operation: string
  readonly groups: readonly Write[]
}

/** One request: what it wrote of which groups, its answer, and what is read afterwards. */
interface Attempt {
  readonly sent: Readonly<Record<string, Json>>
  readonly groups: readonly Write[]
  readonly answers: readonly Exchange[]
  /** Of what was refused, the answer to the same with plain values. */
  readonly plain?: Exchange
}

const second = 1

function written(setting: Written): Check {
  const { matrix, operation, groups } = setting
  const clauses = [...new Set(groups.map(({ clause }) => clause))]
  return example<readonly Attempt[]>(checkId(matrix, 'echoes', kebab(operation)), {
    needs: needsOf(matrix, operation),
    arrange: async (trial) => {
      const attempts: Attempt[] = []
      const scene = sceneOf(matrix, operation)
      // an update is made on one object again and again
      const same = operation === setting.resource.update ? await scene(trial) : undefined
      const write = async (some: readonly Write[], corner: number) => {
        // what is updated at the moment of its making does not show whether later updates count
        if (same !== undefined && trial.can('clock')) await trial.advance(second)
        return attempt(trial, setting, same ?? (await scene(trial)), some, corner)
      }
      for (let corner = 0; corner < cornersIn(groups, trial); corner += 1) {
        const together = await write(groups, corner)
        // a refusal of all at once does not tell whose fault it is
        if (!isRefused(together)) attempts.push(together)
        else for (const part of partsOf(groups)) attempts.push(await write([part], corner))
      }
      await listed(trial, setting, same)
      return attempts
    },
    judge: Object.fromEntries(
      clauses.map((clause) => [
        clause,
        (attempts: readonly Attempt[]) => {
          const judged = each(attempts, (one) => shows(setting, clause, one))
          // a property that is refused with every value is not a matter of what is shown afterwards
          const refused = attempts.find(({ plain }) => plain !== undefined && isRefused({ answers: [plain] }))?.plain
          if (judged.says !== 'unobservable' || refused === undefined) return judged
          const { documented } = matrix.scenes.refusals
          if (documented !== undefined) return documented(refused)
          throw new Blocked(refused, `${refused.operation} answered ${refused.response.status}`)
        },
      ]),
    ),
  })
}

/** Asks for the lists that hold what was written, so that observers see whether they show the same of it. */
async function listed(trial: Trial, { matrix, resource }: Written, call: Call | undefined): Promise<void> {
  const { declaration, operations } = matrix.contract
  for (const [operation, { of }] of Object.entries(declaration.lists)) {
    if (!of.some((name) => declaration.resources[name] === resource)) continue
    const missing = operations.get(operation)?.pathParameters.some(({ name }) => call?.path?.[name] === undefined)
    if (missing !== true) await trial.call(operation, { path: call?.path ?? {} })
  }
}

function cornersIn(groups: readonly Write[], trial: Trial): number {
  const properties = groups.flatMap((group) => Object.values(group.properties))
  return Math.max(...properties.map((property) => cornersOf(property, trial).length))
}

const isRefused = ({ answers: [answer] }: Pick<Attempt, 'answers'>): boolean =>
  answer !== undefined && answer.response.status >= 300

/** Writes one corner of each property, and reads what came of it. */
async function attempt(
  trial: Trial,
  { matrix, resource, operation }: Written,
  call: Call,
  groups: readonly Write[],
  corner: number,
): Promise<Attempt> {
  const sent = Object.fromEntries(
    groups.flatMap(({ properties }) =>
      Object.entries(properties).flatMap(([pointer, property]): readonly (readonly [string, Json])[] => {
        const corners = cornersOf(property, trial)
        const value = corners[corner % corners.length]
        return value === undefined ? [] : [[pointer, value]]
      }),
    ),
  )
  const body = Object.entries(sent).reduce(
    (filled, [pointer, value]) => withValue(filled, pointer, value),
    bodyOf(call),
  )
  const answer = await trial.call(operation, { ...call, body })
  const { retrieve, parameter } = resource
  if (answer.response.status >= 300)
    return { sent, groups, answers: [answer], plain: await trial.call(operation, plainCall(trial, call, groups)) }
  if (retrieve === undefined || parameter === undefined) return { sent, groups, answers: [answer] }
  const id = read(answer, matrix.contract.operations.get(operation)?.creates?.id ?? `${resource.at}${resource.id}`)
  const path = {
    ...call.path,
    ...(typeof id === 'string' || typeof id === 'number' ? { [parameter]: String(id) } : {}),
  }
  return { sent, groups, answers: [answer, await trial.call(retrieve, { path })] }
}

/** Each property by itself: a refusal of several does not tell whose fault it is. */
function partsOf(groups: readonly Write[]): readonly Write[] {
  return groups.flatMap(({ clause, properties }) =>
    Object.entries(properties).map(([pointer, property]) => ({ clause, properties: { [pointer]: property } })),
  )
}

/** The same request with values that nobody objects to. */
function plainCall(trial: Trial, call: Call, groups: readonly Write[]): Call {
  const body = groups
    .flatMap(({ properties }) => Object.entries(properties))
    .reduce((filled, [pointer, property]) => withValue(filled, pointer, plainValue(property, trial)), bodyOf(call))
  return { ...call, body }
}

function shows({ matrix, resource }: Written, clause: string, { sent, groups, answers, plain }: Attempt): Judgement {
  const own = groups.filter((group) => group.clause === clause).flatMap(({ properties }) => Object.entries(properties))
  const [answer, retrieved] = answers
  if (own.length === 0 || answer === undefined) return nothing
  if (plain !== undefined && isRefused({ answers: [plain] })) return nothing
  const { documented = (refused: Exchange) => hasStatus(refused, 200, 201) } = matrix.scenes.refusals
  if (answer.response.status >= 300) return documented(answer)
  return each([answer, ...(retrieved === undefined || retrieved.response.status >= 300 ? [] : [retrieved])], (shown) =>
    each(own, ([pointer, property]) => {
      const at = `${resource.at}${property.at ?? pointer}`
      const isHidden = property.hideable === true && (read(shown, at) ?? null) === null
      return Object.hasOwn(sent, pointer) && !isHidden ? equals(shown, at, sent[pointer] ?? null) : nothing
    }),
  )
}
