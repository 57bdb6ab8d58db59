import { cut, oneLine, printable } from './printable.ts'

// As references these characters are text and never structure, neither of Markdown nor of HTML; nor does an address become a link.
const structural = /[&<>|\\`*_[\](){}~#!$@"']|:(?=\/\/)|(?<=www)\./gi

/** Text in one line that Markdown takes for nothing else, also in a table cell. */
export function plain(text: string, limit = 300): string {
  return cut(oneLine(text), limit).replaceAll(structural, (character) => `&#${character.codePointAt(0)};`)
}

/** The same as code; elements instead of backticks, because a pipe ends a cell even between backticks. */
export function code(text: string, limit = 120): string {
  return `<code>${plain(text, limit)}</code>`
}

/** A table, its cells being Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Text of any kind as a block of code, fenced by more backticks than it has in a row. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${printable(text)}\n${fence}`
}

/** Text of a contract, or with nothing of a target in it but names: what it has of Markdown stays, but for markup and links. */
export function prose(text: string): string {
  return oneLine(text).replaceAll(/[&<>[\]]/g, (character) => `&#${character.codePointAt(0)};`)
}
