import { describe, expect, it } from 'vitest'
import { markdownTable } from '../../scripts/markdown-table.ts'
import { fillRegions } from '../../scripts/regions.ts'

const begin = '<!-- generated: figures -->'
const end = '<!-- end of generated -->'

describe('generated regions', () => {
  it('are filled and leave the rest alone', () => {
    expect(fillRegions(`before\n\n${begin}\nold\n${end}\n\nafter\n`, { figures: 'new' })).toBe(
      `before\n\n${begin}\n\nnew\n\n${end}\n\nafter\n`,
    )
  })

  it('may be empty at first, also several of them', () => {
    const text = `${begin}\n${end}\nbetween\n${begin}\n${end}\n`
    expect(fillRegions(text, { figures: 'x' })).toBe(`${begin}\n\nx\n\n${end}\nbetween\n${begin}\n\nx\n\n${end}\n`)
  })

  it('stay as they are when they are filled again', () => {
    const once = fillRegions(`${begin}\n${end}\n`, { figures: 'a $& b' })
    expect(fillRegions(once, { figures: 'a $& b' })).toBe(once)
  })

  it('are refused where nothing fills them', () => {
    expect(() => fillRegions(`${begin}\n${end}\n`, {})).toThrow('nothing fills the region "figures"')
  })
})

it('a table has columns of equal width and numbers on the right', () => {
  expect(
    markdownTable(
      ['name', 'n'],
      [
        ['a', 1],
        ['long name', 1234],
      ],
    ),
  ).toBe(
    ['| name      |     n |', '| --------- | ----: |', '| a         |     1 |', '| long name | 1,234 |'].join('\n'),
  )
})
