import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { bodyOf } from './view.ts'

/** The properties that recorded answers have shown with a text, by name. */
export interface Filled {
  see(exchange: Exchange): void
  has(name: string): boolean
}

const deepest = 4
const mostItems = 2
const mostNames = 5000

/** Remembers names only, of the first items of lists, which are alike. */
export function createFilled(): Filled {
  const names = new Set<string>()
  const note = (value: Json, depth: number): void => {
    if (Array.isArray(value)) for (const item of (value as readonly Json[]).slice(0, mostItems)) note(item, depth + 1)
    if (!isObject(value) || depth > deepest) return
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && inner !== '' && names.size < mostNames) names.add(name)
      else if (typeof inner === 'object') note(inner, depth + 1)
    }
  }
  return {
    see(exchange) {
      const body = bodyOf(exchange)
      if (body !== undefined) note(body, 0)
    },
    has: (name) => names.has(name),
  }
}
