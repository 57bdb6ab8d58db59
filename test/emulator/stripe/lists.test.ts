import { describe, expect, it } from 'vitest'
import { client } from './client.ts'
import type { Answer, Client } from './client.ts'

/** An account with customers made a second apart; their ids, newest first. */
async function withCustomers(count: number): Promise<{ readonly hands: Client; readonly ids: readonly string[] }> {
  const hands = client()
  const ids: string[] = []
  for (let made = 0; made < count; made += 1) {
    ids.unshift(String((await hands.post('/v1/customers', { email: `${made % 2}@b.c` })).body['id']))
    await hands.emulator.advance(1)
  }
  return { hands, ids }
}

const idsOf = ({ body }: Answer): readonly string[] =>
  (body['data'] as readonly { readonly id: string }[]).map(({ id }) => id)

describe('a list', () => {
  it('is empty at first', async () => {
    const { body } = await client().get('/v1/customers')
    expect(body).toEqual({ object: 'list', data: [], has_more: false, url: '/v1/customers' })
  })

  it('holds ten without a limit, newest first', async () => {
    const { hands, ids } = await withCustomers(12)
    const answer = await hands.get('/v1/customers')
    expect(idsOf(answer)).toEqual(ids.slice(0, 10))
    expect(answer.body['has_more']).toBe(true)
  })

  it.for([1, 2, 3, 5, 7, 100])('walked forwards in pages of %i visits all once', async (limit) => {
    const { hands, ids } = await withCustomers(7)
    const seen: string[] = []
    for (let more = true; more;) {
      const last = seen.at(-1)
      const answer = await hands.get('/v1/customers', {
        limit,
        ...(last === undefined ? {} : { starting_after: last }),
      })
      seen.push(...idsOf(answer))
      more = answer.body['has_more'] === true
    }
    expect(seen).toEqual(ids)
  })

  it('walked backwards holds the nearest before the cursor, newest first', async () => {
    const { hands, ids } = await withCustomers(5)
    const nearest = await hands.get('/v1/customers', { limit: 2, ending_before: ids[3] ?? '' })
    expect(idsOf(nearest)).toEqual(ids.slice(1, 3))
    expect(nearest.body['has_more']).toBe(true)
    const rest = await hands.get('/v1/customers', { limit: 2, ending_before: ids[1] ?? '' })
    expect(idsOf(rest)).toEqual(ids.slice(0, 1))
    expect(rest.body['has_more']).toBe(false)
  })

  it('uses only ending_before of two cursors', async () => {
    const { hands, ids } = await withCustomers(4)
    const both = await hands.get('/v1/customers', { ending_before: ids[1] ?? '', starting_after: ids[2] ?? '' })
    expect(idsOf(both)).toEqual(ids.slice(0, 1))
  })

  it.for(['starting_after', 'ending_before'])('refuses an unknown %s', async (cursor) => {
    const answer = await client().get('/v1/customers', { [cursor]: 'cus_none' })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ error: { type: 'invalid_request_error', param: cursor } })
  })

  it('is narrowed by its filters, and pages through what is left', async () => {
    const { hands, ids } = await withCustomers(6)
    const even = ids.filter((_, index) => index % 2 === 1)
    const first = await hands.get('/v1/customers', { email: '0@b.c', limit: 2 })
    expect([idsOf(first), first.body['has_more']]).toEqual([even.slice(0, 2), true])
    const rest = await hands.get('/v1/customers', { email: '0@b.c', limit: 2, starting_after: even[1] ?? '' })
    expect([idsOf(rest), rest.body['has_more']]).toEqual([even.slice(2), false])
  })

  it.for([
    [{ created: 2 }, [2]],
    [{ 'created[gt]': 2 }, [3]],
    [{ 'created[gte]': 2 }, [3, 2]],
    [{ 'created[lt]': 1 }, [0]],
    [{ 'created[lte]': 1, 'created[gt]': 0 }, [1]],
  ] as readonly (readonly [Readonly<Record<string, number>>, readonly number[]])[])(
    'is narrowed in time by %j',
    async ([filter, expected]) => {
      const { hands, ids } = await withCustomers(4)
      const base = Number((await hands.get(`/v1/customers/${String(ids[3])}`)).body['created'])
      const shifted = Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value + base]))
      expect(idsOf(await hands.get('/v1/customers', shifted))).toEqual(expected.map((made) => ids[3 - made]))
    },
  )

  it.for([
    [0, 1],
    [101, 12],
    [-3, 1],
  ] as const)('keeps a limit of %i within the documented range', async ([limit, size]) => {
    const { hands } = await withCustomers(12)
    expect(idsOf(await hands.get('/v1/customers', { limit }))).toHaveLength(size)
  })

  it('counts all when asked for it', async () => {
    const { hands } = await withCustomers(3)
    expect((await hands.get('/v1/customers', { limit: 1, 'include[]': 'total_count' })).body['total_count']).toBe(3)
  })
})
