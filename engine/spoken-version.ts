import type { Contract, VersionChange } from '../model/contract.ts'
import { headerOf } from '../model/exchange.ts'
import type { Exchange } from '../model/exchange.ts'
import { isObject, valueAt } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { ClauseRow, Finding, SpokenVersion } from '../model/report.ts'

/** Which version of the API a target answers in, where it is asked for the contract's. */
export interface Spoken {
  see(exchange: Exchange): void
  /** The version, where it is another than the contract's. */
  version(): SpokenVersion | undefined
}

const form = /^[\w.:-]{1,40}$/

/** Answers name their version in a header; those that name none tell it by properties that a version has renamed. */
export function createSpoken({ provider: { version: own } }: Contract): Spoken {
  const named = new Map<string, number>()
  const told = new Map<VersionChange, { has: number; of: number }>()
  return {
    see({ direction, request, response }) {
      if (own === undefined || direction === 'inbound' || response.status >= 300) return
      if (headerOf(request, own.header) !== own.name) return
      const name = headerOf(response, own.header)
      if (name !== undefined && form.test(name)) named.set(name, (named.get(name) ?? 0) + 1)
      for (const change of own.later ?? []) {
        const { has, of } = told.get(change) ?? { has: 0, of: 0 }
        const objects = objectsOf(response.json, change)
        told.set(change, { has: has + objects.filter((one) => tells(one, change)).length, of: of + objects.length })
      }
    },
    version() {
      const [most] = [...named].toSorted(([, left], [, right]) => right - left)
      if (most !== undefined) return most[0] === own?.name ? undefined : { name: most[0], by: 'header' }
      const since = [...told].filter(([, { has, of }]) => has * 2 > of).map(([change]) => change.since)
      const latest = since.toSorted().at(-1)
      return latest === undefined ? undefined : { name: latest, by: 'properties' }
    },
  }
}

/** The objects of the kind that a change is about: the answer itself, or the items of a list. */
function objectsOf(body: Json | undefined, { of }: VersionChange): readonly JsonObject[] {
  const items = valueAt(body, '/data')
  return [body ?? null, ...(Array.isArray(items) ? (items as readonly Json[]) : [])]
    .filter(isObject)
    .filter(({ object, deleted }) => object === of && deleted !== true)
}

function tells(object: JsonObject, { properties, became = [] }: VersionChange): boolean {
  return (
    became.length > 0 &&
    became.every((name) => Object.hasOwn(object, name)) &&
    !properties.some((name) => Object.hasOwn(object, name))
  )
}

/** What explains a gap by the version that the target speaks: all of its findings are about one thing that this version has changed. */
export function changeBehind(
  { provider: { version: own } }: Contract,
  spoken: SpokenVersion | undefined,
  { verdict, findings }: ClauseRow,
  refusalOf: (finding: Finding) => string | undefined,
): NonNullable<ClauseRow['versionChange']> | undefined {
  if (own === undefined || spoken === undefined || verdict !== 'gap' || findings.length === 0) return undefined
  if (findings.every(({ at }) => at === own.header))
    return { since: spoken.name, text: 'The server answers in this version, whichever is asked for.' }
  const change = own.later?.find(
    ({ since, properties }) =>
      since <= spoken.name && findings.every((finding) => isAbout(finding, refusalOf(finding), properties)),
  )
  return change === undefined ? undefined : { since: change.since, text: change.text, address: change.address }
}

/** A finding is about one of these properties: it stands there, or its request was refused with the name of it. */
function isAbout({ at }: Finding, refusal: string | undefined, properties: readonly string[]): boolean {
  return (
    at.split('/').some((step) => properties.includes(step)) ||
    (at === 'status' && refusal !== undefined && properties.some((name) => refusal.includes(`"${name}"`)))
  )
}
