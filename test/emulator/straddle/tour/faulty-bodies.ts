import type { Walk } from './walk.ts'

type Refused = readonly [method: string, path: string, body: object, list?: string]

/** Bodies with faults of several kinds, and the list that holds an object of the path, where the path names one. */
const refused: readonly Refused[] = [
  ['PUT', 'customers/:id', { name: 7, email: 'x', status: 'odd' }, 'customers'],
  ['PUT', 'charges/:id', { amount: '1' }, 'payments?payment_type=charge'],
  ['PUT', 'payouts/:id', { amount: '1' }, 'payments?payment_type=payout'],
  ['PUT', 'accounts/:id', { business_profile: { website: 'x', description: 7 } }, 'accounts'],
  [
    'POST',
    'accounts/:id/onboard',
    { terms_of_service: { accepted_date: 'x', agreement_type: 'odd', accepted_ip: 7 } },
    'accounts',
  ],
  ['POST', 'accounts/:id/capability_requests', { charges: 7 }, 'accounts'],
  ['POST', 'linked_bank_accounts', { bank_account: 7 }],
  ['PUT', 'linked_bank_accounts/:id', { bank_account: { account_holder: 7 } }, 'linked_bank_accounts'],
  ['POST', 'organizations', { name: 7 }],
  ['POST', 'representatives', { first_name: 7 }],
  ['PUT', 'representatives/:id', { first_name: 7, dob: 'x' }, 'representatives'],
]

/** Updates and creations that are refused member by member. */
export async function visitFaultyBodies({ go, send }: Walk): Promise<void> {
  for (const [method, path, body, list] of refused) {
    const held = list === undefined ? undefined : await send('GET', `/v1/${list}`)
    await go(method, `/v1/${path.replace(':id', String(held?.body.data[0].id))}`, body)
  }
}
