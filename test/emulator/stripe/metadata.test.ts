import { describe, expect, it } from 'vitest'
import { client } from './client.ts'

const many = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`metadata[k${index}]`, 'v']))

describe('metadata', () => {
  it('merges, removes one by an empty value, and all when it is empty', async () => {
    const { post } = client()
    const { body } = await post('/v1/customers', { 'metadata[a]': '1', 'metadata[b]': 2, 'metadata[c]': true })
    expect(body['metadata']).toEqual({ a: '1', b: '2', c: 'true' })
    const path = `/v1/customers/${String(body['id'])}`
    expect((await post(path, { 'metadata[b]': 'x', 'metadata[c]': '' })).body['metadata']).toEqual({ a: '1', b: 'x' })
    expect((await post(path, { description: 'y' })).body['metadata']).toEqual({ a: '1', b: 'x' })
    expect((await post(path, { metadata: '' })).body['metadata']).toEqual({})
  })

  it('counts its keys after merging', async () => {
    const { post } = client()
    const { status, body } = await post('/v1/customers', many(20))
    expect(status).toBe(200)
    const path = `/v1/customers/${String(body['id'])}`
    expect((await post(path, { 'metadata[new]': 'v' })).body).toMatchObject({ error: { param: 'metadata' } })
    expect((await post(path, { 'metadata[new]': 'v', 'metadata[k0]': '' })).status).toBe(200)
  })

  it.for([
    ['20 keys', many(20)],
    ['a key of 40 characters', { [`metadata[${'ü'.repeat(40)}]`]: 'v' }],
    ['a value of 500 characters', { 'metadata[k]': '⚡'.repeat(500) }],
  ] as readonly (readonly [string, Readonly<Record<string, string>>])[])('of %s is kept', async ([, form]) => {
    expect((await client().post('/v1/customers', form)).status).toBe(200)
  })

  it.for([
    ['21 keys', many(21)],
    ['a key of 41 characters', { [`metadata[${'k'.repeat(41)}]`]: 'v' }],
    ['a value of 501 characters', { 'metadata[k]': 'v'.repeat(501) }],
    ['a nested value', { 'metadata[k][x]': 'v' }],
    ['a list', { 'metadata[]': 'v' }],
    ['text', { metadata: 'v' }],
  ] as readonly (readonly [string, Readonly<Record<string, string>>])[])('of %s is refused', async ([, form]) => {
    const answer = await client().post('/v1/customers', form)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ error: { type: 'invalid_request_error', param: 'metadata' } })
  })

  it('keeps names that JavaScript objects have of themselves', async () => {
    const { text } = await client().post('/v1/customers', { 'metadata[__proto__]': 'a', 'metadata[constructor]': 'b' })
    expect(text).toContain('"metadata":{"__proto__":"a","constructor":"b"}')
  })
})
