/** Header names without a hyphen that findings point at. */
const plainHeaders: ReadonlySet<string> = new Set([
  'age',
  'allow',
  'date',
  'etag',
  'expires',
  'location',
  'server',
  'vary',
])

/** Whether the place of a finding is a header, and not the status or a place in a body. */
export function isHeaderName(at: string): boolean {
  return plainHeaders.has(at) || /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(at)
}
