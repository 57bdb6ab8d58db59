import { describe, expect, it } from 'vitest'
import type { Contract } from '../../../model/contract.ts'
import { refusals } from '../../../suites/laws/refusals-leave-no-trace.ts'
import { shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import type { Rules } from './shop/shop.ts'

const shop = shopContract({}, { refusals: { createThing: 'makes-nothing', updateThing: 'changes-nothing' } })
const body = {
  required: true,
  mediaTypes: ['application/json'],
  schema: {
    type: 'object',
    properties: { name: { type: 'string', maxLength: 30, 'x-refused': { maxLength: 'short-names' } } },
  },
}
const contract: Contract = {
  ...shop,
  operations: new Map([...shop.operations].map(([id, one]) => [id, id.endsWith('eThing') ? { ...one, body } : one])),
}
const refusing: Partial<Rules> = {
  stores: (sent) => (typeof sent['name'] === 'string' && sent['name'].length > 30 ? undefined : sent),
}

describe('a refused request', () => {
  it('leaves no trace in an honest shop', async () => {
    expect(await judged(refusals, contract, refusing)).toEqual({ 'makes-nothing': 'kept', 'changes-nothing': 'kept' })
  })

  it.for<readonly [string, Rules['trace'], readonly string[]]>([
    ['makes something', (before) => before ?? { id: 'made', name: 'Made' }, ['makes-nothing']],
    [
      'does a part of what it asks for',
      (before) => (before === undefined ? undefined : { ...before, weight: 3 }),
      ['changes-nothing'],
    ],
  ])('%s', async ([, trace, expected]) => {
    expect(await broken(refusals, contract, { ...refusing, trace })).toEqual(expected)
  })

  it('is none where the request is not refused', async () => {
    expect(await judged(refusals, contract)).toEqual({
      'makes-nothing': 'unobservable',
      'changes-nothing': 'unobservable',
    })
  })

  it('is not promised without a declaration', () => {
    expect(refusals.of({ contract: shopContract(), scenes }, 'thing')).toMatch(/nothing says/)
  })
})
