import { describe, expect, it } from 'vitest'
import { stays } from '../../../suites/laws/what-is-left-alone-stays.ts'
import { shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import type { Rules } from './shop/shop.ts'

const contract = shopContract({}, { stays: 'stays' })

describe('what nobody touches', () => {
  it('stays as it is in an honest shop', async () => {
    expect(await judged(stays, contract)).toEqual({ stays: 'kept' })
  })

  it.for<readonly [string, Rules['concerns']]>([
    ['the oldest', (id, all) => [id, all[0] ?? id]],
    ['the latest', (id, all) => [id, all.at(-1) ?? id]],
    ['every one', (_, all) => all],
  ])('departs where an action changes %s besides', async ([, concerns]) => {
    expect(await broken(stays, contract, { concerns })).toEqual(['stays'])
  })

  it('departs where a deletion removes others besides', async () => {
    let deleted = false
    const finds: Rules['finds'] = (operation) => {
      deleted ||= operation === 'deleteThing'
      return !(deleted && operation === 'readThing')
    }
    expect(await broken(stays, contract, { finds })).toEqual(['stays'])
  })

  it('is not promised without a declaration', () => {
    expect(stays.of({ contract: shopContract(), scenes }, 'thing')).toMatch(/nothing says/)
  })
})
