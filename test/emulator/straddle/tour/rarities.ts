import { pay } from './pay.ts'
import { link } from './walk.ts'
import type { Linked, Walk } from './walk.ts'

const aDay = 24 * 3600

/** A long account number, a paykey of another source, and a payment made in the evening for the next day. */
export async function visitRarities(walk: Walk, { customer, token }: Linked): Promise<void> {
  const { go, emulator } = walk
  await link(walk, customer, { account_number: '12345678901234567' })
  await go('POST', '/v1/bridge/quiltt', { customer_id: customer, quiltt_token: 'a-token' })
  await go('GET', '/v1/paykeys?source=quiltt')
  // two in the morning by universal time is the evening of the day before in New York
  await emulator.advance(2 * aDay + 2 * 3600 - (Math.floor(emulator.now() / 1000) % aDay))
  const made = await pay(
    walk,
    'charge',
    token,
    {},
    { payment_date: new Date(emulator.now()).toISOString().slice(0, 10) },
  )
  await emulator.advance(600)
  await go('GET', made)
}
