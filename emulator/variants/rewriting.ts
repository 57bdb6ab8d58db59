import type { EmulatorRequest, EmulatorResponse } from '../http.ts'
import type { Between } from './variant.ts'

/** Changes a value with this name, which is that of its place in an object; items of a list have the list's. */
type Change = (value: unknown, name: string) => unknown

/** Rewrites every answer on its way out. */
export function answering(change: (response: EmulatorResponse, request: EmulatorRequest) => EmulatorResponse): Between {
  return (answer) => async (request) => change(await answer(request), request)
}

/** Rewrites every JSON body on its way out, as text. */
export function retelling(change: (body: string, request: EmulatorRequest) => string): Between {
  return answering((response, request) => ({ ...response, body: change(response.body, request) }))
}

/** Rewrites every value of every JSON body, from the innermost to the outermost. */
export function everywhere(change: Change): Between {
  return retelling((body) => {
    const value = parsed(body)
    return value === undefined ? body : JSON.stringify(walk(value, '', change))
  })
}

/** Stands between for the requests that are picked, and leaves the others alone. */
export function where(picks: (request: EmulatorRequest) => boolean, between: Between): Between {
  return (answer, advance) => {
    const changed = between(answer, advance)
    return (request) => (picks(request) ? changed : answer)(request)
  }
}

function walk(value: unknown, name: string, change: Change): unknown {
  if (Array.isArray(value))
    return change(
      value.map((item) => walk(item, name, change)),
      name,
    )
  if (!isRecord(value)) return change(value, name)
  return change(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, key, change)])), name)
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const instant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]00:?00)$/

/** Tells every instant in UTC otherwise: its parts are all of it, the whole seconds, the digits with their point, and the zone. */
export function tellingInstants(change: (instant: string, parts: RegExpExecArray) => string): Between {
  return everywhere((value) => {
    const parts = typeof value === 'string' ? instant.exec(value) : null
    return parts === null ? value : change(parts[0], parts)
  })
}
