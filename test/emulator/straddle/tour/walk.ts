import type { Lie } from '../../../../emulator/module.ts'
import type { Rules } from '../../../../emulator/straddle/index.ts'
import { open } from '../harness.ts'
import type { Answer, Hands, Sent } from '../harness.ts'

/** What is seen on a walk through everything that the emulator does. */
export interface Walk extends Hands {
  /** Sends, and notes the answer. */
  readonly go: Hands['send']
  readonly seen: string[]
  /** The next deliveries are refused while this is set. */
  refusing: boolean
}

export const id = (answer: Answer): string => String(answer.body?.data?.id ?? 'none')
export const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`
export const under = (value: string, account?: string): Sent => ({ account, headers: { 'idempotency-key': value } })
export const acting = (account: string): Sent => ({ headers: { 'straddle-account-id': account } })

export const person = (name: string, parts: object = {}) => ({
  name,
  type: 'individual',
  email: `${name.toLowerCase()}@example.com`,
  phone: '+12025550123',
  device: { ip_address: '192.0.2.7' },
  ...parts,
})

export function begin(lies: readonly Lie<Rules>[]): Walk {
  const seen: string[] = []
  const state = { refusing: false }
  const hands = open({
    seed: 5,
    lies,
    deliver: (url, headers, body) => {
      seen.push(`${hands.emulator.now()} ${url} ${JSON.stringify(headers)} ${body}`)
      return Promise.resolve(state.refusing ? 500 : 204)
    },
  })
  const go: Walk['go'] = async (method, path, body, sent) => {
    const answer = await hands.send(method, path, body, sent)
    seen.push(`${method} ${path} ${answer.status} ${JSON.stringify([...answer.headers])} ${answer.text}`)
    return answer
  }
  return Object.assign(state, { ...hands, go, seen })
}

export interface Linked {
  readonly customer: string
  readonly paykey: string
  readonly token: string
}

export async function link({ go, send }: Walk, customer: string, parts: object = {}): Promise<Linked> {
  const made = await go('POST', '/v1/bridge/bank_account', {
    customer_id: customer,
    routing_number: '021000021',
    account_number: '000123456789',
    account_type: 'checking',
    ...parts,
  })
  const revealed = await send('GET', `/v1/paykeys/${id(made)}/unmasked`)
  return { customer, paykey: id(made), token: String(revealed.body?.data?.paykey) }
}
