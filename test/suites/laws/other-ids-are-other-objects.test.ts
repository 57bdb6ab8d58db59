import { describe, expect, it } from 'vitest'
import { ids } from '../../../suites/laws/other-ids-are-other-objects.ts'
import { shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import type { Rules } from './shop/shop.ts'

const contract = shopContract({}, { unknown: 'unknown' })

describe('ids that resemble others', () => {
  it('name nothing in an honest shop', async () => {
    expect(await judged(ids, contract)).toEqual({ unknown: 'kept' })
  })

  it.for<readonly [string, Rules['idOf']]>([
    ['in another case', (asked) => asked.toLowerCase()],
    ['cut off', (asked) => asked.replace(/x$/, '')],
  ])('depart where they are taken %s', async ([, idOf]) => {
    expect(await broken(ids, contract, { idOf })).toEqual(['unknown'])
  })

  it('are not promised without a declaration', () => {
    expect(ids.of({ contract: shopContract(), scenes }, 'thing')).toMatch(/nothing says/)
  })
})
