import { expect, it } from 'vitest'
import { plainReads } from '../../../suites/laws/plain-reads.ts'
import { answering, contract, json } from '../../engine/acme.ts'
import { onceEach, rowOf } from '../../engine/judge-acme.ts'
import { planRun } from '../../../engine/plan.ts'
import { runProvider } from '../../../engine/provider-run.ts'
import { operation } from '../../operation.ts'

const clause = 'acme.things.echo'
const reading = (more: Parameters<typeof operation>[3]) => ({
  ...contract,
  operations: new Map([['readThing', operation('readThing', 'GET', '/things', { clause, ...more })]]),
})

it('what names nothing is read by itself', async () => {
  const checks = plainReads(reading({}))
  const verdictOn = async (status: number) => {
    const plan = planRun(reading({}), { checks, observers: [] })
    return rowOf(
      await runProvider(
        plan,
        answering(() => json(status, {})),
        onceEach,
      ),
      clause,
    )
  }
  expect(checks.map(({ id }) => id)).toEqual(['acme/plain-reads/read-thing'])
  expect((await verdictOn(200)).verdict).toBe('conforms')
  expect((await verdictOn(404)).verdict).toBe('gap')
})

it('what names something is left to other checks', () => {
  expect(plainReads(reading({ pathParameters: [{ name: 'thing', required: true, schema: {} }] }))).toEqual([])
  expect(plainReads(reading({ queryParameters: [{ name: 'of', required: true, schema: {} }] }))).toEqual([])
})
