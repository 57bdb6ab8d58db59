import { createEmulator } from '../../../emulator/module.ts'
import type { Deliver, Emulator, EmulatorResponse } from '../../../emulator/http.ts'
import type { Lie } from '../../../emulator/module.ts'
import { model } from '../../../emulator/straddle/index.ts'
import type { Rules } from '../../../emulator/straddle/index.ts'

export const key = (account = 'one'): string => `eyJhbGciOiJIUzI1NiJ9.c2FuZGJveA.${account}`

/** 2026-03-02, a Monday, at ten in the morning in New York. */
export const start = Date.parse('2026-03-02T15:00:00Z')

/** What an answer holds, as a test looks at it. */
export interface Answer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  // tests reach into bodies of every shape
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any
}

export interface Sent {
  readonly account?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
}

export interface Hands {
  readonly emulator: Emulator
  readonly send: (method: string, path: string, body?: unknown, sent?: Sent) => Promise<Answer>
}

function answer({ status, headers, body }: EmulatorResponse): Answer {
  const json = headers.some(([name, value]) => name === 'content-type' && value.includes('json'))
  return { status, headers: new Map(headers), text: body, body: json ? (JSON.parse(body) as unknown) : undefined }
}

const nowhere: Deliver = () => Promise.resolve(200)

/** A fresh emulator, and hands to use it without a port. */
export function open(
  options: { seed?: number; deliver?: Deliver; start?: number; lies?: readonly Lie<Rules>[] } = {},
): Hands {
  const { seed = 1, deliver = nowhere, lies = [] } = options
  const emulator = createEmulator(model, { seed, start: options.start ?? start, deliver }, lies)
  return {
    emulator,
    async send(method, path, body, { account, headers = {} } = {}) {
      const given = { authorization: `Bearer ${key(account)}`, 'content-type': 'application/json', ...headers }
      const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
      return answer(await emulator.handle({ method, url: path, headers: new Map(Object.entries(given)), body: text }))
    },
  }
}

let counter = 0

export function customer(parts: object = {}): object {
  counter += 1
  return {
    name: 'Ada Example',
    type: 'individual',
    email: `ada${counter}@example.com`,
    phone: '+12025550123',
    device: { ip_address: '192.0.2.7' },
    ...parts,
  }
}

export function charge(paykey: string, parts: object = {}): object {
  counter += 1
  return {
    paykey,
    amount: 1250,
    currency: 'USD',
    description: 'A box of pencils',
    payment_date: '2026-03-02',
    consent_type: 'internet',
    device: { ip_address: '192.0.2.7' },
    external_id: `order-${counter}`,
    config: { balance_check: 'disabled', sandbox_outcome: 'paid' },
    ...parts,
  }
}

export function payout(paykey: string, parts: object = {}): object {
  const { consent_type: _consent, ...rest } = charge(paykey) as Record<string, unknown>
  return { ...rest, config: { sandbox_outcome: 'paid' }, ...parts }
}

export interface Linked {
  readonly customerId: string
  readonly paykeyId: string
  readonly token: string
}

/** A verified customer with an active paykey. */
export async function link({ send }: Hands, parts: object = {}, sent?: Sent): Promise<Linked> {
  const made = await send('POST', '/v1/customers', customer(), sent)
  const joined = await send(
    'POST',
    '/v1/bridge/bank_account',
    {
      customer_id: made.body.data.id,
      routing_number: '021000021',
      account_number: '000123456789',
      account_type: 'checking',
      ...parts,
    },
    sent,
  )
  return { customerId: made.body.data.id, paykeyId: joined.body.data.id, token: joined.body.data.paykey }
}
