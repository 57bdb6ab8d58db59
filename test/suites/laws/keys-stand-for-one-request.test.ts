import { describe, expect, it } from 'vitest'
import { keys } from '../../../suites/laws/keys-stand-for-one-request.ts'
import { shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import { honest } from './shop/shop.ts'
import type { Rules } from './shop/shop.ts'

const rules = [
  'answer',
  'order',
  'status',
  'success',
  'create',
  'once',
  'other-parameters',
  'other-endpoint',
  'refused-without-effect',
  'distinct',
  'account',
  'known',
  'forgotten',
  'in-flight',
  'in-flight-once',
  'failure',
]
const contract = shopContract({
  keys: {
    operations: ['createThing', 'updateThing', 'deleteThing', 'closeThing'],
    longest: 100,
    known: 90_000,
    forgotten: 100_000,
    clauses: Object.fromEntries([...rules, 'method'].map((rule) => [rule, rule])),
  },
})

const withoutSize = ({ body, ...rest }: Parameters<Rules['sameRequest']>[0]): unknown => {
  const { size: _, ...flat } = (body ?? {}) as Record<string, unknown>
  return { ...rest, flat }
}

describe('keys that stand for one request', () => {
  it('are kept by an honest shop, every rule of them looked at', async () => {
    const said = await judged(keys, contract)
    expect(said).toEqual(Object.fromEntries([...rules, 'method'].map((rule) => [rule, 'kept'])))
  })

  it.for<readonly [string, Partial<Rules>, readonly string[]]>([
    ['ignored by one operation', { takesKey: (operation) => operation !== 'closeThing' }, ['answer', 'once']],
    ['ignored by another method', { takesKey: (operation) => operation !== 'deleteThing' }, ['method', 'status']],
    ['taken without case', { keyName: (key, account) => `${account} ${key.toLowerCase()}` }, ['distinct']],
    ['cut off', { keyName: (key, account) => `${account} ${key.slice(0, 64)}` }, ['distinct']],
    ['shared by accounts', { keyName: (key) => key }, ['account']],
    ['compared by their order', { sameRequest: (a, b) => JSON.stringify(a) === JSON.stringify(b) }, ['order']],
    [
      'compared on the surface',
      { sameRequest: (a, b) => JSON.stringify(withoutSize(a)) === JSON.stringify(withoutSize(b)) },
      ['other-parameters'],
    ],
    [
      'compared without case',
      { sameRequest: (a, b) => JSON.stringify(a).toLowerCase() === JSON.stringify(b).toLowerCase() },
      ['other-parameters'],
    ],
    [
      'good for any endpoint',
      {
        sameRequest: (a, b) =>
          a['operation'] === b['operation'] && honest.sameRequest(a['body'] as never, b['body'] as never),
      },
      ['other-endpoint'],
    ],
    ['refused with an effect', { refusedHasEffect: true }, ['refused-without-effect']],
    ['renewed by each use', { expires: (_, sinceLastUse) => sinceLastUse >= 100_000 }, ['forgotten']],
    ['forgotten early', { expires: (age) => age >= 86_400 }, ['known']],
    ['never forgotten', { expires: () => false }, ['forgotten']],
    ['carried out twice at once', { whileRunning: 'executes' }, ['in-flight', 'in-flight-once']],
    ['free after a failure', { keepsFailures: false }, ['failure']],
  ])('depart where they are %s', async ([, lies, expected]) => {
    expect(await broken(keys, contract, lies)).toEqual(expect.arrayContaining([...expected]))
  })

  it('are not promised without a declaration, or of what nothing writes', () => {
    const matrix = { scenes }
    expect(keys.of({ ...matrix, contract: shopContract() }, 'thing')).toBe('no request may be repeated under a key')
    const unwritten = shopContract({ keys: { operations: ['readThing'], longest: 9, clauses: {} } })
    expect(keys.of({ ...matrix, contract: unwritten }, 'thing')).toBe(
      'no request that writes it may be repeated under a key',
    )
  })
})
