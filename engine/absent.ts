import type { Json } from '../model/json.ts'

/** How a server says that it does not have an operation at all. */
const absent: ReadonlySet<Json> = new Set([404, 405, 501])

/** Whether a status may say that there is no such operation. */
export function isAbsent(status: Json): boolean {
  return absent.has(status)
}
