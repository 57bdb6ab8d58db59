import { link } from './walk.ts'
import type { Linked, Walk } from './walk.ts'
import { pay } from './pay.ts'

const actions = [
  ['PUT', '/hold'],
  ['PUT', '/release'],
  ['PUT', '/cancel'],
  ['POST', '/resubmit'],
  ['POST', '/refund'],
] as const

export async function visitPayments(walk: Walk, { token }: Linked): Promise<void> {
  const { go, emulator } = walk
  for (const kind of ['charge', 'payout'] as const) {
    for (const parts of [
      { currency: 'usd' },
      { payment_date: '2025-01-01' },
      { external_id: 'same' },
      { external_id: 'same' },
    ]) {
      await pay(walk, kind, token, {}, parts)
    }
    await pay(walk, kind, token, { auto_hold: true })
    const future = await pay(walk, kind, token, {}, { payment_date: '2026-03-12' })
    const held = await pay(walk, kind, token)
    await go('PUT', `${held}/hold`, { reason: 'Because' })
    await go('PUT', `${held}/release`, {})
    const cancelled = await pay(walk, kind, token)
    await go('PUT', `${cancelled}/cancel`, {})
    const paid = await pay(walk, kind, token, {}, { metadata: { a: '1' } })
    const update = { amount: 990, description: 'D', payment_date: '2026-03-09' }
    await go('PUT', paid, update)
    const failures = ['insufficient_funds', 'closed_bank_account']
    const outcomes = [
      'cancelled_for_fraud_risk',
      'cancelled_for_balance_check',
      'on_hold_daily_limit',
      ...failures.flatMap((why) => [`failed_${why}`, `reversed_${why}`]),
    ]
    const ends = []
    for (const sandbox_outcome of outcomes) ends.push(await pay(walk, kind, token, { sandbox_outcome }))
    for (const seconds of [10, 60]) {
      await emulator.advance(seconds)
      for (const [method, action] of actions.slice(0, 2)) await go(method, `${held}${action}`, {})
      await go('PUT', paid, update)
    }
    await emulator.advance(600)
    for (const path of [future, cancelled, paid, ...ends]) await go('GET', path)
    await go('POST', `${paid}/refund`, { amount: 2000 })
    await go('POST', `${paid}/refund`, { amount: 0 })
    await go('POST', `${paid}/refund`, { amount: 5 })
    await go('POST', `${paid}/refund`, {})
    const failed = ends[3] ?? ''
    for (const path of [paid, failed, failed, cancelled])
      for (const [method, action] of actions) await go(method, `${path}${action}`, {})
    await go('GET', `${paid}/unmask`)
    await emulator.advance(300)
    await go('GET', '/v1/payments?page_size=1000')
    await go('GET', '/v1/payments?min_amount=990&max_amount=1000&sort_by=amount&search_text=order')
    for (let time = 0; time < 2; time += 1)
      await go('POST', '/v1/funding_events/simulate', { funding_event_job_type: `${kind}s` })
  }
  await go('GET', '/v1/funding_events')
  await go('GET', '/v1/funding_events?direction=withdrawal')
}

export async function visitReturns(walk: Walk, { customer }: Linked): Promise<void> {
  const { go, emulator } = walk
  const parts = { account_number: '000999999999' }
  const [first, second] = [await link(walk, customer, parts), await link(walk, customer, parts)]
  for (let time = 0; time < 2; time += 1) {
    await pay(walk, 'charge', first.token, { sandbox_outcome: 'failed_not_authorized' })
    await emulator.advance(300)
    await go('GET', `/v1/paykeys/${second.paykey}`)
    await link(walk, customer, parts)
    await go('PATCH', `/v1/paykeys/${first.paykey}/unblock`, {})
  }
}
