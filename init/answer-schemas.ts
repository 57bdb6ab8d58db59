import { fullFormats } from 'ajv-formats/dist/formats.js'
import { isObject, pointerSteps } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { schemaBase } from '../schemas/identity.ts'
import type { Document } from './document.ts'
import { createUniqueNames, kebabOf } from './names.ts'
import { opened, toJsonSchema } from './schema.ts'
import { unescaped } from './files.ts'
import { withoutLoops } from './without-loops.ts'
import { validSchema } from './valid-schema.ts'

/** Schemas of answers as files, each of which carries its clause. */
export interface AnswerSchemas {
  /** The file of an answer's schema: that of the component that it refers to, or one of its own. */
  fileOf(schema: Json, wanted: string): string
  readonly files: ReadonlyMap<string, JsonObject>
  /** Clauses of schemas and of formats, with their sentences. */
  readonly clauses: ReadonlyMap<string, string>
}

/** The formats whose values can be judged. */
const formats = new Set(Object.keys(fullFormats))
/** Formats that every value of their type has. */
const hints = /^(float|double|password|binary)$/
const ofNumbers = new Set(['int32', 'int64'])

export function createAnswerSchemas(document: Document, provider: string): AnswerSchemas {
  const files = new Map<string, JsonObject>()
  const clauses = new Map<string, string>()
  // exchange.json is what holds of every exchange
  const unique = createUniqueNames(['exchange'])
  const names = new Map<string, string>()
  const parts = partsIn(document.root)

  const reference = (target: string): JsonObject =>
    document.follow({ $ref: target }) === undefined ? {} : { $ref: referredFile(target) }

  function format(name: string, { type }: JsonObject): JsonObject {
    if (hints.test(name)) return {}
    if (!formats.has(name)) {
      document.note('formats that are not known are not judged', name)
      return {}
    }
    if (ofNumbers.has(name) && type !== 'integer' && type !== 'number') return {}
    const clause = `${provider}.formats.${kebabOf(name)}.values`
    clauses.set(clause, `A value of the format ${name} has this format`)
    return { allOf: [{ format: name, 'x-clause': clause }] }
  }

  function referredFile(target: string): string {
    const known = names.get(target)
    if (known !== undefined) return known
    const name = pointerSteps(unescaped(target)).at(-1) ?? ''
    const file = `${unique(kebabOf(name))}.json`
    names.set(target, file)
    write(file, { $ref: target }, name, parts.has(target))
    return file
  }

  function write(file: string, schema: Json, title: string, isPart = false): void {
    const clause = `${provider}.schemas.${file.replace('.json', '')}.shape`
    clauses.set(clause, `${title} has the documented shape`)
    files.set(file, {})
    const converted = toJsonSchema(document.follow(schema), { document, without: 'writeOnly', reference, format })
    files.set(file, {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${schemaBase}${provider}/${file}`,
      'x-clause': clause,
      ...validSchema(isPart ? opened(converted) : converted, document.note),
    })
  }

  return {
    get files() {
      return withoutLoops(files, document.note)
    },
    clauses,
    fileOf(schema, wanted) {
      const target = isObject(schema) ? schema['$ref'] : undefined
      if (typeof target === 'string' && document.follow(schema) !== undefined) return referredFile(target)
      const file = `${unique(wanted)}.json`
      write(file, schema, `An answer of ${wanted}`)
      return file
    },
  }
}

/** What is referred to as a part of a whole, wherever that is. */
function partsIn(value: Json, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const inner of value as readonly Json[]) partsIn(inner, found)
  if (!isObject(value)) return found
  const { allOf } = value
  for (const part of Array.isArray(allOf) ? (allOf as readonly Json[]) : [])
    if (isObject(part) && typeof part['$ref'] === 'string') found.add(part['$ref'])
  for (const inner of Object.values(value)) partsIn(inner, found)
  return found
}
