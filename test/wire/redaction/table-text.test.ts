import { describe, expect, it } from 'vitest'
import { editTable, isTable } from '../../../wire/redaction/table-text.ts'
import { wayTo } from './way-to.ts'

const placed = (text: string): string =>
  editTable(text, wayTo(), { leaf: (value, { name }) => (name.endsWith('pin') ? value.replaceAll(/\d/g, '0') : value) })

describe('a table', () => {
  it.each(['id,pin\n1,2\n', '"id";"pin"\r\n1;2', 'pin\tamount\n1\t2'])('%j is one', (text) => {
    expect(isTable(text)).toBe(true)
  })

  it.each(['', 'id,amount\n1,2\n', 'pin\n1234\n', 'id,pin', 'a sentence, with a pin\n\nand more', '1,pin\n2,3'])(
    '%j is none',
    (text) => {
      expect(isTable(text)).toBe(false)
    },
  )

  it.each([
    ['id,pin,x\n1,234,5\n6,789,0\n', 'id,pin,x\n1,000,5\n6,000,0\n'],
    ['id,pin\n1,"2 ""3"" 4"\n', 'id,pin\n1,"0 ""0"" 0"\n'],
    ['id,x,pin\n1,,23\n', 'id,x,pin\n1,,00\n'],
    ['pin;x\r\n12;"3;4"\r\n', 'pin;x\r\n00;"3;4"\r\n'],
  ])('%j is edited where the name above tells', (text, edited) => {
    expect(placed(text)).toBe(edited)
  })
})
