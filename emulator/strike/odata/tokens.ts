/** A piece of a filter: a bracket, a quoted string, or any other word. */
export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }

const pattern = /\s*(?:(\()|(\))|'((?:[^']|'')*)'|([^\s()',]+))/gy

/** The tokens of a filter, or undefined where it has a character that starts none. */
export function tokensOf(filter: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  const text = filter.trimEnd()
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text)
    if (found === null) return undefined
    tokens.push(tokenOf(found))
  }
  return tokens
}

function tokenOf([, open, close, quoted, word]: RegExpExecArray): Token {
  if (open !== undefined) return { kind: 'open' }
  if (close !== undefined) return { kind: 'close' }
  if (quoted !== undefined) return { kind: 'string', text: quoted.replaceAll("''", "'") }
  return { kind: 'word', text: word ?? '' }
}
