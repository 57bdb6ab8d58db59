import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../model/json.ts'
import { spelling } from '../../../suites/laws/spellings-are-one.ts'
import { shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import type { Rules } from './shop/shop.ts'

const contract = shopContract({ bodies: { 'application/json': 'json' } })
const parsed = (encoded: string): JsonObject => JSON.parse(encoded) as JsonObject

describe('bodies that are spelled otherwise', () => {
  it('say the same in an honest shop', async () => {
    expect(await judged(spelling, contract)).toEqual({ json: 'kept' })
  })

  it.for<readonly [string, Rules['reads']]>([
    ['a charset is not understood', (encoded, type) => (type.includes(';') ? undefined : parsed(encoded))],
    ['media types have one case', (encoded, type) => (/[A-Z]/.test(type) ? undefined : parsed(encoded))],
    ['escapes are kept', (encoded) => parsed(encoded.replaceAll(/\\(?=u)/g, '\\\\'))],
    ['white space is not understood', (encoded) => (encoded.includes('\n') ? undefined : parsed(encoded))],
  ])('depart where %s', async ([, reads]) => {
    expect(await broken(spelling, contract, { reads })).toEqual(['json'])
  })

  it('are not blamed where the usual spelling is not shown either', async () => {
    const stores: Rules['stores'] = (sent) => ({ ...sent, name: 'Another' })
    expect(await broken(spelling, contract, { stores })).toEqual([])
  })

  it('are not promised without a declaration', () => {
    expect(spelling.of({ contract: shopContract(), scenes }, 'thing')).toMatch(/nothing says/)
  })
})
