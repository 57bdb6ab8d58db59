import { keyMark } from '../model/key-mark.ts'

/** Single quotes for the shell. */
export const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** A header field in quotes; what carries the key is a variable, `$AUTHORIZATION` where no other one is named. */
export function headerOf(name: string, value: string, variable?: string): string {
  if (!value.includes(keyMark)) return quote(`${name}: ${value}`)
  const shown = name === 'authorization' ? 'Authorization' : name
  return `"${shown}: ${value.replace(keyMark, () => variable ?? '$AUTHORIZATION')}"`
}

/** The same with the variable in place of the mark of a key, in a text between single quotes. */
export function withKey(quoted: string, variable = '$AUTHORIZATION'): string {
  return quoted.replaceAll(`=${keyMark}`, () => `='"${variable}"'`)
}
