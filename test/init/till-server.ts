import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Departures of the server from `fixtures/till.yaml`. */
export const lies = [
  'accepts-no-key',
  'accepts-any-amount',
  'accepts-any-limit',
  'accepts-no-objects',
  'answers-unknown-ids',
  'answers-html',
  'changes-others',
  'clears-the-rest',
  'creates-twice',
  'forgets',
  'forgets-notes',
  'has-no-list',
  'ignores-limit',
  'ignores-reference',
  'ignores-status',
  'keeps-deleted',
  'lists-deleted',
  'lists-few',
  'mangles-text',
  'takes-any-key-for-one',
  'says-202',
  'says-times-in-seconds',
  'says-418',
  'shows-no-status',
] as const

export type Lie = (typeof lies)[number]

interface Served {
  readonly origin: string
  close(): Promise<void>
}

/** The key that the server knows. */
export const tillKey = 'test-key'

interface Payment {
  readonly id: string
  readonly status?: string
  readonly reference?: string | null
  readonly note?: string
}

type Answer = readonly [status: number, body?: unknown]

/** A server that does what its description says, but for one lie. */
export async function serveTill(lie?: Lie): Promise<Served> {
  const payments = new Map<string, Payment>()
  const deleted: Payment[] = []
  const repeated = new Map<string, Answer>()
  const refuse = (status: number): Answer => [status, { message: 'refused' }]

  function create(wanted: Wanted | undefined): Answer {
    if (wanted === undefined || !isWanted(wanted, lie)) return refuse(lie === 'says-418' ? 418 : 400)
    const made = {
      ...wanted,
      ...(lie === 'mangles-text' && wanted.reference !== undefined && wanted.reference !== null
        ? { reference: String(wanted.reference).replaceAll(/[^ -~]/gu, '?') }
        : {}),
      id: randomUUID(),
      ...(lie === 'shows-no-status' ? {} : { status: 'open' }),
      created_at: lie === 'says-times-in-seconds' ? '1700000000' : new Date().toISOString(),
    } as Payment
    if (lie !== 'forgets') payments.set(made.id, made)
    return [lie === 'says-202' ? 202 : 201, made]
  }

  function createOnce(key: string | undefined, wanted: Wanted | undefined): Answer {
    if (key !== undefined && key.length > 64) return refuse(400)
    if (key === undefined || lie === 'creates-twice') return create(wanted)
    const name = lie === 'takes-any-key-for-one' ? key.slice(0, 4) : key
    const first = repeated.get(name) ?? create(wanted)
    if (first[0] < 300) repeated.set(name, first)
    return first
  }

  function list(query: URLSearchParams): Answer {
    const [limit, offset, status, reference] = ['limit', 'offset', 'status', 'reference'].map((name) => query.get(name))
    const isNumber = (text: string | null | undefined, least: number, most: number): boolean =>
      text === null || text === undefined || (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most)
    const isAsked =
      isNumber(limit, 1, 100) && isNumber(offset, 0, Infinity) && ['open', 'paid', null].includes(status ?? null)
    if (lie !== 'accepts-any-limit' && !isAsked) return refuse(400)
    const found = [...payments.values(), ...(lie === 'lists-deleted' ? deleted : [])].filter(
      (one, index) =>
        (status === null || lie === 'ignores-status' || one.status === status) &&
        (reference === null || lie === 'ignores-reference' || one.reference === reference) &&
        (lie !== 'lists-few' || index < 1),
    )
    const start = Number(offset ?? 0)
    return [
      200,
      { data: found.slice(start, limit === null || lie === 'ignores-limit' ? undefined : start + Number(limit)) },
    ]
  }

  function update(found: Payment, sent: Wanted | undefined): Answer {
    if (sent === undefined || !isChange(sent)) return refuse(400)
    const { note: _, reference: __, ...rest } = found
    const updated = { ...(lie === 'clears-the-rest' ? rest : found), ...sent }
    if (lie !== 'forgets-notes') payments.set(found.id, updated as Payment)
    const other = [...payments.keys()].findLast((id) => id !== found.id)
    if (lie === 'changes-others' && other !== undefined)
      payments.set(other, { ...(payments.get(other) as Payment), ...sent } as Payment)
    return [200, updated]
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://till')
    const { method, headers } = request
    if (lie !== 'accepts-no-key' && headers['x-api-key'] !== tillKey) return refuse(401)
    if (pathname === '/receipts' && method === 'POST') return [201]
    if (pathname === '/payments' && method === 'POST')
      return createOnce(headers['idempotency-key'] as string | undefined, await bodyOf(request, lie))
    if (pathname === '/payments' && method === 'GET' && lie !== 'has-no-list') return list(searchParams)
    const id = /^\/payments\/([^/]+)$/.exec(pathname)?.[1] ?? ''
    const found = payments.get(id) ?? (lie === 'answers-unknown-ids' ? { ...example, id } : undefined)
    if (found === undefined) return refuse(404)
    if (method === 'GET') return [200, found]
    if (method === 'PATCH') return update(found, await bodyOf(request, lie))
    if (method !== 'DELETE') return refuse(405)
    if (lie !== 'keeps-deleted') payments.delete(id)
    deleted.push(found)
    return [204]
  }

  const server = createServer(async (request, response) => {
    const [status, body] = await answer(request)
    const html = lie === 'answers-html' && status < 300
    response.writeHead(status, body === undefined ? {} : { 'content-type': html ? 'text/html' : 'application/json' })
    response.end(body === undefined ? undefined : html ? '<p>ok</p>' : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const example = { amount: 1, currency: 'EUR', status: 'open', created_at: '2026-01-01T00:00:00Z' }

interface Wanted {
  readonly amount?: unknown
  readonly currency?: unknown
  readonly reference?: unknown
  readonly note?: unknown
}

function isWanted({ amount, currency, reference = null }: Wanted, lie?: Lie): boolean {
  const isAmount = Number.isInteger(amount) && Number(amount) >= 1 && Number(amount) <= 1_000_000
  return (
    (isAmount || (lie === 'accepts-any-amount' && typeof amount === 'number')) &&
    (currency === 'EUR' || currency === 'USD') &&
    (reference === null || (typeof reference === 'string' && [...reference].length <= 40))
  )
}

function isChange({ note = '', reference = '' }: Wanted): boolean {
  const isText = (text: unknown, most: number): boolean => typeof text === 'string' && [...text].length <= most
  return isText(note, 200) && isText(reference, 40)
}

async function bodyOf(request: IncomingMessage, lie?: Lie): Promise<Wanted | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    const isOther = typeof body !== 'object' || body === null || Array.isArray(body)
    return isOther && lie !== 'accepts-no-objects' ? undefined : (Object(body) as Wanted)
  } catch {
    return undefined
  }
}
