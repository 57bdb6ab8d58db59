const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.(\d+))?(?:Z|[+-]\d{2}:\d{2})$/i

/** Microseconds since the epoch as the API writes a point in time. */
export function writeTimestamp(micros: number): string {
  const whole = new Date(Math.floor(micros / 1000)).toISOString().slice(0, 19)
  return `${whole}.${String(micros % 1_000_000).padStart(6, '0')}+00:00`
}

/** Microseconds since the epoch of a timestamp with any offset; undefined for any other text. */
export function readTimestamp(text: string): number | undefined {
  const [found, fraction = ''] = form.exec(text) ?? []
  if (found === undefined) return undefined
  const seconds = Date.parse(fraction === '' ? text : text.replace(`.${fraction}`, ''))
  return Number.isNaN(seconds) ? undefined : seconds * 1000 + Number(fraction.slice(0, 6).padEnd(6, '0'))
}
