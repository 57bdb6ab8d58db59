import { describe, expect, it } from 'vitest'
import { Blocked } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { inAnyWay } from '../../suites/vocabulary/ways.ts'
import { answered } from '../answered.ts'

function run(): {
  readonly trial: Trial
  readonly taken: string[]
  readonly way: (name: string, works: boolean) => () => Promise<string>
} {
  const taken: string[] = []
  return {
    trial: { memory: new Map() } as unknown as Trial,
    taken,
    way: (name, works) => async () => {
      taken.push(name)
      if (!works) throw new Blocked(answered({}, 400), `${name} is refused`)
      return name
    },
  }
}

describe('a state that can be brought about in several ways', () => {
  it('is brought about in the first that works', async () => {
    const { trial, taken, way } = run()
    expect(await inAnyWay(trial, 'state', [way('a', false), way('b', true), way('c', true)])).toBe('b')
    expect(taken).toEqual(['a', 'b'])
  })

  it('is brought about in that way alone from then on, also where it fails', async () => {
    const { trial, taken, way } = run()
    await inAnyWay(trial, 'state', [way('a', false), way('b', true)])
    await expect(inAnyWay(trial, 'state', [way('a', true), way('b', false)])).rejects.toThrow('b is refused')
    expect(taken).toEqual(['a', 'b', 'b'])
  })

  it('is out of reach where none works, for the reason of the first', async () => {
    const { trial, way } = run()
    await expect(inAnyWay(trial, 'state', [way('a', false), way('b', false)])).rejects.toThrow('a is refused')
  })

  it('is not looked for further after a fault of ours', async () => {
    const { trial, taken, way } = run()
    const fault = (): Promise<string> => Promise.reject(new Error('a fault'))
    await expect(inAnyWay(trial, 'state', [fault, way('b', true)])).rejects.toThrow('a fault')
    expect(taken).toEqual([])
  })
})
