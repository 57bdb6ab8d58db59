import { isWhole, served } from '../served.ts'
import type { Answer, Asked, Served } from '../served.ts'

export type Departure =
  | 'answers whole lists'
  | 'cuts memos off'
  | 'forgets the session'
  | 'knows every entry'
  | 'lists nothing'
  | 'takes any cents'

interface Entry {
  readonly entryNo: number
  readonly settled?: boolean
}

/** A server that does what `wallet.yaml` says, but for one departure. What is cancelled is still shown, as cancelled. */
export function serveWallet(departure?: Departure): Promise<Served> {
  const wallets = new Map<string, Map<string, Entry>>()
  let made = 0
  const refuse = (status: number): Answer => [status, { errors: ['refused'] }]

  function book(entries: Map<string, Entry>, text: string): Answer {
    const form = new URLSearchParams(text)
    const [cents, memo, settled] = [form.get('cents') ?? '', form.get('memo'), form.get('settled')]
    const isCents = /^-?\d+$/.test(cents) && (Math.abs(Number(cents)) <= 100_000 || departure === 'takes any cents')
    const isMemo = memo === null || [...memo].length <= 120
    if (!isCents || !isMemo || ![null, 'true', 'false'].includes(settled)) return refuse(422)
    const entry = {
      entryNo: (made += 1),
      cents: Number(cents),
      ...(memo === null ? {} : { memo: departure === 'cuts memos off' ? [...memo].slice(0, 60).join('') : memo }),
      ...(settled === null ? {} : { settled: settled === 'true' }),
      state: 'booked',
    }
    entries.set(String(entry.entryNo), entry)
    return [201, entry]
  }

  function list(entries: Map<string, Entry>, query: URLSearchParams): Answer {
    const [limit, offset, settled] = [query.get('limit'), query.get('offset'), query.get('settled')]
    if (limit === null || !isWhole(limit, 1, 100) || !isWhole(offset, 0)) return refuse(422)
    if (![null, 'true', 'false'].includes(settled)) return refuse(422)
    if (departure === 'lists nothing') return [200, []]
    const found = [...entries.values()].filter((one) => settled === null || String(one.settled ?? false) === settled)
    const start = Number(offset ?? 0)
    return [200, departure === 'answers whole lists' ? found : found.slice(start, start + Number(limit))]
  }

  function ofEntries({ method, url, text }: Asked, entries: Map<string, Entry>, id: string): Answer {
    if (id === '') return method === 'POST' ? book(entries, text) : list(entries, url.searchParams)
    const entry =
      entries.get(id) ?? (departure === 'knows every entry' ? { entryNo: 1, cents: 1, state: 'booked' } : undefined)
    if (entry === undefined) return refuse(404)
    if (method === 'GET') return [200, entry]
    const cancelled = { ...entry, state: 'cancelled' }
    entries.set(id, cancelled)
    return [200, cancelled]
  }

  return served((asked) => {
    const { method, url, headers } = asked
    if (departure !== 'forgets the session' && headers.cookie !== 'sid=made-up') return refuse(403)
    if (url.pathname === '/v7/wallets' && method === 'POST') {
      const walletNo = (made += 1)
      wallets.set(String(walletNo), new Map())
      return [201, { walletNo, currency: null }]
    }
    const [, no = '', entry] = /^\/v7\/wallets\/(\d+)(?:\/entries\/(.*))?$/.exec(url.pathname) ?? []
    const entries = wallets.get(no)
    if (entries === undefined) return refuse(404)
    return entry === undefined ? [200, { walletNo: Number(no), balance: '0.00' }] : ofEntries(asked, entries, entry)
  })
}
