import { describe, expect, it } from 'vitest'
import { model } from '../../../emulator/straddle/index.ts'
import { charge, customer, link, open, payout } from './harness.ts'
import type { Hands } from './harness.ts'

const withFault = (id: string): Hands => open({ lies: model.faults.filter((fault) => fault.id === id) })

async function endOf(hands: Hands, path: string, body: object): Promise<string> {
  const { id } = (await hands.send('POST', path, body)).body.data
  await hands.emulator.advance(3600)
  return (await hands.send('GET', `${path}/${id}`)).body.data.status as string
}

describe('faults', () => {
  it('have names of their own and can be on at once', async () => {
    expect(new Set(model.faults.map(({ id }) => id)).size).toBe(model.faults.length)
    const { send } = open({ lies: model.faults })
    expect((await send('GET', '/v1/customers', undefined, { headers: { authorization: '' } })).text).toBe('')
    expect((await send('GET', '/v1/nowhere')).headers.get('content-type')).toBe('text/html')
  })

  it('answer 401 without body or type', async () => {
    const { send } = withFault('empty-unauthorized')
    const { status, text, headers } = await send('GET', '/v1/customers', undefined, { headers: { authorization: '' } })
    expect([status, text, headers.size]).toEqual([401, '', 0])
  })

  it('word errors as the sandbox does', async () => {
    expect((await withFault('slash-error-types').send('POST', '/v1/customers', {})).body.error.type).toBe(
      '/validation_error',
    )
    expect((await withFault('fields-unprocessable').send('POST', '/v1/customers', {})).status).toBe(422)
  })

  it('leave out zones and trace numbers, and answer a session with 200', async () => {
    const made = await withFault('times-without-zone').send('POST', '/v1/customers', customer())
    expect(made.body.data.created_at).toBe('2026-03-02T15:00:00')
    const hands = withFault('trace-numbers-omitted')
    await endOf(hands, '/v1/charges', charge((await link(hands)).token))
    await hands.send('POST', '/v1/funding_events/simulate', { funding_event_job_type: 'charges' })
    expect((await hands.send('GET', '/v1/funding_events')).body.data[0]).not.toHaveProperty('trace_numbers')
    const session = withFault('session-ok')
    const { customerId } = await link(session)
    expect((await session.send('POST', '/v1/bridge/initialize', { customer_id: customerId })).status).toBe(200)
  })

  it.for([
    ['cancelled-outcomes-fail', 'cancelled_for_fraud_risk', 'failed'],
    ['reversals-fail', 'reversed_insufficient_funds', 'failed'],
    ['payouts-stay-pending', 'paid', 'pending'],
  ] as const)('%s ends %s as %s', async ([fault, outcome, status]) => {
    const hands = withFault(fault)
    const { token } = await link(hands)
    expect(await endOf(hands, '/v1/payouts', payout(token, { config: { sandbox_outcome: outcome } }))).toBe(status)
  })
})

describe('the emulator', () => {
  it('answers the same to the same seed', async () => {
    const run = async (seed: number): Promise<readonly string[]> => {
      const hands = open({ seed })
      const bodies = [customer({ email: 'same@example.com' }), {}]
      const answers = []
      for (const body of bodies) answers.push((await hands.send('POST', '/v1/customers', body)).text)
      return answers
    }
    expect(await run(3)).toEqual(await run(3))
    expect(await run(3)).not.toEqual(await run(4))
  })
})
