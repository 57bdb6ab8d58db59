import { id } from './walk.ts'
import type { Walk } from './walk.ts'

/** Makes a payment, and says where it is. */
export async function pay(
  { go, seen }: Walk,
  kind: 'charge' | 'payout',
  token: string,
  config: object = {},
  parts: object = {},
): Promise<string> {
  const made = await go('POST', `/v1/${kind}s`, {
    paykey: token,
    amount: 1000,
    currency: 'USD',
    description: null,
    payment_date: '2026-03-09',
    device: { ip_address: '192.0.2.7' },
    external_id: `order-${seen.length}`,
    ...(kind === 'charge' ? { consent_type: 'internet' } : {}),
    config: { ...(kind === 'charge' ? { balance_check: 'disabled' } : {}), ...config },
    ...parts,
  })
  return `/v1/${kind}s/${id(made)}`
}
