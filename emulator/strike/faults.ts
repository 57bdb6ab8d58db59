import { isObject } from '../../model/json.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Fault, FaultCode, Refusal } from './codes.ts'

/** The body of a request as an object, an empty one for none, or why it is neither. */
export function readBody(body: string): { readonly object: JsonObject } | Refusal {
  if (body.trim() === '') return { object: {} }
  try {
    const parsed: unknown = JSON.parse(body)
    if (isObject(parsed)) return { object: parsed }
  } catch {
    // told below like any other body that is no object
  }
  return invalid([{ code: 'INVALID_DATA', path: ['body'] }])
}

/** The refusal of a request with these faults. */
export function invalid(faults: readonly Fault[]): Refusal {
  return { refused: 'INVALID_DATA', faults }
}

/** One fault of the field at a path. */
export function fault(code: FaultCode, path: readonly string[], details?: Fault['details']): Fault {
  return details === undefined ? { code, path } : { code, path, details }
}

/** A required property is missing when it is absent, null or an empty text. */
export function missing(object: JsonObject, names: readonly string[], above: readonly string[] = []): readonly Fault[] {
  return names.filter((name) => isMissing(object[name])).map((name) => fault('INVALID_DATA_REQUIRED', [...above, name]))
}

/** Whether a required property with this value is missing. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
