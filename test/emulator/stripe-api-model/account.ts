import { createEmulator } from '../../../emulator/module.ts'
import { model } from '../../../emulator/stripe-api-model/index.ts'

interface Answered {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  readonly body: Readonly<Record<string, unknown>>
}

type Fields = Readonly<Record<string, string | number>>

/** An emulator, and one account of it to talk to. */
export function openEmulator(seed = 1) {
  const emulator = createEmulator(model, { seed, start: Date.UTC(2018, 1, 1, 12), deliver: () => Promise.resolve(200) })
  return { emulator, account: (key = 'sam_shop') => accountOf(emulator, key) }
}

/** The hands of one account of a fresh emulator. */
export function openAccount(key = 'sam_shop') {
  return openEmulator().account(key)
}

function accountOf(emulator: ReturnType<typeof createEmulator>, key: string) {
  async function send(
    method: string,
    url: string,
    body: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> {
    const own = {
      'x-api-key': key,
      authorization: `Bearer ${key}`,
      ...(body === '' ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const answer = await emulator.handle({
      method,
      url,
      headers: new Map(Object.entries({ ...own, ...headers })),
      body,
    })
    const parsed: unknown = answer.body === '' ? {} : JSON.parse(answer.body)
    return {
      status: answer.status,
      headers: new Map(answer.headers),
      text: answer.body,
      body: parsed as Answered['body'],
    }
  }
  const form = (fields: Fields): string =>
    new URLSearchParams(
      Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString()
  return {
    send,
    get: (path: string) => send('GET', `/v1.0/${path}`, ''),
    post: (path: string, fields: Fields, headers?: Readonly<Record<string, string>>) =>
      send('POST', `/v1.0/${path}`, form(fields), headers),
    put: (path: string, fields: Fields) => send('PUT', `/v1.0/${path}`, form(fields)),
    remove: (path: string) => send('DELETE', `/v1.0/${path}`, ''),
    lever: (name: string, details: Readonly<Record<string, unknown>>) => emulator.lever(name, key, details),
  }
}

export type Account = ReturnType<typeof openAccount>

/** A customer with a card. */
export async function payingCustomer(account: Account): Promise<string> {
  const { body } = await account.post('customers', { name: 'Ada', cardInfo: 'enc_4f8a02c1d9e37b60' })
  return body['customerId'] as string
}

/** A charge of a paying customer. */
export async function charged(account: Account, amount: number, currency = 'USD'): Promise<string> {
  const { body } = await account.post('charges', { amount, currency, customerId: await payingCustomer(account) })
  return body['chargeId'] as string
}
