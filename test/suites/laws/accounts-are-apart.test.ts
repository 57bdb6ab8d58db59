import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../model/declaration.ts'
import { isolation } from '../../../suites/laws/accounts-are-apart.ts'
import { shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import type { Rules } from './shop/shop.ts'

const rules = ['read', 'write', 'list', 'refer']
const contract = shopContract({ isolation: { clauses: Object.fromEntries(rules.map((rule) => [rule, rule])) } })

/** Operations that find what other accounts have. */
const open = (...operations: readonly string[]): Partial<Rules> => ({
  finds: (operation, owner, account) => owner === account || operations.includes(operation),
})

describe('accounts that are apart', () => {
  it('are kept apart by an honest shop, every rule of it looked at', async () => {
    expect(await judged(isolation, contract)).toEqual(Object.fromEntries(rules.map((rule) => [rule, 'kept'])))
  })

  it.for<readonly [string, readonly string[]]>([
    ['readThing', ['read']],
    ['updateThing', ['write']],
    ['closeThing', ['write']],
    ['deleteThing', ['write']],
    ['listThings', ['list']],
    ['refer', ['refer']],
  ])('depart where %s reaches into another account', async ([operation, expected]) => {
    expect(await broken(isolation, contract, open(operation))).toEqual(expected)
  })

  it('depart where what was made in one of several ways is not found by its maker', async () => {
    const several = shopContract({ isolation: { clauses: { read: 'read' } } }, {})
    const { thing } = several.declaration.resources
    const finds: Rules['finds'] = (operation, owner, account) => owner === account && operation !== 'readThing'
    const create = ['createThing', 'createThing']
    const resources = { thing: { ...thing, create } as Resource }
    const ofBoth = { ...several, declaration: { ...several.declaration, resources } }
    expect(await broken(isolation, ofBoth, { finds })).toEqual(['read'])
  })

  it('are not promised without a declaration', () => {
    expect(isolation.of({ contract: shopContract(), scenes }, 'thing')).toBe(
      'nothing says what one account sees of another',
    )
  })
})
