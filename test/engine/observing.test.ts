import { kept } from '../../model/judgement.ts'
import { describe, expect, it } from 'vitest'
import { runScenario } from '../../engine/scenario.ts'
import { example } from '../../model/check.ts'
import type { WireResponse } from '../../model/exchange.ts'
import { WireError } from '../../wire/errors.ts'
import { answering, contract, json } from './acme.ts'

const twice = example('acme/things/twice', {
  arrange: async (trial) => {
    await trial.given('createThing', { body: { amount: 1 } })
    return trial.call('readThing', { path: { thing: 'thing_1' } })
  },
  judge: { 'acme.things.echo': () => kept() },
})

function scenario(answer: () => Promise<WireResponse>, watch: (operation: string) => void) {
  const target = answering(() => json(200, { id: 'thing_1', amount: 1 }))
  let id = 0
  return runScenario(
    {
      contract,
      target: { ...target, open: (label) => ({ ...target.open(label), carry: answer }) },
      watch: ({ operation }) => {
        watch(operation ?? '')
        return []
      },
      nonce: '',
      nextId: () => (id += 1),
    },
    twice,
    1,
    'x1',
  )
}

describe('observing', () => {
  it('happens while the next answer is awaited, and for the last one before its check is judged', async () => {
    const order: string[] = []
    let sent = 0
    const answer = async (): Promise<WireResponse> => {
      const number = (sent += 1)
      order.push(`sent ${number}`)
      await new Promise(setImmediate)
      order.push(`answered ${number}`)
      return json(200, { id: 'thing_1', amount: 1 })
    }
    await scenario(answer, (operation) => order.push(`observed ${operation}`))
    expect(order).toEqual([
      'sent 1',
      'answered 1',
      'sent 2',
      'observed createThing',
      'answered 2',
      'observed readThing',
    ])
  })

  it('that fails leaves no answer which nobody awaits, and is told as a fault of ours', async () => {
    const unawaited: unknown[] = []
    const note = (reason: unknown): void => void unawaited.push(reason)
    process.on('unhandledRejection', note)
    let sent = 0
    const answer = async (): Promise<WireResponse> => {
      sent += 1
      if (sent === 1) return json(200, { id: 'thing_1', amount: 1 })
      await new Promise(setImmediate)
      throw new WireError('reset')
    }
    const { judged } = await scenario(answer, () => {
      throw new Error('no such clause')
    })
    for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate)
    process.off('unhandledRejection', note)
    expect(judged).toMatchObject([{ verdict: 'broken', reason: 'a fault of ours: no such clause' }])
    expect(unawaited).toEqual([])
  })
})
