import type { Headers } from '../model/exchange.ts'

/** Raw name, value, name, value … as fields, names as they were sent. A byte is a character, as in HTTP. */
export function fieldsOf(raw: readonly (string | Buffer)[]): Headers {
  const fields: (readonly [string, string])[] = []
  for (let index = 0; index < raw.length; index += 2)
    fields.push([textOf(raw[index] ?? ''), textOf(raw[index + 1] ?? '')])
  return fields
}

const textOf = (part: string | Buffer): string => (typeof part === 'string' ? part : part.toString('latin1'))

/** The same with names in lower case. */
export function lowerCaseFieldsOf(raw: readonly (string | Buffer)[]): Headers {
  return fieldsOf(raw).map(([name, value]) => [name.toLowerCase(), value])
}
