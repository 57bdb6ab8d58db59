import { isObject, valueAt } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { UsageError } from '../wire/errors.ts'
import { readFiles, unescaped } from './files.ts'
import { createNotes } from './notes.ts'

/** An OpenAPI document as it was read, and what was not understood of it, a line each. */
export interface Document {
  readonly root: JsonObject
  /** What a reference leads to, followed to its end; undefined where that is nothing of this document. */
  follow(value: Json | undefined): Json | undefined
  /** Notes what was not understood, and at which place of several. */
  note(what: string, where?: string): void
  readonly notes: readonly string[]
}

/** Reads an OpenAPI document of version 3.0 or 3.1, in JSON or YAML, with the files that it refers to. */
export function readDocument(path: string): Document {
  const notes = createNotes()
  const root = readFiles(path)
  const { openapi: version, swagger, paths } = root
  if (typeof swagger === 'string' || typeof swagger === 'number')
    throw new UsageError(`${path} is a Swagger ${swagger} document; convert it to OpenAPI 3 first.`)
  if (!/^3\.[01](\.|$)/.test(String(version)))
    throw new UsageError(`${path} is not an OpenAPI document of version 3.0 or 3.1: it has no such "openapi".`)
  if (!isObject(paths) || Object.keys(paths).length === 0)
    throw new UsageError(`${path} describes no operation: it has no "paths".`)
  return {
    root,
    note: notes.add,
    get notes() {
      return notes.lines()
    },
    follow(value) {
      let found = value
      const seen = new Set<string>()
      while (isObject(found) && typeof found['$ref'] === 'string') {
        const reference: string = found['$ref']
        const known = reference.startsWith('#') && !seen.has(reference)
        seen.add(reference)
        found = known ? valueAt(root, unescaped(reference.slice(1))) : undefined
        if (found === undefined) notes.add('references that lead to nothing are left out', reference)
      }
      return found
    },
  }
}
