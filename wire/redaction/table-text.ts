import type { Edit } from './json-text.ts'
import { toldByName } from './names.ts'
import type { Place } from './place.ts'

const head = /^\s*"?[A-Za-z][\w .-]{0,40}"?(?:([,;\t|])\s?"?[A-Za-z][\w .-]{0,40}"?){1,200}\r?\n(?=\S)/
const cell = /\s?(?:"(?:[^"]|"")*"|[^",;\t|\r\n][^,;\t|\r\n]*)/g

/** Whether a text is a table whose first line names what the columns hold, and one of them is secret or personal. */
export function isTable(text: string): boolean {
  const [line] = head.exec(text) ?? []
  return line !== undefined && cellsIn(line).some((name) => toldByName(name, false) !== 'open')
}

/** Edits the cells of such a table, as CSV has them, where they stand: each at the place of the name above it. */
export function editTable(text: string, root: Place, { leaf }: Pick<Edit, 'leaf'>): string {
  const [first = '', separator = ','] = head.exec(text) ?? []
  const names = cellsIn(first)
  const rows = text.slice(first.length).replaceAll(/[^\r\n]+/g, (line) => {
    let column = 0
    let at = 0
    return line.replaceAll(cell, (whole, index: number) => {
      column += line.slice(at, index).split(separator).length - 1
      at = index
      const value = unquoted(whole)
      const edited = leaf(value, root.property(names[column] ?? ''))
      return edited === value ? whole : quotedAs(whole, edited)
    })
  })
  return first + rows
}

function cellsIn(line: string): readonly string[] {
  return (line.match(cell) ?? []).map(unquoted)
}

function unquoted(text: string): string {
  const trimmed = text.trim()
  return trimmed.startsWith('"') ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed
}

function quotedAs(whole: string, text: string): string {
  return whole.trim().startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text
}
