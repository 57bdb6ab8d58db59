import type { Headers } from '../../model/exchange.ts'
import { readableCodings } from '../content-coding.ts'

/** Fields that speak of one connection only, and those that whoever sends on makes anew. */
const ofOneHop: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** The fields that are passed on, in their order. */
export function endToEnd(fields: Headers): Headers {
  const fieldsNamed = fields
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.toLowerCase().split(/\s*,\s*/))
  const named = new Set(fieldsNamed)
  return fields.filter(([name]) => !ofOneHop.has(name.toLowerCase()) && !named.has(name.toLowerCase()))
}

/** Asks only for encodings that can be read again, so that what passes can be judged. */
export function readableEncodings(fields: Headers): Headers {
  return fields.map(([name, value]) =>
    name.toLowerCase() === 'accept-encoding' ? [name, readable(value)] : [name, value],
  )
}

function readable(value: string): string {
  const kept = value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => readableCodings.has((item.split(/\s*;/)[0] as string).toLowerCase()))
  return kept.length === 0 ? 'identity' : kept.join(', ')
}
