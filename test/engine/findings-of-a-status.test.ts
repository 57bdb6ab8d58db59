import { expect, it } from 'vitest'
import { example } from '../../model/check.ts'
import { all } from '../../model/judgement.ts'
import { equals, hasExactStatus } from '../../suites/vocabulary/judge.ts'
import { answering, json } from './acme.ts'
import { judgeAcme, rowOf } from './judge-acme.ts'

it('an answer with another status than expected is told by that alone', async () => {
  const both = example('acme/things/both', {
    arrange: async (trial) => [
      await trial.call('createThing', { body: { amount: 1 } }),
      await trial.call('createThing', { body: { amount: 2 } }),
    ],
    judge: {
      'acme.things.echo': ([first, second]) =>
        all(hasExactStatus(first!, 200), equals(first!, '/amount', 1), equals(second!, '/amount', 7)),
    },
  })
  const target = answering((_, count) => (count === 1 ? json(404, {}) : json(200, { id: 'thing_1', amount: 2 })))
  const { findings } = rowOf(await judgeAcme(target, [both]), 'acme.things.echo')
  expect(findings.map(({ at, exchange }) => [at, exchange])).toEqual([
    ['status', 1],
    ['/amount', 2],
  ])
})
