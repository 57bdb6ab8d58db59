import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createInOrder } from '../../engine/in-order.ts'
import { sideBySide } from '../../engine/side-by-side.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import { hasStatus } from '../../suites/vocabulary/judge.ts'
import { answering, json } from './acme.ts'
import { judgeAcme, rowOf } from './judge-acme.ts'

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('work side by side', () => {
  it('begins in order, and has as many under way as it may', async () => {
    const begun: number[] = []
    let [underWay, most] = [0, 0]
    await sideBySide([5, 4, 3, 2, 1], 3, async (item) => {
      begun.push(item)
      underWay += 1
      most = Math.max(most, underWay)
      await turns(item)
      underWay -= 1
    })
    expect({ begun, most, underWay }).toEqual({ begun: [5, 4, 3, 2, 1], most: 3, underWay: 0 })
  })

  it('leaves what has to be alone alone', async () => {
    const underWay = new Set<number>()
    const beside: number[] = []
    const work = async (item: number): Promise<void> => {
      underWay.add(item)
      await turns(3)
      if (item === 3) beside.push(...underWay)
      underWay.delete(item)
    }
    await sideBySide([1, 2, 3, 4, 5], 4, work, (item) => item === 3)
    expect(beside).toEqual([3])
  })

  it('begins nothing after a failure, which it throws when all has ended', async () => {
    const ended: number[] = []
    const work = async (item: number): Promise<void> => {
      if (item === 2) throw new Error('the second failed')
      await turns(item)
      ended.push(item)
    }
    await expect(sideBySide([9, 2, 3, 4], 2, work)).rejects.toThrow('the second failed')
    expect(ended).toEqual([9])
  })
})

describe('results in order', () => {
  it('are handed on by the turns that were taken, in whatever order they come', () => {
    const shuffled = fc.uniqueArray(fc.nat(20), { minLength: 21, maxLength: 21 })
    fc.assert(
      fc.property(shuffled, (arrivals) => {
        const taken: number[] = []
        const takeTurn = createInOrder<number>((result) => taken.push(result))
        const done = arrivals.map(() => takeTurn())
        for (const turn of arrivals) done[turn]?.(turn)
        expect(taken).toEqual(arrivals.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('checks side by side', () => {
  const creating = (name: string, more: Partial<Check> = {}): Check => ({
    ...example(`acme/things/${name}`, {
      arrange: (trial) => trial.call('createThing', { body: { name, amount: 1 } }),
      judge: { 'acme.things.echo': (created) => hasStatus(created, 200) },
    }),
    ...more,
  })

  /** Answers each check the sooner the later it is in the plan, and refuses all. */
  function lastFirst(names: readonly string[], atOnce: number) {
    const underWay: string[] = []
    const most: string[][] = []
    const target = answering(() => json(409, {}), { atOnce })
    return {
      most,
      target: {
        ...target,
        open: (label: string) => ({
          ...target.open(label),
          carry: async ({ body }: { readonly body: string }) => {
            const { name } = JSON.parse(body) as { readonly name: string }
            underWay.push(name)
            most.push([...underWay])
            await turns(2 * (names.length - names.indexOf(name)))
            underWay.splice(underWay.indexOf(name), 1)
            return json(409, { id: name, amount: 1 })
          },
        }),
      },
    }
  }

  const names = ['one', 'two', 'three', 'four']

  it.for([
    [1, 1],
    [4, 4],
  ])('%i at once come to the report in the order of the plan', async ([atOnce, expected]) => {
    const { target, most } = lastFirst(names, atOnce as number)
    const run = await judgeAcme(
      target,
      names.map((name) => creating(name)),
    )
    expect(Math.max(...most.map(({ length }) => length))).toBe(expected)
    const { findings } = rowOf(run, 'acme.things.echo')
    expect(findings.map(({ by }) => by)).toEqual(names.map((name) => `acme/things/${name}`))
  })

  it.for([{ alone: true }, { needs: ['fresh-account'] as const }])('are not beside one with %o', async (more) => {
    const { target, most } = lastFirst(names, 4)
    const able = { ...target, capabilities: new Set(['keyed', 'fresh-account'] as const) }
    await judgeAcme(
      able,
      names.map((name) => creating(name, name === 'three' ? more : {})),
    )
    expect(most.filter((beside) => beside.includes('three'))).toEqual([['three']])
    expect(most).toContainEqual(['one', 'two'])
  })
})
