import { describe, expect, it } from 'vitest'
import { matrixCells } from '../../engine/matrix-cells.ts'
import { kept } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import { shopContract } from '../suites/laws/shop/contract.ts'

const check = (id: string, clause: string, law: string) => ({
  ...example(id, { arrange: () => Promise.resolve(), judge: { [clause]: () => kept() } }),
  cell: { law, resource: 'thing' },
})

describe('the cells of a matrix', () => {
  it('are the laws by resource, with what judges them or why they are not promised', () => {
    const suite = {
      checks: [check('a', 'one', 'lists'), check('b', 'two', 'lists'), check('c', 'one', 'lists')],
      observers: [],
      notPromised: [{ law: 'keys', resource: 'thing', why: 'there is no key' }],
    }
    const own = { provider: 'acme', resource: 'thing' }
    expect(matrixCells({ contract: shopContract(), suite })).toEqual([
      { ...own, law: 'lists', checks: ['a', 'b', 'c'], clauses: ['one', 'two'] },
      { ...own, law: 'keys', checks: [], clauses: [], notPromised: 'there is no key' },
    ])
  })
})
