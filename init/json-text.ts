import type { Json } from '../model/json.ts'

/** A value as the text of a file. */
export const jsonText = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`
