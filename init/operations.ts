import { isObject } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Document } from './document.ts'
import { kebabOf } from './names.ts'

/** One operation as the document has it, with what it refers to at hand. */
export interface Described {
  readonly id: string
  /** The id as a part of clause ids and file names, which no other operation has. */
  readonly slug: string
  readonly method: string
  readonly path: string
  readonly section: string
  readonly summary: string
  readonly parameters: readonly JsonObject[]
  readonly body?: {
    readonly required: boolean
    readonly mediaType: string
    readonly schema: Json
    readonly example?: Json
  }
  readonly answers: Readonly<Record<string, Answer>>
  /** Names of the security schemes that it asks for; empty where it asks for none. */
  readonly security: readonly string[]
  /** The header under whose value the request can be repeated. */
  readonly key?: { readonly header: string; readonly longest: number; readonly form?: 'uuid' }
}

interface Answer {
  /** Schema of a JSON body. */
  readonly schema?: Json
  /** JSON is the only body that is documented. */
  readonly json: boolean
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** The operations of a document in its order. What cannot be called is noted and left out. */
export function operationsIn(document: Document): readonly Described[] {
  const uniqueId = createUniqueIds()
  return Object.entries(document.root['paths'] as JsonObject).flatMap(([path, item]) => {
    const known = document.follow(item)
    if (!/^\/[^?#]*$/.test(path) || !isObject(known)) {
      if (!path.startsWith('x-'))
        document.note(
          'paths without a slash at the beginning, with a query or a fragment, or without operations are left out',
          path,
        )
      return []
    }
    for (const method of ['head', 'options', 'trace'])
      if (isObject(known[method])) document.note('operations of the methods HEAD, OPTIONS and TRACE are left out', path)
    const shared = listIn(known['parameters'])
    return methods.flatMap((method) => {
      const operation = known[method]
      return (isObject(operation) ? describe(document, uniqueId, { path, method, operation, shared }) : undefined) ?? []
    })
  })
}

const listIn = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [])

/** Ids that differ in more than capitals, so that what is named by them differs, too. */
function createUniqueIds(): (id: string) => string {
  const given = new Set<string>()
  return (wanted) => {
    let id = wanted
    for (let number = 2; given.has(id.toLowerCase()); number += 1) id = `${wanted}${number}`
    given.add(id.toLowerCase())
    return id
  }
}

interface Found {
  readonly path: string
  readonly method: string
  readonly operation: JsonObject
  readonly shared: readonly Json[]
}

function describe(
  document: Document,
  uniqueId: (id: string) => string,
  { path, method, operation, shared }: Found,
): Described | undefined {
  const given = operation['operationId']
  const isGiven = typeof given === 'string' && given !== ''
  const id = uniqueId(camelOf(isGiven ? given : `${method} ${path}`))
  const [tag] = listIn(operation['tags'])
  const described = [...shared, ...listIn(operation['parameters'])]
  const key = keyIn(document, described)
  const body = bodyOf(document, id, operation['requestBody'])
  if (body === 'not understood') return undefined
  if (!isGiven) document.note('operations without an operationId are called by method and path', id)
  return {
    id,
    slug: kebabOf(id),
    method,
    path,
    section:
      typeof tag === 'string'
        ? tag
        : (path.split('/').find((part) => /^[A-Za-z]/.test(part) && !/^v\d+$/.test(part)) ?? 'API'),
    summary: typeof operation['summary'] === 'string' ? operation['summary'] : `${method.toUpperCase()} ${path}`,
    parameters: parametersOf(document, id, path, described),
    ...(body === undefined ? {} : { body }),
    answers: answersOf(document, operation['responses']),
    security: securityOf(operation['security'] ?? document.root['security']),
    ...(key === undefined ? {} : { key }),
  }
}

/** An id as our contracts have them: letters and digits, beginning with a letter. */
function camelOf(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  const camel = words.map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1))).join('')
  return /^[A-Za-z]/.test(camel) ? camel : `operation${camel}`
}

function parametersOf(document: Document, id: string, path: string, given: readonly Json[]): readonly JsonObject[] {
  const byPlace = new Map<string, JsonObject>()
  for (const one of given) {
    const parameter = document.follow(one)
    if (isObject(parameter)) byPlace.set(`${String(parameter['in'])} ${String(parameter['name'])}`, parameter)
  }
  for (const [, name = ''] of path.matchAll(/\{([^}]+)\}/g)) {
    if (byPlace.has(`path ${name}`)) continue
    document.note('path parameters that are not described are any text', `${name} of ${id}`)
    byPlace.set(`path ${name}`, { name, in: 'path', required: true, schema: { type: 'string' } })
  }
  return [...byPlace.values()].filter((parameter) => {
    const { in: place, required, schema } = parameter
    if (place === 'path' || (place === 'query' && schema !== undefined)) return true
    if (isKey(parameter)) return false
    if (required === true) document.note(`the required ${placeOf(parameter)} is sent by no request; ${remedy}`, id)
    return false
  })
}

/** A header by whose name requests are known to be repeated. */
const isKey = ({ in: place, name }: JsonObject): boolean =>
  place === 'header' && /^(x-)?idempotency(-?key)?$/i.test(String(name))

function keyIn(document: Document, given: readonly Json[]): Described['key'] {
  const header = given.map((one) => document.follow(one)).find((one) => isObject(one) && isKey(one))
  if (!isObject(header)) return undefined
  const found = document.follow(header['schema'])
  const { maxLength, format } = isObject(found) ? found : ({} as JsonObject)
  return {
    header: String(header['name']),
    longest: Math.max(usualKey, typeof maxLength === 'number' ? Math.min(maxLength, longestKey) : usualKey),
    ...(format === 'uuid' ? { form: 'uuid' } : {}),
  }
}

/** That of a UUID; and that of the longest one which is tried. */
const usualKey = 36
const longestKey = 255

const remedy = 'give it in headers of provider.ts if it is a header. It is required by'
const placeOf = ({ name, in: place }: JsonObject): string => `${String(place)} parameter ${String(name)}`

function bodyOf(document: Document, id: string, given: Json | undefined): Described['body'] | 'not understood' {
  const body = document.follow(given)
  const content = isObject(body) && isObject(body['content']) ? body['content'] : undefined
  if (!isObject(body) || content === undefined) return undefined
  const types = Object.keys(content)
  const sent = types.find(isJson) ?? types.find((type) => type.includes('x-www-form-urlencoded')) ?? types.find(isAny)
  const mediaType = sent !== undefined && isAny(sent) ? 'application/json' : sent
  if (mediaType === undefined) {
    document.note('operations with a body that is neither JSON nor a form are left out', `${id} (${types.join(', ')})`)
    return 'not understood'
  }
  const found = document.follow(content[sent ?? mediaType])
  const media = isObject(found) ? found : {}
  const example = exampleIn(document, media)
  return {
    required: body['required'] === true,
    mediaType,
    schema: media['schema'] ?? {},
    ...(example === undefined ? {} : { example }),
  }
}

/** The example of a body or a parameter. */
export function exampleIn(document: Document, media: JsonObject): Json | undefined {
  if (media['example'] !== undefined) return media['example']
  const [first] = isObject(media['examples']) ? Object.values(media['examples']) : []
  const example = document.follow(first)
  return isObject(example) ? example['value'] : undefined
}

function answersOf(document: Document, given: Json | undefined): Described['answers'] {
  if (!isObject(given)) return {}
  return Object.fromEntries(
    Object.entries(given)
      .filter(([status]) => /^([1-5](\d\d|xx)|default)$/i.test(status))
      .map(([status, one]) => {
        const answer = document.follow(one)
        const content = isObject(answer) && isObject(answer['content']) ? answer['content'] : {}
        const types = Object.keys(content)
        const type = types.find(isJson)
        const media = type === undefined ? undefined : document.follow(content[type])
        const schema = isObject(media) ? media['schema'] : undefined
        return [
          /^\dxx$/i.test(status) ? status.toUpperCase() : status.toLowerCase(),
          { ...(schema === undefined ? {} : { schema }), json: type !== undefined && types.every(isJson) },
        ]
      }),
  )
}

const isJson = (type: string): boolean => /[/+]json\b/.test(type)

/** A range of types that JSON is in. */
const isAny = (type: string): boolean => /^(\*|application)\/\*/.test(type)

/** The first alternative; an empty one allows to go without. */
function securityOf(given: Json | undefined): readonly string[] {
  if (!Array.isArray(given) || given.length === 0) return []
  const alternatives = (given as readonly Json[]).filter(isObject).map((one) => Object.keys(one))
  return alternatives.some((one) => one.length === 0) ? [] : (alternatives[0] ?? [])
}

/** What the ids of clauses about an operation begin with. */
export const baseOf = (provider: string, { section, slug }: Described): string =>
  `${provider}.${kebabOf(section)}.${slug}`
