import { printable } from '../printable.ts'

/** Text that is HTML already; only `markup` makes it. */
export interface Markup {
  readonly markup: string
}

type Part = string | number | Markup | undefined | readonly Part[]

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** HTML in which everything put in is escaped, unless it is HTML already. */
export function markup(fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: String.raw({ raw: fixed }, ...parts.map(written)) }
}

/** HTML of our own sources, such as the style sheet: never anything that came from elsewhere. */
export function trusted(trustedMarkup: string): Markup {
  return { markup: trustedMarkup }
}

function written(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string') return escape(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(written).join('')
}

function escape(text: string): string {
  return printable(text).replaceAll(/[&<>"'`]/g, (character) => references[character] ?? character)
}
