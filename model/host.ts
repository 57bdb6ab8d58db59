/**
 * The host of a URL, or of a host name or address that somebody wrote, in the one form in which hosts are compared: lower case,
 * Punycode, no dot at the end, and `localhost` for every name and address of this machine. Undefined where it is none.
 */
export function canonicalHost(host: URL | string): string | undefined {
  const url = typeof host === 'string' ? parsed(host) : host
  if (url === undefined) return undefined
  const name = url.hostname.replace(/\.+$/, '')
  return isOfThisMachine(name) ? 'localhost' : name
}

/** Whether an address is one of this machine. */
export const isLoopback = (url: URL): boolean => canonicalHost(url) === 'localhost'

function parsed(host: string): URL | undefined {
  const text = /^[a-z]+:\/\//i.test(host) ? host : `https://${isBareIpv6(host) ? `[${host}]` : host}`
  return URL.canParse(text) ? new URL(text) : undefined
}

const isBareIpv6 = (host: string): boolean => /^[\da-f]*:[\da-f:.]*:[\da-f:.]*$/i.test(host)

/** By its canonical form: the URL parser has made one of other ways to write an address. */
function isOfThisMachine(name: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/.test(name)
}
