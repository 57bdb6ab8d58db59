import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { isObject, valueAt } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { UsageError } from '../wire/errors.ts'

/** An OpenAPI document as it was read, and what was not understood of it, a line each. */
export interface Document {
  readonly root: JsonObject
  /** Schemas are written as OpenAPI 3.0 has them. */
  readonly is30: boolean
  /** What a reference leads to, followed to its end; undefined where that is nothing of this document. */
  follow(value: Json | undefined): Json | undefined
  note(line: string): void
  readonly notes: readonly string[]
}

/** Reads an OpenAPI document of version 3.0 or 3.1, in JSON or YAML. */
export function readDocument(path: string): Document {
  const root = parsed(path)
  const version = root['openapi']
  if (typeof root['swagger'] === 'string')
    throw new UsageError(`${path} is a Swagger ${root['swagger']} document; convert it to OpenAPI 3 first.`)
  if (typeof version !== 'string' || !/^3\.[01]\b/.test(version))
    throw new UsageError(`${path} is not an OpenAPI document of version 3.0 or 3.1: it has no such "openapi".`)
  if (!isObject(root['paths']) || Object.keys(root['paths']).length === 0)
    throw new UsageError(`${path} describes no operation: it has no "paths".`)
  const notes = new Set<string>()
  return {
    root,
    is30: version.startsWith('3.0'),
    note: (line) => void notes.add(line),
    get notes() {
      return [...notes]
    },
    follow(value) {
      let found = value
      for (let step = 0; step < 20 && isObject(found) && typeof found['$ref'] === 'string'; step += 1) {
        const reference: string = found['$ref']
        if (!reference.startsWith('#')) {
          notes.add(`${reference} is outside the document and is left out.`)
          return undefined
        }
        found = valueAt(root, decodeURIComponent(reference.slice(1)))
      }
      return found
    },
  }
}

function parsed(path: string): JsonObject {
  let text: string
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (thrown) {
    throw new UsageError(`The description ${path} cannot be read (${(thrown as NodeJS.ErrnoException).code}).`)
  }
  try {
    const root: unknown = text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text)
    if (isObject(root)) return root
  } catch (thrown) {
    const [first = ''] = (thrown as Error).message.split('\n')
    throw new UsageError(`The description ${path} is neither JSON nor YAML: ${first.replace(/:?$/, '.')}`)
  }
  throw new UsageError(`The description ${path} is no object in JSON or YAML.`)
}
