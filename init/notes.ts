/** What was not understood of a description: a line for each kind of thing, with the places where it is. */
export interface Notes {
  add(what: string, where?: string): void
  lines(): readonly string[]
}

const shown = 3

export function createNotes(): Notes {
  const places = new Map<string, Set<string>>()
  return {
    add(what, where) {
      const known = places.get(what) ?? new Set()
      if (where !== undefined) known.add(where)
      places.set(what, known)
    },
    lines: () => [...places].map(([what, where]) => `${what}${listed([...where])}`),
  }
}

function listed(places: readonly string[]): string {
  if (places.length === 0) return '.'
  const more = places.length - shown
  return `: ${places.slice(0, shown).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}
