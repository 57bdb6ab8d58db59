import { describe, expect, it } from 'vitest'
import { request } from 'undici'
import '../../api/vitest.ts'
import { startEmulator, toConformTo } from '../../api/index.ts'
import type { ProviderName } from '../../api/index.ts'

const form = { authorization: 'Bearer sk_test_mine', 'content-type': 'application/x-www-form-urlencoded' }
const charge = 'amount=2000&currency=usd&source=tok_visa'

async function charged(use: (url: string) => Promise<void>): Promise<void> {
  await using emulator = await startEmulator('stripe')
  await use(`${emulator.origin}/v1/charges`)
}

const failure = (received: unknown, operation = 'createCharge'): string => {
  const result = toConformTo(received, 'stripe', operation)
  if (result instanceof Promise) throw new Error('the matcher waits for something')
  expect(result.pass).toBe(false)
  return result.message()
}

describe('toConformTo', () => {
  it('takes a Response of fetch, which can be read afterwards', () =>
    charged(async (url) => {
      const response = await fetch(url, { method: 'POST', headers: form, body: charge })
      await expect(response).toConformTo('stripe', 'createCharge')
      expect(await response.json()).toMatchObject({ object: 'charge' })
      await expect(async () => toConformTo(response, 'stripe', 'createCharge')).rejects.toThrow('has been read already')
    }))

  it('takes response objects of other clients, and a body alone', () =>
    charged(async (url) => {
      const response = await request(url, { method: 'POST', headers: form, body: charge })
      const { statusCode, headers } = response
      const text = await response.body.text()
      const body = JSON.parse(text) as object
      expect({ statusCode, headers, payload: text }).toConformTo('stripe', 'createCharge')
      expect({ status: statusCode, headers, data: body }).toConformTo('stripe', 'createCharge')
      expect({ status: statusCode, headers, body }).toConformTo('stripe', 'createCharge')
      expect(body).toConformTo('stripe', 'createCharge')
      const another = await request(url, { method: 'POST', headers: form, body: charge })
      await expect(another).toConformTo('stripe', 'createCharge')
    }))

  it('takes a documented error', () =>
    charged(async (url) => {
      const response = await fetch(url, { method: 'POST', headers: form, body: 'currency=usd' })
      expect(response.status).toBe(400)
      await expect(response).toConformTo('stripe', 'createCharge')
    }))

  it('names each promise that is broken, the place, what is expected and what is there', () =>
    charged(async (url) => {
      const response = await fetch(url, { method: 'POST', headers: form, body: charge })
      const body = (await response.json()) as object
      const told = failure({ ...body, amount: 'much' })
      expect(told).toContain('The answer breaks a promise of createCharge of Stripe, version 2018-01-23:')
      expect(told).toContain('(stripe.charges.object.amount, must)')
      expect(told).toContain('at /amount: expected "type integer", actual "much"')
      expect({ ...body, amount: 'much' }).not.toConformTo('stripe', 'createCharge')
      expect(failure({ status: 201, headers: {}, body })).toContain('at status: expected {"one of":[200]}, actual 201')
    }))

  it('fails where nothing could be judged', () => {
    expect(failure({ status: 503, headers: {}, body: 'down' })).toBe(
      'Nothing of createCharge of Stripe, version 2018-01-23 could be judged by this answer.',
    )
  })

  it('refuses a provider and an operation that do not exist', () => {
    expect(() => toConformTo({}, 'strpie' as ProviderName, 'createCharge')).toThrow('There is no provider "strpie"')
    expect(() => toConformTo({}, 'stripe', 'makeCharge')).toThrow('stripe has no operation "makeCharge"; choose from ')
  })
})
