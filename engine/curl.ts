import { keyMark } from '../model/key-mark.ts'
import type { StoredExchange } from '../model/report.ts'

/** A request as a curl command line; what was redacted stays a placeholder, the key a shell variable. */
export function curlOf({ request }: StoredExchange): string {
  return [
    `curl -i -X ${request.method} "$ORIGIN"${withKey(quote(request.path))}`,
    ...request.headers.map(([name, value]) => `-H ${headerOf(name, value)}`),
    ...(request.body === '' ? [] : [`--data-raw ${quote(request.body)}`]),
  ].join(' ')
}

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

/** Single quotes for the shell. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
