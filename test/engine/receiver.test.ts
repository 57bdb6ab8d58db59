import { kept } from '../../model/judgement.ts'
import { describe, expect, it } from 'vitest'
import { runScenario } from '../../engine/scenario.ts'
import type { ScenarioSetting } from '../../engine/scenario.ts'
import { example } from '../../model/check.ts'
import type { Exchange, WireRequest } from '../../model/exchange.ts'
import type { Receiver, Trial } from '../../model/trial.ts'
import type { Session, TakeDelivery, Target } from '../../wire/session.ts'
import { answering, contract, json } from './acme.ts'

const delivery = (body: string): WireRequest => ({
  method: 'POST',
  path: '/hooks/1',
  headers: [],
  body,
  credentials: { kind: 'none' },
})

/** A target whose deliveries the test makes, one address for each receiver. */
function delivering(settled: Session['settled'] = () => Promise.resolve()) {
  const takers: TakeDelivery[] = []
  const base = answering(() => json(200, { id: 't_1', amount: 1 }))
  const target: Target = {
    ...base,
    capabilities: new Set(['webhooks']),
    open: (label) => ({
      ...base.open(label),
      settled,
      receive: (take) => Promise.resolve(`https://hooks.example/${takers.push(take)}`),
    }),
  }
  return { target, deliver: (address: number, body: string) => takers[address - 1]?.(delivery(body)).status }
}

/** Runs one scenario; `arrange` has a receiver, and whatever it returns is what comes of the scenario. */
async function scenario<Evidence>(
  target: Target,
  arrange: (receiver: Receiver, trial: Trial) => Promise<Evidence>,
  watch: ScenarioSetting['watch'] = () => [],
) {
  let evidence: Evidence | undefined
  const check = example('acme/things/hook', {
    needs: ['webhooks'],
    arrange: async (trial) => (evidence = await arrange(await trial.receiver(), trial)),
    judge: { 'acme.things.echo': () => kept() },
  })
  let ids = 0
  const setting = { contract, target, watch, nonce: '', nextId: () => (ids += 1) }
  const { judged } = await runScenario(setting, check, 1, 'a')
  return { evidence, judged }
}

const bodies = (deliveries: readonly Exchange[] | undefined): readonly string[] | undefined =>
  deliveries?.map(({ request }) => request.body)

describe('a place for webhooks', () => {
  it('shows a scenario what came to its own address, and none of what another was sent', async () => {
    const { target, deliver } = delivering()
    const first = await scenario(target, async (receiver) => {
      deliver(1, 'one')
      return receiver.deliveries(1)
    })
    const second = await scenario(target, async (receiver) => {
      expect(deliver(1, 'one, late')).toBe(200)
      deliver(2, 'two')
      return receiver.deliveries(1)
    })
    expect([bodies(first.evidence), bodies(second.evidence)]).toEqual([['one'], ['two']])
  })

  it('accepts what comes after the scenario, so that it is not repeated, and shows it to no observer', async () => {
    const { target, deliver } = delivering()
    const seen: Exchange[] = []
    await scenario(
      target,
      async (receiver) => receiver.answer(500, 500),
      (exchange) => {
        seen.push(exchange)
        return []
      },
    )
    expect(deliver(1, 'late')).toBe(200)
    expect(seen).toEqual([])
  })

  it('is over after a scenario that failed, too', async () => {
    const { target, deliver } = delivering()
    const { judged } = await scenario(target, async (receiver) => {
      receiver.answer(500)
      throw new Error('of ours')
    })
    expect(judged[0]?.verdict).toBe('broken')
    expect(deliver(1, 'late')).toBe(200)
  })

  it('waits for as many as count', async () => {
    const asked: boolean[] = []
    const { target, deliver } = delivering(async (enough) => void asked.push(enough()))
    await scenario(target, async (receiver) => {
      deliver(1, 'other')
      await receiver.deliveries(1)
      await receiver.deliveries(1, ({ request }) => request.body === 'mine')
      deliver(1, 'mine')
      await receiver.deliveries(1, ({ request }) => request.body === 'mine')
    })
    expect(asked).toEqual([true, false, true])
  })

  it('turns a fault of ours at a delivery into one of the scenario, and still answers', async () => {
    const { target, deliver } = delivering()
    const { judged } = await scenario(
      target,
      async (receiver) => {
        expect(deliver(1, 'one')).toBe(200)
        return receiver.deliveries(1)
      },
      () => {
        throw new Error('the disk is full')
      },
    )
    expect(judged).toMatchObject([{ verdict: 'broken', reason: expect.stringContaining('the disk is full') }])
  })
})
