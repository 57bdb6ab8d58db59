import { isObject } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Document } from './document.ts'
import type { Described } from './operations.ts'

/** How requests carry the key. */
export interface Carried {
  readonly schemes: readonly ('bearer' | 'basic-user')[]
  readonly keyHeader?: string
}

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

/** One key is carried in one place of a kind: a second header would need a second secret. */
function clashes(first: Carried, second: Carried): boolean {
  const { keyHeader, schemes } = second
  if (keyHeader !== undefined) return first.keyHeader !== undefined && first.keyHeader !== keyHeader
  return first.schemes.length > 0 && first.schemes[0] !== schemes[0]
}

function joined(first: Carried, second: Carried): Carried {
  const keyHeader = first.keyHeader ?? second.keyHeader
  return {
    schemes: first.schemes.length > 0 ? first.schemes : second.schemes,
    ...(keyHeader === undefined ? {} : { keyHeader }),
  }
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
  if (type !== 'apiKey' || place !== 'header') return undefined
  return String(name).toLowerCase() === 'authorization'
    ? { schemes: ['bearer'] }
    : { schemes: [], keyHeader: String(name).toLowerCase() }
}
