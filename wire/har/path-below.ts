/** Path and query of a URL below the first of some bases that it lies under, or undefined. */
export function pathBelow(url: string, bases: readonly string[]): string | undefined {
  const [, host = '', path = ''] = split(url)
  for (const base of bases) {
    const [, baseHost = '', basePath = ''] = split(base)
    const prefix = basePath.replace(/\/$/, '')
    const rest = path.slice(prefix.length)
    if (host !== baseHost || !path.startsWith(prefix) || (rest !== '' && !/^[/?]/.test(rest))) continue
    return rest.startsWith('/') ? rest : `/${rest}`
  }
  return undefined
}

/** Scheme, host and port as one, in their usual form, and the rest as it was sent, without the fragment. */
function split(url: string): readonly string[] {
  const found = /^([a-z][a-z+.-]*:\/\/[^/?#]*)([^#]*)/i.exec(url)
  return found === null || !URL.canParse(found[1] as string)
    ? []
    : [url, new URL(found[1] as string).origin, found[2] as string]
}
