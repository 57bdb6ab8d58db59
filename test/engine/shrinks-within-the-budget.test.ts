import { expect, it } from 'vitest'
import { answering, contract, json } from './acme.ts'
import { echo, judgeAcme, rowOf } from './judge-acme.ts'
import { withBudget } from '../../wire/layers/with-budget.ts'
import type { Check } from '../../model/check.ts'
import type { Target } from '../../wire/session.ts'

/** An Acme that answers large amounts with another one, within a budget. */
function liar(requests: number): { readonly target: Target; readonly asked: () => number } {
  let asked = 0
  const own = answering(({ body }) => {
    asked += 1
    const { amount } = JSON.parse(body || '{"amount":1}') as { readonly amount: number }
    return json(200, { id: 'thing_1', amount: amount > 12_345 ? amount + 1 : amount })
  })
  const carry = withBudget(own.open('').carry, { requests, creations: 1_000_000 }, contract.operations)
  return {
    target: { ...own, budgetLeft: carry.left, open: (label) => ({ ...own.open(label), carry }) },
    asked: () => asked,
  }
}

/** Its first input fails, and takes long to shrink. */
const failing: Check = { ...echo, visits: () => [{ amount: 100_000 }] }

it('a counterexample is shrunk with no more than a twentieth of the budget', async () => {
  const { target, asked } = liar(200)
  const run = await judgeAcme(target, [failing], { shrinks: 100 })
  expect(rowOf(run, 'acme.things.echo').verdict).toBe('gap')
  expect(asked()).toBe(1 + 200 / 20)
})

it('a large budget leaves the number of shrinks to the setting', async () => {
  const { target, asked } = liar(1_000_000)
  await judgeAcme(target, [failing], { shrinks: 7 })
  expect(asked()).toBeLessThanOrEqual(1 + 7)
  expect(asked()).toBeGreaterThan(1)
})

it('nothing is shrunk once half of the budget is used up, and every check is judged', async () => {
  const { target, asked } = liar(40)
  const checks = Array.from({ length: 20 }, (_, index) => ({ ...failing, id: `acme/things/echo-${index}` }))
  const verdicts = new Set<string>()
  await judgeAcme(target, checks, {
    shrinks: 100,
    onCheck: (_, outcomes) => {
      for (const { clause, verdict } of outcomes) if (clause === 'acme.things.echo') verdicts.add(verdict)
    },
  })
  expect([...verdicts]).toEqual(['gap'])
  expect(asked()).toBeLessThanOrEqual(40)
})
