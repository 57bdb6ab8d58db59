import type { Metadata } from '../records.ts'

/** Names with a new value, or with null for a name to remove; null alone removes all. */
export type MetadataChange = Readonly<Record<string, string | null>> | null

/** What may be attached to an object, and how an update changes it. */
export const metadata = {
  metadataKeys: 20,
  metadataKeyLength: 40,
  metadataValueLength: 500,
  /** Length as the limits count it. */
  characters: (text: string): number => [...text].length,
  keepValue: (value: string): string => value,
  mergeMetadata(before: Metadata, change: MetadataChange | undefined): Metadata {
    if (change === undefined) return before
    if (change === null) return {}
    const after = { ...before, ...change }
    return Object.fromEntries(Object.entries(after).filter((entry): entry is [string, string] => entry[1] !== null))
  },
  /** The number of keys that the limit is held against. */
  countedKeys: (_before: Metadata, after: Metadata): number => Object.keys(after).length,
}
