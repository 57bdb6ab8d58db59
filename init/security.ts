import { isObject } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Document } from './document.ts'
import type { Described } from './operations.ts'

/** How requests carry the key. */
export interface Carried {
  readonly schemes: readonly ('bearer' | 'basic-user')[]
  readonly keyHeader?: string
  readonly keyQuery?: string
  readonly keyCookie?: string
}

const places = ['keyHeader', 'keyQuery', 'keyCookie'] as const

/** How the document says that requests carry a key. What cannot be sent is noted. */
export function securityIn(document: Document, operations: readonly Described[]): Carried {
  const components = document.follow(document.root['components'])
  const schemes = isObject(components) && isObject(components['securitySchemes']) ? components['securitySchemes'] : {}
  const used = new Set(operations.flatMap(({ security }) => security))
  let carried: Carried = { schemes: [] }
  for (const name of used) {
    const scheme = document.follow(schemes[name])
    const way = isObject(scheme) ? wayOf(scheme) : undefined
    if (way === undefined || clashes(carried, way))
      document.note(
        'requests are sent without what these security schemes ask for; headers of provider.ts can give it',
        told(name, scheme),
      )
    else carried = joined(carried, way)
  }
  return carried
}

/** Whether requests carry a key anywhere. */
export const isKeyed = (carried: Carried): boolean =>
  carried.schemes.length > 0 || places.some((place) => carried[place] !== undefined)

/** One key is carried in one place of a kind: a second header would need a second secret. */
function clashes(first: Carried, second: Carried): boolean {
  const differs = places.some((place) => first[place] !== undefined && (second[place] ?? first[place]) !== first[place])
  const [scheme = second.schemes[0]] = first.schemes
  return differs || (second.schemes.length > 0 && scheme !== second.schemes[0])
}

function joined(first: Carried, second: Carried): Carried {
  return { ...second, ...first, schemes: first.schemes.length > 0 ? first.schemes : second.schemes }
}

const told = (name: string, scheme: Json | undefined): string => {
  if (!isObject(scheme)) return `${name} (not described)`
  const { type, in: place, name: field, scheme: way } = scheme
  return `${name} (${[type, way, place, field].filter((part) => typeof part === 'string').join(' ')})`
}

function wayOf({ type, scheme, in: place, name }: JsonObject): Carried | undefined {
  if (type === 'oauth2' || type === 'openIdConnect') return { schemes: ['bearer'] }
  if (type === 'http') {
    if (String(scheme).toLowerCase() === 'bearer') return { schemes: ['bearer'] }
    return String(scheme).toLowerCase() === 'basic' ? { schemes: ['basic-user'] } : undefined
  }
  if (type !== 'apiKey' || typeof name !== 'string') return undefined
  switch (place) {
    case 'query':
      return { schemes: [], keyQuery: name }
    case 'cookie':
      return { schemes: [], keyCookie: name }
    case 'header':
      return name.toLowerCase() === 'authorization'
        ? { schemes: ['bearer'] }
        : { schemes: [], keyHeader: name.toLowerCase() }
    default:
      return undefined
  }
}
