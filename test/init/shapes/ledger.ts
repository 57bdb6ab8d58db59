import { randomBytes } from 'node:crypto'
import { isWhole, objectOf, served } from '../served.ts'
import type { Answer, Asked, Served } from '../served.ts'

export type Departure =
  | 'answers faulty pages'
  | 'ignores the kind'
  | 'opens no account today'
  | 'opens twice'
  | 'replaces by PATCH'
  | 'shows no total'
  | 'takes any owner'

interface Account {
  readonly id: string
  readonly kind: string
  readonly label?: string | null
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A server that does what `ledger.yaml` says, but for one departure. */
export function serveLedger(departure?: Departure): Promise<Served> {
  const accounts = new Map<string, Account>()
  const opened = new Map<string, Answer>()
  const refuse = (status: number): Answer => [status, { title: 'refused', status }, 'application/problem+json']

  function isOwner(owner: unknown): boolean {
    if (departure === 'takes any owner') return true
    const { type, name, registration } = Object(owner) as Readonly<Record<string, unknown>>
    if (type === 'person') return typeof name === 'string' && name !== ''
    return type === 'company' && /^[A-Z]{2}[0-9]{6}$/.test(String(registration))
  }

  const isLabel = (label: unknown): boolean =>
    label === undefined || label === null || (typeof label === 'string' && [...label].length <= 64)
  const isLimit = (limit: unknown): boolean =>
    limit === undefined || (Number.isInteger(limit) && Number(limit) >= 1 && Number(limit) <= 5000)

  function open({ headers, text }: Asked): Answer {
    const key = String(headers['idempotency-key'] ?? '')
    if (departure === 'opens no account today') return refuse(402)
    const before = opened.get(key)
    if (before !== undefined && departure !== 'opens twice') return before
    const body = objectOf(text)
    if (!uuid.test(key) || body === undefined) return refuse(400)
    const { kind, label, limit, owner } = body
    if (!['current', 'savings'].includes(String(kind)) || !isLabel(label) || !isLimit(limit) || !isOwner(owner))
      return refuse(422)
    const id = `acc_${randomBytes(6).toString('hex')}`
    const account = { ...body, id, closed: false, opened_at: new Date().toISOString() }
    accounts.set(id, account as unknown as Account)
    const answer: Answer = [201, { data: account }]
    opened.set(key, answer)
    return answer
  }

  function list(query: URLSearchParams): Answer {
    const [page, size, kind] = [query.get('page'), query.get('per_page'), query.get('kind')]
    const isAsked = isWhole(page, 1) && isWhole(size, 1, 50) && [null, 'current', 'savings'].includes(kind)
    if (!isAsked && departure !== 'answers faulty pages') return refuse(400)
    const found = [...accounts.values()].filter(
      (one) => kind === null || departure === 'ignores the kind' || one.kind === kind,
    )
    const start = (Number(page ?? 1) - 1) * Number(size ?? 20)
    const meta = departure === 'shows no total' ? {} : { total: found.length }
    return [200, { data: found.slice(start, start + Number(size ?? 20)), meta }]
  }

  function change(found: Account, text: string): Answer {
    const body = objectOf(text)
    if (body === undefined || Object.keys(body).length === 0 || !isLabel(body['label']) || !isLimit(body['limit']))
      return refuse(422)
    const { label: _, ...rest } = found
    const changed = { ...(departure === 'replaces by PATCH' ? rest : found), ...body } as Account
    accounts.set(found.id, changed)
    return [200, { data: changed }]
  }

  return served((asked) => {
    const { method, url, text } = asked
    if (url.searchParams.get('api_key') !== 'made-up') return refuse(401)
    if (url.pathname === '/api/accounts') return method === 'POST' ? open(asked) : list(url.searchParams)
    const [, id = '', rest] = /^\/api\/accounts\/([^/]+)(?:\/(.*))?$/.exec(url.pathname) ?? []
    const found = accounts.get(id)
    if (found === undefined) return refuse(404)
    if (rest === 'statement') return [200, '%PDF-1.7', 'application/pdf']
    if (rest === 'closure') return [202]
    return method === 'PATCH' ? change(found, text) : [200, { data: found }]
  })
}
