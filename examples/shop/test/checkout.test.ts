import { startEmulator } from 'assay'
import type { RunningEmulator } from 'assay'
import { Stripe } from 'stripe'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkout } from '../src/checkout.ts'

let emulator: RunningEmulator
let stripe: Stripe

beforeEach(async () => {
  emulator = await startEmulator('stripe', { clock: 'frozen' })
  const { hostname, port } = new URL(emulator.origin)
  // at its usual settings: no version is pinned, and a failed request is repeated
  stripe = new Stripe(emulator.keys.first, { host: hostname, port, protocol: 'http' })
})
afterEach(() => emulator.close())

const order = { id: '6735', total: 2000, currency: 'usd', card: 'tok_visa' }
const charges = () => emulator.requests().filter(({ operation }) => operation === 'createCharge')

test('a good card pays', async () => {
  const result = await checkout(stripe, order)
  expect(result).toMatchObject({ paid: true })
  expect(charges().map(({ status }) => status)).toEqual([200])
})

test('a declined card does not, and says why', async () => {
  expect(await checkout(stripe, { ...order, card: 'tok_chargeDeclinedInsufficientFunds' })).toEqual({
    paid: false,
    why: 'card_declined',
  })
})

test('an outage on the way does not charge twice', async () => {
  await emulator.lever('fail-next', { status: 503 })
  const result = await checkout(stripe, order)
  expect(charges().map(({ status }) => status)).toEqual([503, 200])
  expect(await checkout(stripe, order)).toEqual(result)
  expect((await stripe.charges.list()).data).toHaveLength(1)
})

test('a day later the same order is another payment, since the key has been forgotten', async () => {
  const first = await checkout(stripe, order)
  await emulator.advance(25 * 60 * 60)
  expect(await checkout(stripe, order)).not.toEqual(first)
})
