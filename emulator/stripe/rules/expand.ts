import type { ShownObject } from '../endpoint.ts'

/** How ids in an answer are replaced by the objects they name. */
export const expand = {
  expansionDepth: 4,
  /** Whether a path that leads nowhere is refused, by the kind of object it starts from. */
  refusesUnknownPath: (_returned: string): boolean => true,
  /** The answer's object with one of its ids replaced. */
  withExpanded: (holder: ShownObject, name: string, object: ShownObject): ShownObject => ({
    ...holder,
    [name]: object,
  }),
  /** Whether a path is followed beyond its first object. */
  followsNested: true,
  /** Whether paths into the items of a list are followed. */
  expandsInLists: true,
  /** The paths of a request that are followed. */
  followed: (paths: readonly string[]): readonly string[] => paths,
}
