const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/gs
const step = '  '
// Deeper places are not indented further: ten thousand nested arrays must not become a square of blanks.
const deepest = 24

/**
 * JSON text laid out for reading with every token kept as it was sent, so that no number changes; other text as it stands. A text that
 * was cut off is laid out as far as its last whole member.
 */
export function indentJson(text: string): string {
  if (!/^\s*[{[]/.test(text)) return text
  if (isJson(text)) return laidOut(text).text
  const end = endOfMembers(text)
  if (end === undefined) return text
  const members = laidOut(text.slice(0, end))
  return `${members.text}${newLine(members.depth)}${text.slice(end).trimStart()}`
}

function laidOut(text: string): { readonly text: string; readonly depth: number } {
  let depth = 0
  let written = ''
  let previous = ''
  for (const [token] of text.matchAll(tokens)) {
    if (token === '}' || token === ']') {
      depth -= 1
      written += isOpening(previous) ? token : newLine(depth) + token
    } else {
      written += (isOpening(previous) || previous === ',' ? newLine(depth) : '') + token
      if (token === ':') written += ' '
      if (isOpening(token)) depth += 1
    }
    previous = token
  }
  return { text: written, depth }
}

/** Where the last whole member of a cut text ends, its comma included; undefined where the text is no JSON up to there. */
function endOfMembers(text: string): number | undefined {
  const found = [...text.matchAll(tokens)]
  const last = found.findLastIndex(([token]) => token === ',')
  const open: string[] = []
  for (const [token] of found.slice(0, last)) {
    if (isOpening(token)) open.push(token === '{' ? '}' : ']')
    else if ((token === '}' || token === ']') && open.pop() !== token) return undefined
  }
  const comma = found[last]?.index
  if (comma === undefined || !isJson(text.slice(0, comma) + open.toReversed().join(''))) return undefined
  return comma + 1
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function isOpening(token: string): boolean {
  return token === '{' || token === '['
}

function newLine(depth: number): string {
  return `\n${step.repeat(Math.min(depth, deepest))}`
}
