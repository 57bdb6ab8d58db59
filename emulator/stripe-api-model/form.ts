/** Fields of a form or query by name, the last of a name counting; undefined where an encoding is broken. */
export function parsePairs(text: string, decode: (part: string) => string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>()
  try {
    for (const pair of text.split('&')) {
      if (pair === '') continue
      const [name = '', ...value] = pair.split('=')
      fields.set(decode(name), decode(value.join('=')))
    }
    return fields
  } catch {
    // decodeURIComponent throws on a broken escape
    return undefined
  }
}
