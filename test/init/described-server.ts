import { Ajv2020 } from 'ajv/dist/2020.js'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isObject } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'

/** Ways to depart from a description. */
export type Departure =
  | 'accepts any body'
  | 'accepts any key'
  | 'accepts any query'
  | 'answers for unknown ids'
  | 'answers in plain text'
  | 'answers with the whole list'
  | 'answers with 202'
  | 'forgets what was created'
  | 'forgets what was updated'
  | 'keeps what was deleted'
  | 'leaves a property out'

/** A collection of objects and what is written for it by hand, from its description. */
export interface Collection {
  readonly path: string
  /** Properties of answers that hold one object, and a page of them. */
  readonly one: string
  readonly many: string
  readonly statuses: { readonly created: number; readonly updated: number; readonly deleted: number }
  /** Schemas of the bodies that create and update. */
  readonly bodies: { readonly POST: JsonObject; readonly PUT: JsonObject }
  /** Query parameters by name, and what they have to look like. */
  readonly query: Readonly<Record<string, RegExp>>
  /** Answers at other paths. */
  readonly others: Readonly<Record<string, Json>>
  /** The object that a body makes, with its number. */
  make(body: JsonObject, number: number): JsonObject
  readonly id: string
  /** A property that every answer has to have. */
  readonly needed: string
  readonly error: JsonObject
  /** What stands beside a page. */
  readonly beside?: JsonObject
}

export interface Served {
  readonly origin: string
  close(): Promise<void>
}

type Answer = readonly [status: number, body?: Json]

/** A server that does what is described, but for one departure. */
export async function serveCollection(collection: Collection, departure?: Departure): Promise<Served> {
  const { path, one, many, statuses, needed } = collection
  const ajv = new Ajv2020({ strict: false })
  const isBody = { POST: ajv.compile(collection.bodies.POST), PUT: ajv.compile(collection.bodies.PUT) }
  const objects = new Map<string, JsonObject>()
  let made = 0

  const refuse = (status: number): Answer => [status, collection.error]
  const shown = (object: JsonObject): JsonObject =>
    departure === 'leaves a property out'
      ? Object.fromEntries(Object.entries(object).filter(([name]) => name !== needed))
      : object
  const isSent = (method: 'POST' | 'PUT', sent: Json | undefined): sent is JsonObject =>
    isObject(sent) && (departure === 'accepts any body' || isBody[method](sent))

  function create(sent: Json | undefined): Answer {
    if (!isSent('POST', sent)) return refuse(400)
    const object = collection.make(sent, (made += 1))
    if (departure !== 'forgets what was created') objects.set(String(object[collection.id]), object)
    return [departure === 'answers with 202' ? 202 : statuses.created, { [one]: shown(object) }]
  }

  function update(id: string, object: JsonObject, sent: JsonObject): Answer {
    const inner = isObject(sent[one]) ? sent[one] : sent
    const updated = { ...object, ...inner, [collection.id]: object[collection.id] as Json }
    if (departure !== 'forgets what was updated') objects.set(id, updated)
    return [statuses.updated, { [one]: shown(updated) }]
  }

  /** A page of a list, however its size is asked for. */
  function pageOf(all: readonly JsonObject[], query: URLSearchParams): readonly JsonObject[] {
    const size = Number(query.get('limit') ?? query.get('per_page') ?? 0)
    if (size < 1 || departure === 'answers with the whole list') return all
    const start = size * (Number(query.get('page') ?? 1) - 1)
    return all.slice(start, start + size)
  }

  function answer({ method = '', url = '', headers }: IncomingMessage, sent: Json | undefined): Answer {
    const { pathname, searchParams } = new URL(url, 'http://server')
    const key = headers.authorization ?? ''
    if (departure !== 'accepts any key' && (!key.startsWith('Bearer ') || key.includes('unknown'))) return refuse(401)
    const isQuery = [...searchParams].every(([name, value]) => collection.query[name]?.test(value) !== false)
    if (!isQuery && departure !== 'accepts any query') return refuse(400)
    const other = collection.others[pathname]
    if (other !== undefined) return [200, other]
    if (pathname === path && method === 'POST') return create(sent)
    if (pathname === path && method === 'GET')
      return [200, { [many]: pageOf([...objects.values()], searchParams).map(shown), ...collection.beside }]
    const id = decodeURIComponent(pathname.slice(path.length + 1))
    const object = objects.get(id) ?? (departure === 'answers for unknown ids' ? collection.make({}, 0) : undefined)
    if (object === undefined) return refuse(404)
    if (method === 'GET') return [200, { [one]: shown(object) }]
    if (method === 'PUT') return isSent('PUT', sent) ? update(id, object, sent) : refuse(400)
    if (departure !== 'keeps what was deleted') objects.delete(id)
    return statuses.deleted === 204 ? [204] : [statuses.deleted, {}]
  }

  const server = createServer(async (request, response) => {
    const [status, body] = answer(request, await jsonOf(request))
    const type = departure === 'answers in plain text' && status < 300 ? 'text/plain' : 'application/json'
    response.writeHead(status, body === undefined ? {} : { 'content-type': type })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function jsonOf(request: IncomingMessage): Promise<Json | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Json
  } catch {
    return undefined
  }
}
