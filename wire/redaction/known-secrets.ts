/** Replaces the secrets that a run was given, however they are written. */
export interface HideSecrets {
  /** As they are, URL-encoded, escaped in JSON, in hexadecimal. */
  plain(text: string): string
  /** In base64, wherever they begin in it; to be looked for when what is readable in base64 was read. */
  encoded(text: string): string
}

/** Shorter ones are words rather than keys, and taking them out would take words out. */
const shortest = 6

/** Looks for secrets in all their spellings. */
export function createHideSecrets(secrets: readonly string[]): HideSecrets {
  const distinct = [...new Set(secrets.map((secret) => secret.trim()))].filter((secret) => secret.length >= shortest)
  const named = (spelled: (secret: string) => readonly string[]): ReadonlyMap<string, string> =>
    new Map(
      distinct.flatMap((secret, index) =>
        spelled(secret).map((spelling) => [spelling, placeholderOf(secret, index + 1)] as const),
      ),
    )
  return {
    plain: replaceBy(named(spellings)),
    encoded: replaceBy(named((secret) => [0, 1, 2].flatMap((offset) => inBase64(Buffer.from(secret), offset)))),
  }
}

function replaceBy(placeholders: ReadonlyMap<string, string>): (text: string) => string {
  if (placeholders.size === 0) return (text) => text
  const longestFirst = [...placeholders.keys()].toSorted((a, b) => b.length - a.length)
  const any = new RegExp(
    longestFirst.map((spelling) => spelling.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|'),
    'g',
  )
  return (text) => text.replace(any, (spelling) => placeholders.get(spelling) as string)
}

function placeholderOf(secret: string, number: number): string {
  const prefix = /^[a-z]{2,6}_(?:(?:test|live|prod|sandbox)_)?/.exec(secret)?.[0] ?? 'key_'
  return `${prefix}redacted${number}`
}

function spellings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  const url = encodeURIComponent(secret)
  const json = JSON.stringify(secret).slice(1, -1)
  return [
    secret,
    url,
    url.replaceAll(/%../g, (code) => code.toLowerCase()),
    json,
    json.replaceAll('/', String.raw`\/`),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
  ]
}

/** The characters of base64 that the secret alone decides, when it begins at this place within three bytes. */
function inBase64(bytes: Buffer, offset: number): readonly string[] {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
  const start = Math.ceil((offset * 8) / 6)
  const end = Math.floor(((offset + bytes.length) * 8) / 6)
  const own = text.slice(start, end)
  return [own, own.replaceAll('+', '-').replaceAll('/', '_')]
}
