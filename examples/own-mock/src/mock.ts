import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

// The team's own mock of ACINQ's Strike: what its tests need, and no more.

interface Charge {
  readonly id: string
  readonly owner: string
  readonly [property: string]: unknown
}

const invoice =
  'lntb420u1pd8ytqqpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpuaztrnwngzn3kdzw5hydlzf03qdgm2hdq27cqv3agm2awhz5se903vruatfhq77w3ls4evs3ch9zw97j25emudupq63nyw24cg27h2rspfj9srp'

export async function startMock(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const charges: Charge[] = []
  const server = createServer((request, response) => void answer(charges, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

async function answer(charges: Charge[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mock')
  const say = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const refuse = (status: number, message: string): void => say(status, { code: status, message })

  const owner = keyOf(request)
  if (owner === undefined) return refuse(401, 'Unknown key')
  const own = charges.filter((charge) => charge.owner === owner)
  if (pathname === '/api/v1/charges' && request.method === 'POST') {
    const fields = await fieldsOf(request)
    if (fields === undefined) return refuse(400, 'The body cannot be read')
    const amount = Number(fields['amount'])
    if (!Number.isInteger(amount) || amount < 1 || amount > 4_294_967)
      return refuse(400, 'amount is not a number of satoshi')
    if (fields['currency'] !== 'btc') return refuse(400, 'currency is not btc')
    if (characters(fields['description']) > 256) return refuse(400, 'description is too long')
    if (characters(fields['customer_id']) > 64) return refuse(400, 'customer_id is too long')
    const charge = newCharge(owner, amount, fields)
    charges.unshift(charge)
    return say(200, shown(charge))
  }
  if (pathname === '/api/v1/charges' && request.method === 'GET') {
    const [page, size] = [Number(searchParams.get('page') ?? 0), Number(searchParams.get('size') ?? 30)]
    return say(200, own.slice(page * size, (page + 1) * size).map(shown))
  }
  const [, id] = /^\/api\/v1\/charges\/([^/]+)$/.exec(pathname) ?? []
  const found = own.find((charge) => charge.id === id)
  return found === undefined ? refuse(404, 'Not found') : say(200, shown(found))
}

function newCharge(owner: string, amount: number, fields: Fields): Charge {
  const now = Date.now()
  return {
    id: `ch_${randomBytes(20).toString('hex').slice(0, 37)}`,
    owner,
    object: 'charge',
    amount,
    currency: 'btc',
    amount_satoshi: amount,
    payment_hash: randomBytes(32).toString('hex'),
    payment_request: invoice,
    description: String(fields['description'] ?? ''),
    customer_id: String(fields['customer_id'] ?? ''),
    paid: false,
    created: now,
    updated: now,
  }
}

const shown = ({ owner: _owner, ...charge }: Charge): object => charge

function keyOf({ headers: { authorization = '' } }: IncomingMessage): string | undefined {
  const [, encoded = ''] = /^Basic (.+)$/i.exec(authorization) ?? []
  const [key = ''] = Buffer.from(encoded, 'base64').toString().split(':')
  return key.startsWith('sk_') && !key.includes('invalid') ? key : undefined
}

type Fields = Readonly<Record<string, unknown>>

async function fieldsOf(request: IncomingMessage): Promise<Fields | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString('utf8')
  if (request.headers['content-type']?.toLowerCase().includes('json') !== true)
    return Object.fromEntries(new URLSearchParams(body))
  try {
    return Object(JSON.parse(body)) as Fields
  } catch {
    return undefined
  }
}

const characters = (text: unknown): number => [...String(text ?? '')].length
