import { describe, expect, it } from 'vitest'
import { neighbours } from '../../../suites/laws/others-stay-as-they-are.ts'
import type { Scenes } from '../../../suites/laws/matrix.ts'
import { shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import type { Rules } from './shop/shop.ts'

const metadata = { at: '/metadata', update: 'merges', keys: 20, keyLength: 40, valueLength: 50, clauses: {} } as const
const ofThing = { stays: 'stays', metadata: { update: 'updateThing', clauses: {} } }
const contract = shopContract({ metadata }, ofThing)
/** A thing with another one as its part. */
const calls: Scenes['calls'] = {
  createThing: async (trial) => ({
    body: { name: 'Whole', part: (await scenes.references?.['thing']?.(trial)) ?? '' },
  }),
}

describe('the objects that others name', () => {
  it('stay as they are in an honest shop', async () => {
    expect(await judged(neighbours, contract, {}, calls)).toEqual({ stays: 'kept' })
  })

  it.for<readonly [string, Rules['named'], readonly string[]]>([
    ['another one that names them renames them', (value) => ({ ...value, name: 'Part' }), ['stays']],
    ['another one that names them makes them new', (value) => ({ ...value, created: 9 }), ['stays']],
    ['another one that names them takes their metadata', (value) => ({ ...value, metadata: {} }), ['stays']],
    ['only what is not promised changes', (value) => ({ ...value, sold: true }), []],
  ])('change where %s', async ([, named, expected]) => {
    expect(await broken(neighbours, contract, { named }, calls)).toEqual(expected)
  })

  it('are not promised to stay without a declaration', () => {
    expect(neighbours.of({ contract: shopContract(), scenes }, 'thing')).toMatch(/nothing says/)
  })
})
