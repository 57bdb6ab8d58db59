import { id, person, under } from './walk.ts'
import type { Linked, Walk } from './walk.ts'

/** Bodies with a fault of every kind. */
const faulty: readonly (readonly [string, object])[] = [
  ['customers', { name: 7, email: 'x', type: 'robot', address: { address1: 'x'.repeat(101) } }],
  ['bridge/bank_account', { customer_id: 'x', account_number: 7, account_type: 'odd' }],
  ['bridge/initialize', {}],
  ['charges', { amount: '1', payment_date: 'x', consent_type: 'odd' }],
  ['payouts', { amount: '1', payment_date: 'x', config: { sandbox_outcome: 'odd' } }],
  ['organizations', {}],
  ['accounts', { organization_id: 'x', access_level: 'odd', business_profile: 7 }],
  ['representatives', { ssn_last4: 'x' }],
  ['linked_bank_accounts', {}],
]

export async function visitBodies({ go }: Walk, { customer, paykey, token }: Linked): Promise<void> {
  for (const [path, body] of faulty) await go('POST', `/v1/${path}`, body)
  for (let time = 0; time < 2; time += 1) await go('POST', '/v1/customers', {}, under('bad-key-0001'))
  await go('PUT', `/v1/customers/${customer}`, {})
  await go('PATCH', `/v1/customers/${customer}/review`, {})
  await go('PATCH', `/v1/paykeys/${paykey}/review`, {})
  const paid = { paykey: token, amount: 1, currency: 'EUR', description: 'Pencils', payment_date: '2026-03-09' }
  const rest = { device: { ip_address: '192.0.2.7' }, consent_type: 'internet', config: { balance_check: 'disabled' } }
  for (const kind of ['charges', 'payouts']) {
    for (const currency of ['EUR', 'usd', 'USD']) {
      const made = await go('POST', `/v1/${kind}`, { ...paid, ...rest, currency, external_id: `first-${currency}` })
      if (currency !== 'USD') continue
      const path = `/v1/${kind}/${id(made)}`
      await go('PUT', `${path}/hold`, { reason: 'Because' })
      await go('PUT', path, {})
      await go('PUT', path, { amount: 2, description: null, payment_date: '2026-03-09' })
      await go('PUT', `${path}/cancel`, {})
      await go('POST', `${path}/resubmit`, {})
    }
  }
  await go('POST', '/v1/customers', { ...person('Lea', { phone: '+1234567890' }), name: 'Lea Example' })
}
