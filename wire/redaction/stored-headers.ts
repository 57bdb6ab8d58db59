import type { Contract, Schema } from '../../model/contract.ts'
import type { Headers } from '../../model/exchange.ts'
import { keyMark } from '../../model/key-mark.ts'
import { isHarmlessField } from './harmless-fields.ts'
import type { Places } from './place.ts'
import type { RedactText } from './redact-text.ts'
import type { Voice } from './voice.ts'
import { isObject, objectsIn } from '../../model/json.ts'

const usual = [
  'accept',
  'accept-encoding',
  'allow',
  'cache-control',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'location',
  'origin',
  'request-id',
  'retry-after',
  'transfer-encoding',
  'vary',
  'www-authenticate',
]

/** Redacts header fields: the value of a field that is not on the list is stored only in a form that tells nothing. */
export type StoreHeaders = (
  headers: Headers,
  redact: Pick<RedactText, 'text' | 'leaf'>,
  places: Pick<Places, 'header'>,
  voice: Voice,
) => Headers

/** Keeps the usual fields of HTTP and those that the provider documents; of those that carry credentials only that there were some. */
export function createStoreHeaders(contract: Pick<Contract, 'provider' | 'schemas'> | undefined): StoreHeaders {
  const { idempotencyHeader, accountHeader, headers = [], requestId } = contract?.provider ?? {}
  const documented = [...(contract?.schemas ?? [])]
    .filter(([id]) => id.endsWith('/exchange.json'))
    .flatMap(([, schema]) => headerNames(schema))
  const own = [idempotencyHeader, accountHeader, requestId?.header, ...headers.map(([name]) => name)].filter(
    (name) => name !== undefined,
  )
  const kept = new Set(
    [...usual, ...documented.filter((name) => !carriesSecret(name)), ...own].map((name) => name.toLowerCase()),
  )
  return (fields, { text, leaf }, places, voice) =>
    fields.map(([name, value]) => {
      if (isCredential(name)) return [name, keyMark] as const
      if (!kept.has(name) && isHarmlessField(name, value)) return [name, value] as const
      return kept.has(name)
        ? ([name, leaf(value, places.header(name), voice)] as const)
        : ([/\d{4}/.test(name) ? '[header]' : text(name), '[redacted]'] as const)
    })
}

function isCredential(name: string): boolean {
  return name === 'authorization' || name === 'proxy-authorization'
}

function carriesSecret(name: string): boolean {
  return /authorization|cookie|signature|secret|token|api-?key/i.test(name)
}

/** Names of header fields that a schema of exchanges speaks of. */
function headerNames(schema: Schema): readonly string[] {
  return objectsIn(schema)
    .map(({ properties }) => (isObject(properties) ? properties['headers'] : undefined))
    .filter(isObject)
    .flatMap(({ properties, required }) => [...Object.keys(properties ?? {}), ...[required].flat()])
    .filter((name) => typeof name === 'string')
}
