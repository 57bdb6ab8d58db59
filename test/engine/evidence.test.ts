import { describe, expect, it } from 'vitest'
import { mergeRuns } from '../../engine/merge.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { all, each, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Finding } from '../../model/report.ts'
import type { Trial } from '../../model/trial.ts'
import { equals, holds, sameBody } from '../../suites/vocabulary/judge.ts'
import { read, textAt } from '../../suites/vocabulary/read.ts'
import type { TakeDelivery, Target } from '../../wire/session.ts'
import { answering, json } from './acme.ts'
import { judgeAcme, rowOf } from './judge-acme.ts'

/** A target that gives each answer the number of its request as the amount. */
const counting = (): Target => answering((_, count) => json(200, { id: `thing_${count}`, amount: count }))

/** The hands of a check: make one thing, or read one. */
const make = (trial: Trial): Promise<Exchange> => trial.call('createThing', { body: { amount: 1 } })
const look = (trial: Trial): Promise<Exchange> => trial.call('readThing', { path: { thing: 'thing_1' } })

interface Seen {
  readonly made: Exchange
  readonly once: Exchange
  readonly again: Exchange
}

const seen = async (trial: Trial): Promise<Seen> => ({
  made: await make(trial),
  once: await look(trial),
  again: await look(trial),
})

async function findingsOf<Evidence>(
  arrange: (trial: Trial) => Promise<Evidence>,
  judge: (evidence: Evidence) => Judgement,
  target: Target = counting(),
): Promise<readonly Finding[]> {
  const check = example('acme/things/evidence', { arrange, judge: { 'acme.things.should': judge } })
  return rowOf(await judgeAcme(target, [check]), 'acme.things.should').findings
}

describe('a finding of a scenario of several exchanges', () => {
  it.each<[string, (evidence: Seen) => Judgement, number, string]>([
    ['the first answer is wrong', ({ made }) => equals(made, '/amount', 9), 1, 'POST'],
    ['one that is compared with an earlier one is', ({ made, once }) => sameBody(made, once, ['id']), 2, 'GET'],
    [
      'a value that was read of one of them is',
      ({ once }) => holds(false, '/amount', 'another one', read(once, '/amount')),
      2,
      'GET',
    ],
    ['the last one is', ({ again }) => equals(again, '/amount', 9), 3, 'GET'],
  ])('is in the one that departs, and its curl line repeats it, where %s', async (_, judge, exchange, method) => {
    const [finding] = await findingsOf(seen, judge)
    expect(finding).toMatchObject({ exchange, evidence: [1, 2, 3] })
    expect(finding?.curl).toMatch(new RegExp(`^curl -i -X ${method} `))
  })

  it('has a curl line for each place where it departs', async () => {
    const found = await findingsOf(seen, ({ made, again }) =>
      all(equals(made, '/amount', 9), equals(again, '/amount', 9)),
    )
    expect(found.map(({ exchange, curl }) => [exchange, curl.split(' ')[3]])).toEqual([
      [1, 'POST'],
      [3, 'GET'],
    ])
  })

  it('names no exchange where it takes several to tell, and repeats the last request', async () => {
    const [finding] = await findingsOf(
      async (trial) => [await look(trial), await make(trial)],
      (seenAll) => holds(false, '/data', 'one thing', seenAll.length),
    )
    expect(finding).not.toHaveProperty('exchange')
    expect(finding?.curl).toMatch(/^curl -i -X POST /)
  })

  it('keeps the exchange that departs, however many came after it', async () => {
    const many = async (trial: Trial): Promise<readonly Exchange[]> => {
      const looks: Exchange[] = []
      while (looks.length < 20) looks.push(await look(trial))
      return looks
    }
    const check = example('acme/things/many', {
      arrange: many,
      judge: {
        'acme.things.should': (seenAll) =>
          each([seenAll[0], seenAll[4]], (one) => equals(one as Exchange, '/amount', 9)),
      },
    })
    const run = await judgeAcme(counting(), [check])
    const [first, fifth] = rowOf(run, 'acme.things.should').findings
    expect(first).toMatchObject({ exchange: 1, evidence: [1, 5, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] })
    expect(fifth).toMatchObject({ exchange: 5, evidence: first?.evidence })
    expect(run.exchanges.map(({ id }) => id)).toEqual(first?.evidence)
  })

  it('is in the exchange that blocks a check', async () => {
    const missing = answering(({ method }) => (method === 'GET' ? json(404, {}) : json(200, { id: 't', amount: 1 })))
    const check = example('acme/things/blocked', {
      arrange: async (trial) => [await trial.given('readThing', { path: { thing: 't' } }), await make(trial)],
      judge: { 'acme.things.should': () => kept() },
    })
    const { findings } = rowOf(await judgeAcme(missing, [check]), 'acme.things.readThing.answers')
    expect(findings).toMatchObject([{ at: 'status', actual: 404, exchange: 1, evidence: [1] }])
  })

  it('is in the exchange that an observer saw', async () => {
    const check = example('acme/things/observed', {
      arrange: async (trial) => textAt(await make(trial), '/id') + textAt(await look(trial), '/id'),
      judge: { 'acme.things.should': () => kept() },
    })
    const wrong = answering((_, count) => json(200, { id: 'thing_1', amount: count === 1 ? '1' : 1 }))
    const { findings } = rowOf(await judgeAcme(wrong, [check]), 'acme.things.object.amount')
    expect(findings).toMatchObject([{ at: '/amount', actual: '1', exchange: 1, evidence: [1] }])
  })

  it('keeps to its exchange when runs are merged and numbered anew', async () => {
    const part = (id: string) =>
      judgeAcme(counting(), [
        example(id, { arrange: seen, judge: { 'acme.things.should': ({ once }) => equals(once, '/amount', 9) } }),
      ])
    const merged = mergeRuns([await part('acme/things/one'), await part('acme/things/other')])
    expect(rowOf(merged, 'acme.things.should').findings).toMatchObject([
      { by: 'acme/things/one', exchange: 2, evidence: [1, 2, 3] },
      { by: 'acme/things/other', exchange: 5, evidence: [4, 5, 6] },
    ])
  })
})

describe('a finding of a delivery', () => {
  /** A target that delivers the body of each new thing to whoever listens. */
  function delivering(): Target {
    const takers: TakeDelivery[] = []
    const target = answering(({ body }) => {
      for (const take of takers) take({ method: 'POST', path: '/', headers: [], body, credentials: { kind: 'none' } })
      return json(200, { id: 'thing_1', amount: 1 })
    })
    return {
      ...target,
      open: (label) => ({
        ...target.open(label),
        receive: async (take) => {
          takers.push(take)
          return 'https://receiver.example/1'
        },
      }),
    }
  }

  const delivered = async (trial: Trial): Promise<readonly Exchange[]> => {
    const receiver = await trial.receiver()
    const made = await make(trial)
    return [made, ...(await receiver.deliveries(1))]
  }

  it('is in the delivery, and has no curl line: it is not ours to send', async () => {
    const [finding] = await findingsOf(
      delivered,
      ([, delivery]) => holds(false, '/amount', 2, JSON.parse(delivery?.request.body ?? '').amount),
      delivering(),
    )
    expect(finding).toMatchObject({ at: '/amount', actual: 1, curl: '' })
    expect(finding?.exchange).toBe(finding?.evidence[0])
  })

  it('repeats the last request of ours where no exchange is named', async () => {
    const last = async (trial: Trial): Promise<number> => {
      const deliveries = await delivered(trial)
      return deliveries.length
    }
    const [finding] = await findingsOf(last, (count) => holds(false, '', 'no delivery', count), delivering())
    expect(finding?.curl).toMatch(/^curl -i -X POST "\$ORIGIN"'\/things'/)
  })
})
