import { describe, expect, it } from 'vitest'
import { UnknownLever } from '../../../emulator/http.ts'
import type { Deliver } from '../../../emulator/http.ts'
import { emulate, merchant } from './account.ts'

type Delivery = Parameters<Deliver>
const btc = { amount: 5, currency: 'btc' }

function receiver(answer: () => Promise<number> = async () => 200) {
  const deliveries: Delivery[] = []
  const deliver: Deliver = (...delivery) => {
    deliveries.push(delivery)
    return answer()
  }
  return { deliver, deliveries }
}

describe('a web hook', () => {
  it('reports a payment with the paid charge, once, and only to its own account', async () => {
    const { deliver, deliveries } = receiver()
    const emulator = emulate({ deliver })
    const { create, retrieve, pay, setHook } = merchant(emulator)
    const other = merchant(emulator, 'sk_other')
    await setHook('http://127.0.0.1:9/hook')
    const { body } = await create(btc)
    await other.pay((await other.create(btc)).body['id'])
    await pay(body['id'])
    await emulator.settled()
    expect(deliveries).toHaveLength(1)
    const [url, headers, text] = deliveries[0] as Delivery
    expect([url, headers]).toEqual(['http://127.0.0.1:9/hook', [['content-type', 'application/json']]])
    expect(JSON.parse(text)).toEqual({ object: 'event', data: (await retrieve(body['id'])).body })
  })

  it('that cannot be delivered harms nobody', async () => {
    const emulator = emulate({ deliver: () => Promise.reject(new Error('refused')) })
    const { create, retrieve, pay, setHook } = merchant(emulator)
    await setHook('http://127.0.0.1:9/hook')
    const { body } = await create(btc)
    await pay(body['id'])
    await emulator.settled()
    expect((await retrieve(body['id'])).body).toMatchObject({ paid: true })
  })

  it('stops when it is cleared', async () => {
    const { deliver, deliveries } = receiver()
    const { create, pay, setHook } = merchant(emulate({ deliver }))
    await setHook('http://127.0.0.1:9/hook')
    await setHook(null)
    await pay((await create(btc)).body['id'])
    expect(deliveries).toEqual([])
  })
})

describe('the levers', () => {
  it('refuse an unknown name, an unknown key and an address that is none', async () => {
    const emulator = emulate()
    await expect(emulator.lever('refund', 'sk_test', {})).rejects.toThrow(UnknownLever)
    await expect(emulator.lever('pay', 'sk_invalid', {})).rejects.toThrow('No account')
    await expect(emulator.lever('set-hook', 'sk_test', { url: 'ftp://x' })).rejects.toThrow('"url"')
  })
})
