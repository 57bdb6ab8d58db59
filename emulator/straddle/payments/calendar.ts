const day = 24 * 60 * 60 * 1000

// formatters are costly to make, and the same for everyone
const calendars = new Map<string, Intl.DateTimeFormat>()

function calendarOf(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone)
  if (known !== undefined) return known
  const format = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const calendar = new Intl.DateTimeFormat('en-CA', format)
  calendars.set(zone, calendar)
  return calendar
}

/** The calendar date, as `2026-02-28`, that it is in a time zone. */
export const dateIn = (zone: string, time: number): string => calendarOf(zone).format(time)

/** The moment at which a date begins in a time zone. */
export function startOf(date: string, zone: string): number {
  const noon = Date.parse(`${date}T12:00:00Z`)
  const wall = new Date(noon).toLocaleString('sv-SE', { timeZone: zone })
  const offset = Date.parse(`${wall.replace(' ', 'T')}Z`) - noon
  const midnight = Date.parse(`${date}T00:00:00Z`) - offset
  // where clocks change on that very day, noon's offset may not be midnight's
  const missed = [0, day / 24, -day / 24].find((shift) => {
    const start = midnight + shift
    return dateIn(zone, start) === date && dateIn(zone, start - 1) < date
  })
  return midnight + (missed ?? 0)
}
