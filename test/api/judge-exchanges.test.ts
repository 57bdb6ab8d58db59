import { describe, expect, it } from 'vitest'
import { judgeExchanges, startEmulator } from '../../api/index.ts'
import type { HttpExchange } from '../../api/index.ts'

const headers = { 'content-type': 'application/json', 'request-id': 'req_1', 'cache-control': 'no-store' }
const key = { authorization: 'Bearer sk_test_mine' }

/** What a client of the emulator has caused, as its author would write it down. */
async function caused(): Promise<readonly HttpExchange[]> {
  await using emulator = await startEmulator('stripe')
  const made: HttpExchange[] = []
  const ask = async (method: string, url: string, body?: string): Promise<{ readonly id: string }> => {
    const sent = { ...key, ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) }
    const answer = await fetch(`${emulator.origin}${url}`, {
      method,
      headers: sent,
      ...(body === undefined ? {} : { body }),
    })
    const text = await answer.text()
    made.push({
      request: { method, url, headers: sent, ...(body === undefined ? {} : { body }) },
      response: { status: answer.status, headers: answer.headers, body: text },
    })
    return JSON.parse(text) as { readonly id: string }
  }
  const { id } = await ask('POST', '/v1/charges', 'amount=2000&currency=usd&source=tok_visa')
  await ask('GET', `/v1/charges/${id}`)
  return made
}

const gapsOf = ({ clauses }: Awaited<ReturnType<typeof judgeExchanges>>): readonly string[] =>
  clauses.filter(({ verdict }) => verdict === 'gap').map(({ id }) => id)

describe('judgeExchanges', () => {
  it('conforms for what a conforming server answers, at a documented address or another', async () => {
    const exchanges = await caused()
    const report = await judgeExchanges('stripe', exchanges)
    expect(report).toMatchObject({ target: 'recording', exitCode: 0 })
    expect(report.providers[0]).toMatchObject({ exchanges: 2 })
    const elsewhere = exchanges.map((exchange) => ({
      ...exchange,
      request: { ...exchange.request, url: new URL(`http://localhost:1/api${String(exchange.request.url)}`) },
    }))
    const there = await judgeExchanges('stripe', elsewhere, { baseUrl: 'http://localhost:1/api' })
    expect(there.providers[0]?.figures).toEqual(report.providers[0]?.figures)
  })

  it('finds what an answer and what a sequence breaks', async () => {
    const [create, read] = (await caused()) as readonly [HttpExchange, HttpExchange]
    const body = JSON.parse(String(read.response.body)) as object
    const lying = { ...read, response: { ...read.response, body: { ...body, amount: 'much', id: 'ch_another' } } }
    const gaps = gapsOf(await judgeExchanges('stripe', [create, lying]))
    expect(gaps).toContain('stripe.charges.object.amount')
    expect(gaps.length).toBeGreaterThan(1)
  })

  it('takes headers as an object, as pairs, or not at all, which proves nothing of them', async () => {
    const [create] = (await caused()) as readonly [HttpExchange]
    const body = create.response.body
    for (const given of [{ headers }, { headers: Object.entries(headers) }, {}])
      expect(
        gapsOf(await judgeExchanges('stripe', [{ ...create, response: { status: 200, body, ...given } }])),
      ).toEqual([])
  })

  it('keeps no key', async () => {
    const [create] = (await caused()) as readonly [HttpExchange]
    const told = JSON.stringify(await judgeExchanges('stripe', [{ ...create, response: { status: 200, body: {} } }]))
    expect(told).not.toContain('sk_test_mine')
  })

  it('says that nothing was judged where no exchange went to the API', async () => {
    const [create] = (await caused()) as readonly [HttpExchange]
    const other = { ...create, request: { ...create.request, url: 'https://other.example/v1/charges' } }
    for (const exchanges of [[], [other]]) {
      const report = await judgeExchanges('stripe', exchanges)
      expect(report.exitCode).toBe(3)
      expect(report.providers[0]?.reason).toContain('give the base URL of its API as baseUrl')
    }
  })

  it.each([
    [{}],
    [{ request: { method: 'GET', url: '/' } }],
    [{ request: { method: 'GET' }, response: { status: 200 } }],
  ])('refuses %j in a sentence', async (exchange) => {
    await expect(judgeExchanges('stripe', [exchange as unknown as HttpExchange])).rejects.toThrow('Exchange 1 is not ')
  })
})
