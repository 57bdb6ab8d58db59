import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Departures of the server from `fixtures/till.yaml`. */
export const lies = [
  'accepts-no-key',
  'accepts-any-amount',
  'accepts-any-limit',
  'answers-unknown-ids',
  'answers-html',
  'forgets',
  'has-no-list',
  'keeps-deleted',
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

/** A server that does what its description says, but for one lie. */
export async function serveTill(lie?: Lie): Promise<Served> {
  const payments = new Map<string, object>()
  const server = createServer(async (request, response) => {
    const say = (status: number, body?: unknown): void => {
      const html = lie === 'answers-html' && status < 300
      response.writeHead(status, body === undefined ? {} : { 'content-type': html ? 'text/html' : 'application/json' })
      response.end(body === undefined ? undefined : html ? '<p>ok</p>' : JSON.stringify(body))
    }
    const refuse = (status: number): void => say(status, { message: 'refused' })
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://till')
    const key = request.headers['x-api-key']
    if (lie !== 'accepts-no-key' && key !== tillKey) return refuse(401)
    if (pathname === '/receipts' && request.method === 'POST') return say(201)
    if (pathname === '/payments' && request.method === 'POST') {
      const wanted = await bodyOf(request)
      if (wanted === undefined || !isWanted(wanted, lie)) return refuse(lie === 'says-418' ? 418 : 400)
      const made = {
        ...wanted,
        id: randomUUID(),
        ...(lie === 'shows-no-status' ? {} : { status: 'open' }),
        created_at: lie === 'says-times-in-seconds' ? '1700000000' : new Date().toISOString(),
      }
      if (lie !== 'forgets') payments.set(made.id, made)
      return say(lie === 'says-202' ? 202 : 201, made)
    }
    if (pathname === '/payments' && request.method === 'GET' && lie !== 'has-no-list') {
      const limit = searchParams.get('limit')
      const status = searchParams.get('status')
      const isLimit = limit === null || (/^\d+$/.test(limit) && Number(limit) >= 1 && Number(limit) <= 100)
      if (lie !== 'accepts-any-limit' && (!isLimit || !['open', 'paid', null].includes(status))) return refuse(400)
      return say(200, { data: [...payments.values()] })
    }
    const id = /^\/payments\/([^/]+)$/.exec(pathname)?.[1] ?? ''
    const found = payments.get(id) ?? (lie === 'answers-unknown-ids' ? { ...example, id } : undefined)
    if (found === undefined) return refuse(404)
    if (request.method === 'GET') return say(200, found)
    if (lie !== 'keeps-deleted') payments.delete(id)
    say(204)
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
}

function isWanted({ amount, currency, reference = null }: Wanted, lie?: Lie): boolean {
  const isAmount = Number.isInteger(amount) && Number(amount) >= 1 && Number(amount) <= 1_000_000
  return (
    (isAmount || (lie === 'accepts-any-amount' && typeof amount === 'number')) &&
    (currency === 'EUR' || currency === 'USD') &&
    (reference === null || (typeof reference === 'string' && [...reference].length <= 40))
  )
}

async function bodyOf(request: IncomingMessage): Promise<Wanted | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  try {
    return Object(JSON.parse(Buffer.concat(chunks).toString('utf8'))) as Wanted
  } catch {
    return undefined
  }
}
