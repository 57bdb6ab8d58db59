import { expect, it } from 'vitest'
import { honest, echo, judgeAcme, rowOf } from './judge-acme.ts'
import type { Check } from '../../model/check.ts'
import { answering, json } from './acme.ts'

const amounts: number[] = []
const noting = answering(({ body }) => {
  const sent = JSON.parse(body || '{"amount":1}') as { amount: number }
  amounts.push(sent.amount)
  return json(200, { id: 'thing_1', amount: sent.amount === 4_294_967_296 ? 0 : sent.amount })
})
const visiting: Check = { ...echo, visits: () => [{ amount: 7 }, { amount: 4_294_967_296 }] }

it('inputs are visited in every run, before those that are generated', async () => {
  amounts.length = 0
  await judgeAcme(noting, [{ ...echo, visits: () => [{ amount: 7 }, { amount: 8 }] }], { runs: 3 })
  expect(amounts).toHaveLength(5)
  expect(amounts.slice(0, 2)).toEqual([7, 8])
})

it('a visited input that fails is a gap', async () => {
  const row = rowOf(await judgeAcme(noting, [visiting], { runs: 1 }), 'acme.things.echo')
  expect([row.verdict, row.findings[0]?.expected]).toEqual(['gap', 4_294_967_296])
})

it('a target that keeps its promises keeps them there as well', async () => {
  expect(rowOf(await judgeAcme(honest, [visiting]), 'acme.things.echo').verdict).toBe('conforms')
})
