import type { Headers } from '../model/exchange.ts'

/** Raw name, value, name, value … as fields, names as they were sent. */
export function fieldsOf(raw: readonly (string | Buffer)[]): Headers {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[String(name), String(raw[index + 1] ?? '')] as const] : []))
}

/** The same with names in lower case. */
export function lowerCaseFieldsOf(raw: readonly (string | Buffer)[]): Headers {
  return fieldsOf(raw).map(([name, value]) => [name.toLowerCase(), value])
}
