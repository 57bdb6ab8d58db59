import type { StoredExchange } from '../model/report.ts'

/** A request as a curl command line; what was redacted stays a placeholder, the key a shell variable. */
export function curlOf({ request }: StoredExchange): string {
  const headers = request.headers.filter(([name]) => name !== 'authorization')
  return [
    `curl -i -X ${request.method} ${quote(`$ORIGIN${request.path}`)}`,
    ...(request.headers.some(([name]) => name === 'authorization') ? ['-H "Authorization: $AUTHORIZATION"'] : []),
    ...headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(request.body === '' ? [] : [`--data-raw ${quote(request.body)}`]),
  ].join(' ')
}

/** Single quotes for the shell, but for `$ORIGIN` at the start, which the reader sets. */
function quote(text: string): string {
  const [, origin = '', rest = ''] = /^(\$ORIGIN)?([\s\S]*)$/.exec(text) ?? []
  const quoted = `'${rest.replaceAll("'", `'\\''`)}'`
  return origin === '' ? quoted : `"$ORIGIN"${quoted}`
}
