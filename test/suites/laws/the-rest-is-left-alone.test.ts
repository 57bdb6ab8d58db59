import { describe, expect, it } from 'vitest'
import { keeps } from '../../../suites/laws/the-rest-is-left-alone.ts'
import { shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import type { Rules } from './shop/shop.ts'

const writes = {
  updateThing: [
    {
      clause: 'sets',
      properties: {
        '/name': { kind: 'text' },
        '/color': { kind: 'choice', values: ['red', 'blue'] },
        '/size/height': { kind: 'integer' },
      },
    },
  ],
} as const
const contract = shopContract(
  {},
  {
    writes,
    keeps: {
      updateThing: { clause: 'update', changes: [] },
      closeThing: { clause: 'close', changes: ['/closed'] },
    },
  },
)

const after = (operation: string, forget: Parameters<Rules['changed']>[0]): Partial<Rules> => ({
  changed: (value, _, changing) => (changing === operation ? { ...value, ...forget } : value),
})

describe('the rest of an object', () => {
  it('is left alone by an honest shop', async () => {
    expect(await judged(keeps, contract)).toEqual({ update: 'kept', close: 'kept' })
  })

  it.for<readonly [string, Partial<Rules>, readonly string[]]>([
    ['an action renames it', after('closeThing', { name: 'Closed' }), ['close']],
    ['an action makes it new', after('closeThing', { created: 9 }), ['close']],
    ['an action forgets what an update wrote', after('closeThing', { color: null }), ['close']],
    [
      'an update forgets a color that is not sent',
      { changed: (value, before) => (value['name'] === before['name'] ? value : { ...value, color: null }) },
      ['update'],
    ],
    [
      'an update of the size forgets the name',
      {
        changed: (value, before) =>
          JSON.stringify(value['size']) === JSON.stringify(before['size']) ? value : { ...value, name: null },
      },
      ['update'],
    ],
  ])('changes where %s', async ([, lies, expected]) => {
    expect(await broken(keeps, contract, lies)).toEqual(expected)
  })

  it('changes for a clause about a few places only where it changes there', async () => {
    const narrow = shopContract(
      {},
      { writes, keeps: { updateThing: { clause: 'update', changes: [], only: ['/created'] } } },
    )
    expect(await broken(keeps, narrow, after('updateThing', { weight: 3 }))).toEqual([])
    expect(
      await broken(keeps, narrow, {
        changed: (value, before) => ({ ...value, created: Number(before['created']) + 1 }),
      }),
    ).toEqual(['update'])
  })

  it('is not promised without a declaration', () => {
    expect(keeps.of({ contract: shopContract(), scenes }, 'thing')).toMatch(/nothing says/)
  })
})
