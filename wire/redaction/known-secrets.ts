/** Replaces the secrets that a run was given, however a server writes them. */
export interface HideSecrets {
  /** In any case; in hexadecimal; and each character as it is, URL-encoded, as an entity of HTML or as an escape of JSON. */
  plain(text: string): string
  /** In base64, wherever they begin in it; to be looked for when what is readable in base64 was read. */
  encoded(text: string): string
}

/** Shorter ones are words rather than keys, and taking them out would take words out. */
const shortest = 6

/** Looks for secrets in all their spellings. */
export function createHideSecrets(secrets: readonly string[]): HideSecrets {
  const distinct = [...new Set(secrets.map((secret) => secret.trim()))].filter((secret) => secret.length >= shortest)
  const replaceBy = (spelled: (secret: string) => readonly string[]) => replacerOf(distinct, spelled)
  const asTheyAre = replaceBy((secret) => [literal(secret), ...inHex(secret)])
  const escaped = replaceBy((secret) => [[...secret].map(spellings).join('')])
  const encoded = replaceBy((secret) => [0, 1, 2].flatMap((offset) => inBase64(Buffer.from(secret), offset)))
  return {
    plain: (text) => {
      const plain = asTheyAre(text)
      return /[%&\\+]/.test(plain) ? escaped(plain) : plain
    },
    encoded,
  }
}

/** Replaces what the patterns of secrets match, those of the longest secret first. */
function replacerOf(
  secrets: readonly string[],
  spelled: (secret: string) => readonly string[],
): (text: string) => string {
  if (secrets.length === 0) return (text) => text
  const patterns = secrets
    .map((secret, index) => ({ secret, placeholder: placeholderOf(secret, index + 1) }))
    .toSorted((a, b) => b.secret.length - a.secret.length)
    .map(({ secret, placeholder }) => ({ placeholder, pattern: new RegExp(spelled(secret).join('|'), 'giu') }))
  return (text) => patterns.reduce((hidden, { pattern, placeholder }) => hidden.replace(pattern, placeholder), text)
}

function placeholderOf(secret: string, number: number): string {
  const prefix = /^[a-z]{2,6}_(?:(?:test|live|prod|sandbox)_)?/.exec(secret)?.[0] ?? 'key_'
  return `${prefix}redacted${number}`
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
}

const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }

/** A pattern of all the ways to write a character. */
function spellings(character: string): string {
  const code = character.codePointAt(0) as number
  const hex = code.toString(16)
  const bytes = [...Buffer.from(character)].map((byte) => `%(?:25){0,3}${byte.toString(16).padStart(2, '0')}`).join('')
  const units = character
    .split('')
    .map((unit) => `\\\\{1,4}u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
  const named = entities[character]
  return `(?:${[
    character === '\\' ? '\\\\{1,8}' : `\\\\{0,4}${literal(character)}`,
    ...(character === ' ' ? ['\\+'] : []),
    bytes,
    `&(?:amp;)?#0{0,5}${code};`,
    `&(?:amp;)?#x0{0,5}${hex};`,
    ...(named === undefined ? [] : [`&(?:amp;)?${named};`]),
    units,
    `\\\\{1,4}u\\{0{0,4}${hex}\\}`,
    ...(code < 256 ? [`\\\\{1,4}x${hex.padStart(2, '0')}`] : []),
  ].join('|')})`
}

function inHex(secret: string): readonly string[] {
  const bytes = [...Buffer.from(secret)].map((byte) => byte.toString(16).padStart(2, '0'))
  return [bytes.join('[ :-]?')]
}

/** The characters of base64 that the secret alone decides, when it begins at this place within three bytes, in either alphabet. */
function inBase64(bytes: Buffer, offset: number): readonly string[] {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
  const start = Math.ceil((offset * 8) / 6)
  const end = Math.floor(((offset + bytes.length) * 8) / 6)
  return [text.slice(start, end).replaceAll('+', '[+-]').replaceAll('/', '[/_]')]
}
