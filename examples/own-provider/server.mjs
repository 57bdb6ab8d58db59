import { createServer } from 'node:http'

// Does what acme.yaml describes. A payment can be refunded twice, of which the description says nothing.
const payments = new Map()
const onlyOnce = process.argv.includes('--refunds-once')

const server = createServer(async (request, response) => {
  let text = ''
  for await (const chunk of request) text += chunk
  const [status, body] = answer(request, text)
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})

function answer({ method, url, headers }, text) {
  const [, , id, action] = url.split('/')
  if (headers.authorization !== 'Bearer test-key') return [401, { message: 'The key is not known.' }]
  if (id === undefined && method === 'POST') return create(text)
  const payment = payments.get(id)
  if (payment === undefined) return [404, { message: 'There is no such payment.' }]
  if (action !== 'refund') return [200, payment]
  if (onlyOnce && payment.status === 'refunded') return [409, { message: 'The payment is refunded already.' }]
  payment.status = 'refunded'
  return [200, payment]
}

function create(text) {
  const { amount, currency } = parsed(text)
  const isAmount = Number.isInteger(amount) && amount >= 1 && amount <= 1_000_000
  if (!isAmount || !['EUR', 'USD'].includes(currency)) return [400, { message: 'The payment is not as described.' }]
  const id = `pay_${payments.size + 1}`
  payments.set(id, { id, amount, currency, status: 'paid', created_at: new Date().toISOString() })
  return [201, payments.get(id)]
}

function parsed(text) {
  try {
    return JSON.parse(text) ?? {}
  } catch {
    return {}
  }
}

server.listen(process.env.PORT ?? 8080, '127.0.0.1', () => console.log(`http://localhost:${server.address().port}`))
