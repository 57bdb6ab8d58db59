import type { Parameter } from './contract.ts'

/** Formats that no word has. */
export const strictFormats: ReadonlySet<string> = new Set(['date', 'date-time', 'email', 'ipv4', 'ipv6', 'uuid'])

/** Keywords of single values with a limit that a value can be beyond. */
export const limitKeywords = ['minimum', 'exclusiveMinimum', 'maximum', 'minLength', 'maxLength'] as const

/** Whether a word stands for no value of a query parameter, since that is a number, a truth value, or has a strict format. */
export function refusesWords({ schema: { type, format } }: Pick<Parameter, 'schema'>): boolean {
  const typed = type === 'integer' || type === 'number' || type === 'boolean'
  return typed || (type === 'string' && strictFormats.has(String(format)))
}

/** Whether a query parameter can be sent as it is not documented. */
export function canBeWrong(parameter: Parameter): boolean {
  const { schema, required } = parameter
  const limited = limitKeywords.some((keyword) => typeof schema[keyword] === 'number')
  return (
    required || limited || refusesWords(parameter) || (schema['type'] === 'string' && Array.isArray(schema['enum']))
  )
}
