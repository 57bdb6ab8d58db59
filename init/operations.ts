import { isObject } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Document } from './document.ts'
import { createUniqueNames, kebabOf } from './names.ts'

/** One operation as the document has it, with what it refers to at hand. */
export interface Described {
  readonly id: string
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
  readonly answers: Readonly<
    Record<string, { readonly schema?: Json; readonly json: boolean; readonly empty: boolean }>
  >
  /** Names of the security schemes that it asks for; empty where it asks for none. */
  readonly security: readonly string[]
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** The operations of a document in its order. What cannot be called is noted and left out. */
export function operationsIn(document: Document): readonly Described[] {
  const unique = createUniqueNames()
  const { root } = document
  return Object.entries(root['paths'] as JsonObject).flatMap(([path, item]) => {
    const known = document.follow(item)
    if (!isObject(known)) return []
    const shared = (known['parameters'] ?? []) as readonly Json[]
    return methods.flatMap((method) => {
      const operation = known[method]
      return (isObject(operation) ? describe(document, unique, { path, method, operation, shared }) : undefined) ?? []
    })
  })
}

interface Found {
  readonly path: string
  readonly method: string
  readonly operation: JsonObject
  readonly shared: readonly Json[]
}

function describe(
  document: Document,
  unique: (name: string) => string,
  { path, method, operation, shared }: Found,
): Described | undefined {
  const given = operation['operationId']
  const id = unique(camelOf(typeof given === 'string' && given !== '' ? given : `${method} ${path}`))
  if (typeof given !== 'string')
    document.note(`${method.toUpperCase()} ${path} has no operationId and is called ${id}.`)
  const [tag] = (Array.isArray(operation['tags']) ? operation['tags'] : []) as readonly Json[]
  const body = bodyOf(document, id, operation['requestBody'])
  if (body === 'not understood') return undefined
  return {
    id,
    method,
    path,
    section:
      typeof tag === 'string'
        ? tag
        : (path.split('/').find((part) => /^[A-Za-z]/.test(part) && !/^v\d+$/.test(part)) ?? 'API'),
    summary: typeof operation['summary'] === 'string' ? operation['summary'] : `${method.toUpperCase()} ${path}`,
    parameters: parametersOf(document, id, path, [...shared, ...((operation['parameters'] ?? []) as readonly Json[])]),
    ...(body === undefined ? {} : { body }),
    answers: answersOf(document, operation['responses']),
    security: securityOf(operation['security'] ?? document.root['security']),
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
    document.note(`${id}: the path parameter ${name} is not described; any text is sent.`)
    byPlace.set(`path ${name}`, { name, in: 'path', required: true, schema: { type: 'string' } })
  }
  return [...byPlace.values()].filter((parameter) => {
    const { name, in: place, required } = parameter
    if (place === 'path' || place === 'query') return true
    if (required === true) document.note(`${id}: the required ${String(place)} parameter ${String(name)} is not sent.`)
    return false
  })
}

function bodyOf(document: Document, id: string, given: Json | undefined): Described['body'] | 'not understood' {
  const body = document.follow(given)
  const content = isObject(body) && isObject(body['content']) ? body['content'] : undefined
  if (!isObject(body) || content === undefined) return undefined
  const types = Object.keys(content)
  const mediaType = types.find(isJson) ?? types.find((type) => type.includes('x-www-form-urlencoded'))
  if (mediaType === undefined) {
    document.note(`${id} is left out: a body of ${types.join(' or ')} is not understood.`)
    return 'not understood'
  }
  const media = (document.follow(content[mediaType]) ?? {}) as JsonObject
  const example = exampleIn(document, media)
  return {
    required: body['required'] === true,
    mediaType,
    schema: media['schema'] ?? {},
    ...(example === undefined ? {} : { example }),
  }
}

function exampleIn(document: Document, media: JsonObject): Json | undefined {
  if (media['example'] !== undefined) return media['example']
  const [first] = isObject(media['examples']) ? Object.values(media['examples']) : []
  const example = document.follow(first)
  return isObject(example) ? example['value'] : undefined
}

function answersOf(document: Document, given: Json | undefined): Described['answers'] {
  if (!isObject(given)) return {}
  return Object.fromEntries(
    Object.entries(given).map(([status, one]) => {
      const answer = document.follow(one)
      const content = isObject(answer) && isObject(answer['content']) ? answer['content'] : {}
      const types = Object.keys(content)
      const json = types.find(isJson)
      const schema =
        json === undefined ? undefined : (document.follow(content[json]) as JsonObject | undefined)?.['schema']
      const only = json !== undefined && types.every(isJson)
      return [
        /^\dxx$/i.test(status) ? status.toUpperCase() : status,
        { ...(schema === undefined ? {} : { schema }), json: only, empty: types.length === 0 },
      ]
    }),
  )
}

const isJson = (type: string): boolean => /[/+]json\b/.test(type)

/** The first alternative; an empty one allows to go without. */
function securityOf(given: Json | undefined): readonly string[] {
  if (!Array.isArray(given) || given.length === 0) return []
  const alternatives = (given as readonly Json[]).filter(isObject).map((one) => Object.keys(one))
  return alternatives.some((one) => one.length === 0) ? [] : (alternatives[0] ?? [])
}

/** The part of a clause id that stands for a section. */
export const sectionOf = ({ section }: Described): string => kebabOf(section)
