import { describe, expect, it } from 'vitest'
import { created } from '../../../suites/laws/creation-times-stay.ts'
import { shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import type { Rules } from './shop/shop.ts'

const contract = shopContract({}, { created: { at: '/created', unit: 'seconds', clause: 'created' } })

describe('the time of creation', () => {
  it('is told by an honest shop', async () => {
    expect(await judged(created, contract)).toEqual({ created: 'kept' })
  })

  it.for<readonly [string, Partial<Rules>]>([
    ['counts another unit', { madeAt: (now) => (now + 1_000_000) * 1000 }],
    ['is an hour ahead', { madeAt: (now) => now + 3600 }],
    ['moves with an update', { changed: (value, before) => ({ ...value, created: Number(before['created']) + 60 }) }],
  ])('departs where it %s', async ([, lies]) => {
    expect(await broken(created, contract, lies)).toEqual(['created'])
  })

  it('is not promised without a declaration', () => {
    expect(created.of({ contract: shopContract(), scenes }, 'thing')).toMatch(/nothing says/)
  })
})
