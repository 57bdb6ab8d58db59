import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded } from '../../reporters/terminal/fold.ts'

describe('a line that is too long', () => {
  it.for([
    ['    a b c d e f g h i j k', 20, ['    a b c d e f g h', '      i j k']],
    ['  3. ✗ The server lacks operations', 24, ['  3. ✗ The server lacks', '       operations']],
    ['short', 20, ['short']],
    [`${'x'.repeat(30)} y`, 20, ['x'.repeat(30), '  y']],
    ['a b c d e f g h i j k', Infinity, ['a b c d e f g h i j k']],
  ] as const)('%j is folded at %i columns, with its indentation', ([line, width, expected]) => {
    expect(folded(line, width)).toEqual(expected)
  })

  it('is left whole where it is a command, so that it can be copied', () => {
    const line = `        curl      curl -i ${'x '.repeat(60)}`
    expect(folded(line, 40)).toEqual([line])
  })

  it('is as long as it looks, whatever its colours', () => {
    expect(folded('\u001B[31ma b c d e f\u001B[39m g h i j', 20)).toHaveLength(1)
  })

  it('loses no word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(words, fc.nat(12), fc.integer({ min: 30, max: 60 }), (said, indentation, width) => {
        const lines = folded(' '.repeat(indentation) + said.join(' '), width)
        expect(lines.join(' ').split(/\s+/).filter(Boolean)).toEqual(said)
        for (const line of lines.slice(1)) expect(line.length).toBeLessThanOrEqual(width)
      }),
    )
  })
})
