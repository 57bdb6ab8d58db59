const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/gs
const step = '  '
// Deeper places are not indented further: ten thousand nested arrays must not become a square of blanks.
const deepest = 24

/** JSON text laid out for reading with every token kept as it was sent, so that no number changes; other text as it stands. */
export function indentJson(text: string): string {
  if (!isJsonStructure(text)) return text
  let depth = 0
  let laidOut = ''
  let previous = ''
  for (const [token] of text.matchAll(tokens)) {
    if (token === '}' || token === ']') {
      depth -= 1
      laidOut += isOpening(previous) ? token : newLine(depth) + token
    } else {
      laidOut += (isOpening(previous) || previous === ',' ? newLine(depth) : '') + token
      if (token === ':') laidOut += ' '
      if (isOpening(token)) depth += 1
    }
    previous = token
  }
  return laidOut
}

function isJsonStructure(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false
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
