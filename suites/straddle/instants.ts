/** Milliseconds since the epoch; a time without a zone is in UTC. */
export function instantOf(text: string): number {
  return Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`)
}
