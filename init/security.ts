import { isObject } from '../model/json.ts'
import type { JsonObject } from '../model/json.ts'
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
    if (way === undefined)
      document.note(`The security scheme ${name} is not understood; requests are sent without what it asks for.`)
    else carried = joined(carried, way)
  }
  return carried
}

/** What the first scheme says stands. */
function joined(first: Carried, second: Carried): Carried {
  const keyHeader = first.keyHeader ?? second.keyHeader
  return {
    schemes: first.schemes.length > 0 ? first.schemes : second.schemes,
    ...(keyHeader === undefined ? {} : { keyHeader }),
  }
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
