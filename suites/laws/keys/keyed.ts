import type { Keys, Resource } from '../../../model/declaration.ts'
import { isObject, sameJson, valueAt } from '../../../model/json.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import type { Call, Trial } from '../../../model/trial.ts'
import { uuidOf } from '../../vocabulary/uuid.ts'
import { sceneOf } from '../matrix.ts'
import type { Matrix } from '../matrix.ts'
import { bodyOf, filledCall, otherValue, plainValue, withValue, writtenBy } from '../written-values.ts'

/** A request that may be repeated under a key. */
export interface Keyed {
  readonly matrix: Matrix
  readonly declared: Keys
  readonly resource: Resource
  readonly operation: string
}

/**
 * Keys of the greatest length, so that those that are cut off show: the second differs in its last character, the third in case,
 * and the fourth lacks a hyphen.
 */
export function unlikeKeys(trial: Trial, { longest, form }: Keys): readonly [string, string, string, string] {
  if (form === 'uuid') {
    const key = uuidOf(trial.unique('key'))
    return [
      key,
      `${key.slice(0, -1)}${other(key.at(-1))}`,
      `${other(key[0])}${key.slice(1)}`,
      uuidOf(trial.unique('key')),
    ]
  }
  const key = `${trial.unique('key')}-abc`.padEnd(longest, 'k')
  return [key, `${key.slice(0, -1)}j`, `${key.slice(0, -1)}K`, key.replaceAll('-', '')]
}

/**
 * A call that succeeds, with a value for all that the operation takes over. Where the target refuses some of it, that is told by other
 * laws: here the call has its mark alone, or no more than it needs.
 */
export async function callOf(trial: Trial, keyed: Keyed): Promise<Call> {
  const name = `call that is accepted: ${keyed.operation}`
  const forms = [fullCall, markedCall, bareCall]
  const known = trial.memory.get(name)
  if (typeof known === 'number') return (forms[known] ?? bareCall)(trial, keyed)
  for (const [index, form] of forms.entries()) {
    const answer = await trial.call(keyed.operation, await form(trial, keyed))
    if (answer.response.status >= 300) continue
    trial.memory.set(name, index)
    return form(trial, keyed)
  }
  const call = await bareCall(trial, keyed)
  await trial.given(keyed.operation, call)
  return call
}

const bareCall = async (trial: Trial, { matrix, operation }: Keyed): Promise<Call> => sceneOf(matrix, operation)(trial)

async function markedCall(trial: Trial, { matrix, resource, operation }: Keyed): Promise<Call> {
  const call = await sceneOf(matrix, operation)(trial)
  const mark = markOf(resource, operation)
  return mark === undefined ? call : { ...call, body: withValue(call.body, mark.pointer, mark.value(trial)) }
}

async function fullCall(trial: Trial, { matrix, resource, operation }: Keyed): Promise<Call> {
  const metadata = [resource.metadata?.create, resource.metadata?.update].includes(operation)
  const call = filledCall(await sceneOf(matrix, operation)(trial), writtenBy(resource, operation), trial)
  const mark = markOf(resource, operation)
  const body =
    mark === undefined
      ? bodyOf(call)
      : withValue(call.body, mark.pointer, `${String(mark.value(trial))}${mark.isFree ? long : ''}`)
  if (metadata) return { ...call, body: { ...body, metadata: { order: '1', seat: '14C' } } }
  return mark === undefined ? call : { ...call, body }
}

/**
 * The same call with another value in one place: for each place that the operation takes over, with a text in other case and with a blank more too, for what
 * else it says in words, and within metadata.
 */
export function changedCalls(call: Call, keyed: Keyed): readonly Call[] {
  const { resource, operation } = keyed
  const body = bodyOf(call)
  const written = writtenBy(resource, operation)
  const changed = Object.entries(written).map(([pointer, property]) =>
    withValue(body, pointer, otherValue(property, valueAt(body, pointer) ?? null)),
  )
  const [text] = Object.entries(written).find(([, { kind }]) => kind === 'text') ?? []
  const value = text === undefined ? undefined : valueAt(body, text)
  const nearly =
    text === undefined || typeof value !== 'string'
      ? []
      : [otherCase(value), `${value} `].map((other) => withValue(body, text, other))
  const inMetadata = isObject(body['metadata']) ? [withValue(body, '/metadata/seat', '15A')] : []
  return [...changed, ...nearly, ...inMetadata, ...otherWords(body, keyed)]
    .filter((other) => !sameJson(other, body))
    .map((other) => ({ ...call, body: other }))
}

function otherCase(value: string): string {
  return value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase()
}

/** The body with another word for each choice and each free text at its top that is not taken over. */
function otherWords(body: JsonObject, { matrix, resource, operation }: Keyed): readonly JsonObject[] {
  const schema = matrix.contract.operations.get(operation)?.body?.schema
  const properties = isObject(schema?.['properties']) ? schema['properties'] : {}
  const written = writtenBy(resource, operation)
  return Object.entries(body).flatMap(([name, value]) => {
    const property = properties[name]
    if (typeof value !== 'string' || !isObject(property) || Object.hasOwn(written, `/${name}`)) return []
    const choices = property['enum']
    if (Array.isArray(choices))
      return (choices as readonly Json[])
        .filter((other) => other !== value)
        .slice(0, 1)
        .map((other) => ({ ...body, [name]: other }))
    // what has another form, or names something else, could be refused for that
    const other = `${value}x`
    const isFree =
      ['format', '$ref', 'x-reference'].every((keyword) => property[keyword] === undefined) &&
      new RegExp(String(property['pattern'] ?? ''), 'u').test(other)
    return isFree && property['type'] === 'string' ? [{ ...body, [name]: other }] : []
  })
}

/** The same properties in the opposite order, nested ones too. */
export const reversed = (body: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(body)
      .toReversed()
      .map(([name, value]) => [name, isObject(value) ? reversed(value) : value]),
  )

/** A property by which what a request made is told from all else: a text that is new with each call. */
interface Mark {
  readonly pointer: string
  readonly at: string
  readonly value: (trial: Trial) => Json
  /** A text of any length. */
  readonly isFree: boolean
}

/** So that bodies that differ at their end differ beyond what a buffer holds. */
const long = ` ${'and so on '.repeat(150)}`

export function markOf(resource: Resource, operation: string): Mark | undefined {
  const written = Object.entries(writtenBy(resource, operation))
  const [pointer, property] = written.find(([, { kind }]) => ['text', 'label', 'email'].includes(kind)) ?? []
  if (pointer === undefined || property === undefined) return undefined
  return {
    pointer,
    at: property.at ?? pointer,
    value: (trial) => plainValue(property, trial),
    isFree: property.kind === 'text' && property.most === undefined,
  }
}

const other = (digit: string | undefined): string => (digit === '7' ? '5' : '7')

/** Where the answer has the id of what it is about. */
export function idAt({ matrix, resource, operation }: Keyed): string {
  return matrix.contract.operations.get(operation)?.creates?.id ?? `${resource.at}${resource.id}`
}
