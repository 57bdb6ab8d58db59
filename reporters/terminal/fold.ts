/** Escape sequences that colour a terminal, which take no room on it. */
// oxlint-disable-next-line no-control-regex
const painted = /\u001B\[\d+m/g
/** Commands are left whole: folded ones could not be copied, and a terminal wraps them itself. */
const command = /^\s+(?:curl|replay|script)\s/
const narrowest = 20
const hanging = 2
/** Number and mark of an entry, under whose title the rest of it stands. */
const entry = /^ *\d+\. \S /

/** A line folded at blanks so that it fits a width, each part indented as the line is, and a little further. */
export function folded(line: string, width: number): readonly string[] {
  const bare = line.replaceAll(painted, '')
  if (bare.length <= width || width < narrowest || command.test(bare)) return [line]
  const indentation = entry.exec(bare)?.[0].length ?? (/^ */.exec(bare)?.[0].length ?? 0) + hanging
  const inner = ' '.repeat(Math.min(indentation, Math.floor(width / 2)))
  const lines: string[] = []
  let current = ''
  for (const part of line.split(/(?<=\S)(?= )/)) {
    const fits = lengthOf(current) + lengthOf(part) <= width
    if (fits || current.trim() === '') current += part
    else {
      lines.push(current)
      current = inner + part.trimStart()
    }
  }
  return [...lines, current]
}

const lengthOf = (text: string): number => text.replaceAll(painted, '').length
