import { describe, expect, it } from 'vitest'
import type { Contract, VersionChange } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import type { ClauseRow } from '../../model/report.ts'
import { changeBehind, createSpoken } from '../../engine/spoken-version.ts'
import { answered } from '../answered.ts'

const renamed: VersionChange = {
  since: '2020-01-01',
  text: 'The `weight` of a thing became `mass`.',
  address: 'https://acme.example/changes',
  of: 'thing',
  properties: ['weight'],
  became: ['mass'],
}
const contract = {
  provider: { version: { name: '2019-01-01', header: 'acme-version', later: [renamed] } },
} as unknown as Contract

function answer(body: Json, told?: string, asked = '2019-01-01'): Exchange {
  const exchange = answered(body, 200)
  return {
    ...exchange,
    request: { ...exchange.request, headers: [['acme-version', asked]] },
    response: { ...exchange.response, headers: told === undefined ? [] : [['acme-version', told]] },
  }
}

function spokenBy(...answers: readonly Exchange[]): ReturnType<ReturnType<typeof createSpoken>['version']> {
  const spoken = createSpoken(contract)
  for (const one of answers) spoken.see(one)
  return spoken.version()
}

const thing = { object: 'thing', weight: 1 }
const later = { object: 'thing', mass: 1 }

describe('the version that a target speaks', () => {
  it('is told by the header of its answers', () => {
    expect(spokenBy(answer(thing, '2021-06-01'), answer(thing, '2021-06-01'))).toEqual({
      name: '2021-06-01',
      by: 'header',
    })
    expect(spokenBy(answer(thing, '2019-01-01'))).toBeUndefined()
    expect(spokenBy(answer(later, '2019-01-01'))).toBeUndefined()
  })

  it('is not told by answers to who asked for another one, or by what is no version', () => {
    expect(spokenBy(answer(thing, '2018-01-01', '2018-01-01'))).toBeUndefined()
    expect(spokenBy(answer(thing, 'the newest one of all'))).toBeUndefined()
  })

  it('is told by renamed properties where no answer names it', () => {
    expect(spokenBy(answer(later), answer({ data: [later] }), answer({ object: 'cat', weight: 1 }))).toEqual({
      name: '2020-01-01',
      by: 'properties',
    })
    expect(spokenBy(answer(thing), answer(later))).toBeUndefined()
    expect(spokenBy(answer({ ...later, weight: 1 }))).toBeUndefined()
    expect(spokenBy(answer({ object: 'thing' }))).toBeUndefined()
  })
})

describe('a gap', () => {
  const spoken = { name: '2020-06-01', by: 'header' } as const
  const told = { since: renamed.since, text: renamed.text, address: renamed.address }
  const behind = (places: readonly string[], refusal?: string, name: string = spoken.name): unknown =>
    changeBehind(
      contract,
      { ...spoken, name },
      { verdict: 'gap', findings: places.map((at) => ({ at })) } as unknown as ClauseRow,
      () => refusal,
    )

  it('is a difference of that version where all of its findings are about what it changed', () => {
    expect(behind(['/weight', '/data/0/weight'])).toEqual(told)
    expect(behind(['/weight', '/height'])).toBeUndefined()
    expect(behind([])).toBeUndefined()
    expect(behind(['/weight'], undefined, '2019-06-01')).toBeUndefined()
  })

  it('is one where a request was refused for what is there no more', () => {
    expect(behind(['status'], '{"error":{"param":"weight"}}')).toEqual(told)
    expect(behind(['status'], '{"error":{"param":"height"}}')).toBeUndefined()
    expect(behind(['status'])).toBeUndefined()
  })

  it('is one where the version itself is not the one asked for', () => {
    expect(behind(['acme-version'])).toMatchObject({ since: '2020-06-01' })
    expect(behind(['acme-version', '/height'])).toBeUndefined()
  })
})
