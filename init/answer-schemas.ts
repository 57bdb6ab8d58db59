import type { Json, JsonObject } from '../model/json.ts'
import { schemaBase } from '../schemas/identity.ts'
import type { Document } from './document.ts'
import { createUniqueNames, kebabOf } from './names.ts'
import { toJsonSchema } from './schema.ts'

/** Schemas of answers as files, each of which carries its clause. */
export interface AnswerSchemas {
  /** The file of an answer's schema: that of the component that it refers to, or one of its own. */
  fileOf(schema: Json, wanted: string): string
  readonly files: ReadonlyMap<string, JsonObject>
  /** Clauses of schemas and of formats, with their sentences. */
  readonly clauses: ReadonlyMap<string, string>
}

const component = /^#\/components\/schemas\/([^/]+)(\/.*)?$/

export function createAnswerSchemas(document: Document, provider: string): AnswerSchemas {
  const files = new Map<string, JsonObject>()
  const clauses = new Map<string, string>()
  const unique = createUniqueNames()
  const names = new Map<string, string>()

  function reference(target: string): JsonObject {
    const [, name = '', rest = ''] = component.exec(target) ?? []
    if (name === '') {
      document.note(`${target} is no schema of the document's components; any value passes there.`)
      return {}
    }
    return { $ref: `${componentFile(decodeURIComponent(name))}${rest === '' ? '' : `#${rest}`}` }
  }

  function format(name: string): JsonObject {
    const clause = `${provider}.formats.${kebabOf(name)}.values`
    clauses.set(clause, `A value of the format ${name} has this format`)
    return { allOf: [{ format: name, 'x-clause': clause }] }
  }

  function componentFile(name: string): string {
    const known = names.get(name)
    if (known !== undefined) return known
    const file = `${unique(kebabOf(name))}.json`
    names.set(name, file)
    write(file, { $ref: `#/components/schemas/${name}` }, name)
    return file
  }

  function write(file: string, schema: Json, title: string): void {
    const clause = `${provider}.schemas.${file.replace('.json', '')}.shape`
    clauses.set(clause, `${title} has the documented shape`)
    files.set(file, {})
    files.set(file, {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${schemaBase}${provider}/${file}`,
      'x-clause': clause,
      ...toJsonSchema(document.follow(schema), { document, without: 'writeOnly', reference, format }),
    })
  }

  return {
    files,
    clauses,
    fileOf(schema, wanted) {
      const target = (schema as { readonly $ref?: string }).$ref
      const [, name, rest] = component.exec(target ?? '') ?? []
      if (name !== undefined && rest === undefined) return componentFile(decodeURIComponent(name))
      const file = `${unique(wanted)}.json`
      write(file, schema, `An answer of ${wanted}`)
      return file
    },
  }
}
