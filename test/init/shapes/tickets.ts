import { objectOf, isWhole, served } from '../served.ts'
import type { Answer, Served } from '../served.ts'

export type Departure =
  | 'forgets the holder'
  | 'ignores the city'
  | 'keeps void tickets'
  | 'replaces half'
  | 'says kind is seat'
  | 'sells for nothing'

interface Event {
  readonly id: string
  readonly city: string
}

interface Ticket {
  readonly ticket_id: number
}

/** A server that does what `tickets.json` says, but for one departure. */
export function serveTickets(departure?: Departure): Promise<Served> {
  const events = new Map<string, Event>()
  const tickets = new Map<string, Map<string, Ticket>>()
  let made = 0
  const refuse = (status: number): Answer => [status, { error: 'refused' }]

  function isEvent(body: Readonly<Record<string, unknown>> | undefined): boolean {
    if (body === undefined) return false
    const { title, city, doors, public: open = true } = body
    return (
      typeof title === 'string' &&
      title !== '' &&
      [...title].length <= 100 &&
      ['Lyon', 'Oslo', 'Riga'].includes(String(city)) &&
      typeof open === 'boolean' &&
      (doors === undefined || (typeof doors === 'string' && /^\d{4}-\d\d-\d\dT/.test(doors)))
    )
  }

  function keep(id: string, text: string, status: number): Answer {
    const body = objectOf(text)
    if (!isEvent(body)) return refuse(422)
    const old = departure === 'replaces half' ? events.get(id) : undefined
    const event = { public: true, ...body, ...(old === undefined ? {} : { city: old.city }), id } as unknown as Event
    events.set(id, event)
    return [status, event]
  }

  function sell(id: string, text: string): Answer {
    const { price, holder, seat, ...rest } = objectOf(text) ?? {}
    const isPrice = typeof price === 'number' && price <= 999.5 && (price > 0 || departure === 'sells for nothing')
    const isHolder = holder === undefined || holder === null || (typeof holder === 'string' && [...holder].length <= 80)
    const isSeat =
      seat === undefined ||
      (Array.isArray(seat) && seat.length === 2 && typeof seat[0] === 'string' && Number.isInteger(seat[1]))
    if (!isPrice || !isHolder || !isSeat) return refuse(422)
    const ticket = {
      ...rest,
      price,
      ...(holder === undefined || departure === 'forgets the holder' ? {} : { holder }),
      ...(seat === undefined ? {} : { seat }),
      ticket_id: (made += 1),
      kind: departure === 'says kind is seat' ? 'seat' : 'ticket',
    }
    const own = tickets.get(id) ?? new Map<string, Ticket>()
    tickets.set(id, own.set(String(ticket.ticket_id), ticket))
    return [200, ticket, 'application/json; charset=utf-8']
  }

  function ofEvent(method: string, id: string, rest: string, text: string, query: URLSearchParams): Answer {
    if (!events.has(id)) return refuse(404)
    if (rest === '') return method === 'PUT' ? keep(id, text, 200) : [200, events.get(id)]
    const own = tickets.get(id) ?? new Map<string, Ticket>()
    if (rest === 'tickets' && method === 'POST') return sell(id, text)
    if (rest === 'tickets') {
      const [limit, cursor] = [query.get('limit'), query.get('cursor')]
      if (!isWhole(limit, 1, 10) || !isWhole(cursor, 0)) return refuse(400)
      const end = Number(cursor ?? 0) + Number(limit ?? 10)
      const items = [...own.values()].slice(Number(cursor ?? 0), end)
      return [200, { items, next_cursor: end < own.size ? String(end) : null }]
    }
    const ticket = own.get(rest.replace('tickets/', ''))
    if (ticket === undefined) return refuse(404)
    if (method === 'GET') return [200, ticket]
    if (departure !== 'keeps void tickets') own.delete(String(ticket.ticket_id))
    return [204]
  }

  return served(({ method, url, headers, text }) => {
    const path = url.pathname.replace(/^\/v2/, '')
    if (path === '/events' && method === 'GET') {
      const city = url.searchParams.get('city')
      return [
        200,
        [...events.values()].filter((one) => city === null || departure === 'ignores the city' || one.city === city),
      ]
    }
    if (headers.authorization !== 'Bearer made-up') return refuse(401)
    if (path === '/events') return keep(`ev-${(made += 1)}`, text, 201)
    if (path === '/exports') return [202, { id: '7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b99' }]
    const [, id = '', rest = ''] = /^\/events\/([^/]+)\/?(.*)$/.exec(path) ?? []
    return ofEvent(method, id, rest, text, url.searchParams)
  })
}
