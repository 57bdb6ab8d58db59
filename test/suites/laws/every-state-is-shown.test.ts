import { describe, expect, it } from 'vitest'
import type { Trial } from '../../../model/trial.ts'
import { views } from '../../../suites/laws/every-state-is-shown.ts'
import { shopContract } from './shop/contract.ts'
import { scenes } from './shop/judged.ts'
import { openShop } from './shop/shop.ts'
import type { Rules } from './shop/shop.ts'

const contract = shopContract({}, { stays: 'stays', views: ['readThing'] })
const states = {
  thing: {
    new: async (trial: Trial) => {
      const made = await trial.given('createThing', { body: { name: trial.unique('Thing ') } })
      return { thing: (made.response.json as { readonly id: string }).id }
    },
  },
}

async function said(lies: Partial<Rules> = {}) {
  const checks = views.of({ contract, scenes: { ...scenes, states } }, 'thing')
  if (typeof checks === 'string') throw new Error(checks)
  const [check] = checks
  const evidence = await check?.arrange(openShop(lies), undefined)
  return check?.judge['stays']?.(evidence, undefined).says
}

describe('in each state', () => {
  it('a thing is shown by every operation that reads it', async () => {
    expect(await said()).toBe('kept')
  })

  it('a view that does not find it departs', async () => {
    let reads = 0
    const finds: Rules['finds'] = (operation) => operation !== 'readThing' || (reads += 1) > 1
    expect(await said({ finds })).toBe('departs')
  })

  it('is not promised where no scene brings a thing into a state', () => {
    expect(views.of({ contract, scenes }, 'thing')).toMatch(/in every state/)
  })
})
