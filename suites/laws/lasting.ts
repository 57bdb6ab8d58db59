import type { Resource, Write } from '../../model/declaration.ts'
import { pointerSteps } from '../../model/json.ts'

/**
 * JSON Pointers within a resource of what only a request that names it changes: all that its update writes, or its create where it
 * has no update, and its metadata.
 */
export function settledIn(resource: Resource, metadataAt: string | undefined): readonly string[] {
  const { writes, update, metadata, moving } = resource
  const written = (update === undefined ? Object.values(writes) : [writes[update] ?? []]).flatMap((groups) =>
    groups.flatMap(({ properties }: Write) => Object.entries(properties).map(([pointer, { at }]) => at ?? pointer)),
  )
  const places = [...written, ...(metadata === undefined || metadataAt === undefined ? [] : [metadataAt])]
  return [...new Set(places)].filter((place) => !moving.some((moved) => isWithin(place, moved)))
}

/** Whether a JSON Pointer is at a place or below it. */
export function isWithin(at: string, place: string): boolean {
  return at === place || at.startsWith(`${place}/`)
}

/** Whether a body that has these properties at its top names what a JSON Pointer leads to. */
export function isNamed(pointer: string, names: readonly string[]): boolean {
  return names.includes(pointerSteps(pointer)[0] ?? '')
}
