const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const ipv4Form = new RegExp(`^${octet}(?:\\.${octet}){3}$`)
const timeForm = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:\d{2})?$/

export const isUuid = (text: string): boolean => uuidForm.test(text)

/** A day of the calendar, as `2026-02-28`. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Milliseconds since the epoch of a date or date-time; one without a zone is in UTC. */
export function timeOf(text: string): number {
  return Date.parse(/[Tt]/.test(text) && !/(?:[Zz]|[+-]\d{2}:\d{2})$/.test(text) ? `${text}Z` : text)
}

const isDateTime = (text: string): boolean =>
  timeForm.test(text) && isDate(text.slice(0, 10)) && !Number.isNaN(timeOf(text))

/** The string formats that requests are held to. */
export const formats = {
  email: (text: string) => /^[^\s@]+@[^\s@]+$/.test(text),
  uuid: isUuid,
  date: isDate,
  'date-time': isDateTime,
  day: (text: string) => isDate(text) || isDateTime(text),
  ipv4: (text: string) => ipv4Form.test(text),
  uri: (text: string) => URL.canParse(text),
} as const

export type Format = keyof typeof formats
