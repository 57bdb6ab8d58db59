import { describe, expect, it } from 'vitest'
import { model } from '../../../emulator/acinq-strike/index.ts'
import { emulate, merchant } from './account.ts'

const btc = { amount: 1, currency: 'btc' }

describe('a key', () => {
  it('opens an account of its own', async () => {
    const emulator = emulate()
    const [one, two] = [merchant(emulator, 'sk_one'), merchant(emulator, 'sk_two')]
    const { body } = await one.create(btc)
    expect(await two.list()).toEqual([])
    expect(await two.retrieve(body['id'])).toMatchObject({ status: 404 })
    await expect(two.pay(body['id'])).rejects.toThrow('of a charge of this key')
  })

  it.for(['sk_invalid', 'pk_test', ''])('such as %j is answered with 401', async (key) => {
    const { create, retrieve, send } = merchant(emulate(), key)
    for (const answer of [await create(btc), await retrieve('ch_1'), await send('GET', '/nowhere')]) {
      expect(answer).toEqual({ status: 401, body: { code: 401, message: expect.any(String) as string } })
    }
  })

  it.for(['', 'Bearer sk_test', 'Basic', 'Basic !!!', 'Basic c2tfdGVzdDo= c2tfdGVzdDo='])(
    'is missing from the header %j',
    async (authorization) => {
      const answer = await merchant(emulate()).send('GET', '/api/v1/charges', '', { authorization })
      expect(answer).toMatchObject({ status: 401, body: { code: 401 } })
    },
  )
})

describe('a list', () => {
  it('holds the newest charge first, 30 a page, with pages from 0', async () => {
    const { create, list } = merchant(emulate())
    const ids: unknown[] = []
    for (let count = 0; count < 65; count += 1) ids.unshift((await create(btc)).body['id'])
    const idsOf = async (query: string) => (await list(query)).map(({ id }) => id)
    expect(await idsOf('')).toEqual(ids.slice(0, 30))
    expect(await idsOf('?page=2')).toEqual(ids.slice(60))
    expect(await idsOf('?page=3')).toEqual([])
    expect(await idsOf('?page=1&size=7')).toEqual(ids.slice(7, 14))
    expect(await idsOf('?size=100')).toEqual(ids)
  })

  it.for(['?page=-1', '?page=x', '?size=0', '?size=', '?size=1e3'])('is refused with 400 for %s', async (query) => {
    expect(await merchant(emulate()).send('GET', `/api/v1/charges${query}`)).toMatchObject({ status: 400 })
  })
})

describe('a path or method that is not there', () => {
  it.for([
    ['GET', '/'],
    ['GET', '/api/v2/charges'],
    ['DELETE', '/api/v1/charges/ch_1'],
    ['PROPFIND', '/api/v1/charges'],
    ['GET', '/api/v1/charges/ch_1/refund'],
    ['GET', '//'],
    ['GET', '/%E0%A4%A'],
  ] as const)('%s %s is answered with 404', async ([method, path]) => {
    expect(await merchant(emulate()).send(method, path)).toMatchObject({ status: 404, body: { code: 404 } })
  })
})

describe('the faults of its past', () => {
  it('count time in seconds, lengthen ids and leave the customer out', async () => {
    const { create } = merchant(emulate({ lies: model.faults }))
    const { body } = await create({ ...btc, customer_id: 'c' })
    expect(String(body['created'])).toHaveLength(10)
    expect(body['id']).toHaveLength(47)
    expect(body).not.toHaveProperty('customer_id')
  })
})
