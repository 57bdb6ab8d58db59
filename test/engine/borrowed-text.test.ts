import { describe, expect, it } from 'vitest'
import { assertUsable } from '../../engine/borrowed-text.ts'
import { createTrial } from '../../engine/trial.ts'
import { Blocked } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { WireError } from '../../wire/errors.ts'
import { answered, requestOf } from '../answered.ts'
import { answering, contract, json } from './acme.ts'

const unusable = ['', '   ', '.', '..', '\0', 'a\nb', '\u202eid', '\ud800', 'x'.repeat(1_000_000)]
const usable = ['t_1', 'a b', 'a/b', '../up', '*', 'https://elsewhere.example/x', 'Zoë', '%2e%2e', '?a=1', '#']

function trialOf(id: string): { readonly trial: Trial; readonly asked: string[] } {
  const asked: string[] = []
  const target = answering(({ path }) => {
    asked.push(path)
    return json(200, { id, amount: 1 })
  })
  const trial = createTrial({
    contract,
    session: target.open('test'),
    outages: false,
    account: 'a',
    seed: 1,
    nonce: '',
    onExchange: () => undefined,
    nextId: () => 0,
  })
  return { trial, asked }
}

const blocked = (work: () => Promise<unknown>): Promise<unknown> => work().catch((thrown: unknown) => thrown)

describe('an id that a target gave', () => {
  it.each(unusable.map((id) => [JSON.stringify(id.slice(0, 20)), id] as const))(
    'is not put into a request where none can carry it: %s',
    async (_, id) => {
      const { trial, asked } = trialOf(id)
      const made = await trial.call('createThing')
      for (const work of [
        () => trial.call('readThing', { path: { thing: id } }),
        () => trial.send({ method: 'GET', path: `/things/${id}/parts` }),
      ])
        expect(await blocked(work)).toMatchObject({ name: 'Blocked', at: '/id', exchange: made })
      expect(asked).toEqual(['/things'])
    },
  )

  it.each(usable)('is percent-encoded where that makes it fit: %s', async (id) => {
    const { trial, asked } = trialOf(id)
    await trial.call('createThing')
    await trial.call('readThing', { path: { thing: id } })
    expect(decodeURIComponent(asked[1] ?? '')).toBe(`/things/${id}`)
  })

  it('that no header can carry blocks what would send it', async () => {
    const { trial } = trialOf('acc\n1')
    await trial.call('createThing')
    expect(
      await blocked(() => trial.call('readThing', { path: { thing: 't' }, headers: { 'x-account': 'acc\n1' } })),
    ).toBeInstanceOf(Blocked)
  })

  it('is sent in a body whatever it is', async () => {
    for (const id of [...unusable, ...usable]) {
      const { trial } = trialOf(id)
      await trial.call('createThing')
      await expect(trial.call('createThing', { body: { of: id } })).resolves.toBeDefined()
    }
  })
})

describe('a path that a target named', () => {
  const list = answered({ id: 'ok', url: 'https://elsewhere.example/x', next: ['v1/things', '', '*'] })

  it.each([
    ['https://elsewhere.example/x?limit=1', '/url'],
    ['v1/things?limit=1', '/next/0'],
    ['?limit=1', '/next/1'],
    ['', '/next/1'],
    ['*', '/next/2'],
  ])('is not followed where it is none: %j', (path, at) => {
    expect(() => assertUsable(requestOf({ path }), [list])).toThrow(
      expect.objectContaining({ name: 'Blocked', at, exchange: list }),
    )
  })
})

it('a path that ends in a slash as it is described has no empty part', () => {
  const said = answered({ id: 't_1', note: '' })
  expect(() => assertUsable(requestOf({ path: '/things/t_1/parts/' }), [said])).toThrow('a part of it is empty')
  expect(() =>
    assertUsable(requestOf({ path: '/things/t_1/parts/?limit=1' }), [said], '/things/{id}/parts/'),
  ).not.toThrow()
  expect(() => assertUsable(requestOf({ path: '/things//parts/' }), [said], '/things/{id}/parts/')).toThrow('is empty')
})

it('what is flawed of our own making is no gap of the target', () => {
  const said = answered({ id: 't_1' })
  expect(() => assertUsable(requestOf({ path: 'nowhere' }), [said])).not.toThrow()
})

describe('a lever that does not know what a target named', () => {
  const refusing = (error: Error) => async (): Promise<never> => {
    throw error
  }
  const trialWith = (error: Error): Trial =>
    createTrial({
      contract,
      session: {
        ...answering(() => json(200, { id: 't_1', amount: 1 })).open('test'),
        lever: refusing(error),
      },
      capabilities: new Set(['levers']),
      outages: false,
      account: 'a',
      seed: 1,
      nonce: '',
      onExchange: () => undefined,
      nextId: () => 0,
    })

  it('blocks on the answer that named it', async () => {
    const trial = trialWith(new Error('there is no such thing'))
    const made = await trial.call('createThing')
    expect(await blocked(() => trial.lever('pay', { thing: 't_1' }))).toMatchObject({
      name: 'Blocked',
      exchange: made,
      at: '/id',
    })
  })

  it('is a fault of ours where nobody named it, and an outage where there was no answer', async () => {
    for (const error of [new Error('no such lever'), new WireError('timeout')]) {
      const trial = trialWith(error)
      await trial.call('createThing')
      expect(await blocked(() => trial.lever('pay', { thing: error instanceof WireError ? 't_1' : 't_2' }))).toBe(error)
    }
  })
})

it('a query can hold any text of a target, but for one that is too long', () => {
  const said = (text: string) => [answered({ text })]
  for (const text of ['\0', '\u202e', 'a\nb', '..', ''])
    expect(() =>
      assertUsable(requestOf({ path: `/things?name=${encodeURIComponent(text)}` }), said(text)),
    ).not.toThrow()
  const long = 'x'.repeat(9_000)
  expect(() => assertUsable(requestOf({ path: `/things?name=${long}` }), said(long))).toThrow(
    'longer than 8000 characters',
  )
})
