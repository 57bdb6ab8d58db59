import { stringify } from 'yaml'
import { isObject, pointerStep, valueAt } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { UsageError } from '../wire/errors.ts'
import { createAnswerSchemas } from './answer-schemas.ts'
import { clausesOf } from './clauses.ts'
import type { Clause } from './clauses.ts'
import { declarationFor } from './declaration.ts'
import type { Document } from './document.ts'
import { answersInJson, exchangeSchema } from './exchange-schema.ts'
import { jsonText } from './json-text.ts'
import { createUniqueNames, kebabOf, sentence } from './names.ts'
import { baseOf, operationsIn } from './operations.ts'
import type { Described } from './operations.ts'
import { parameterOf } from './parameter.ts'
import { providerFile } from './provider-file.ts'
import { resourcesIn } from './resources.ts'
import type { Guessed } from './resources.ts'
import { isKeyed, securityIn } from './security.ts'
import { suiteFile } from './suite-file.ts'
import { writtenOperation } from './written-operation.ts'

/** A provider's folder: the text of each file by its path, and what was not understood, a line each. */
export interface Folder {
  readonly files: ReadonlyMap<string, string>
  readonly notes: readonly string[]
  readonly counts: { readonly operations: number; readonly clauses: number }
}

/** Makes a provider of an OpenAPI document. */
export function folderFor(document: Document, name: string): Folder {
  const operations = operationsIn(document)
  if (operations.length === 0)
    throw new UsageError(['The description has no operation that Assay can call.', ...document.notes].join(' '))
  const resources = resourcesIn(document, operations)
  noteUnknownPaths(document, operations, resources)
  const carried = securityIn(document, operations)
  const info = isObject(document.root['info']) ? document.root['info'] : {}
  const title = typeof info['title'] === 'string' && info['title'].trim() !== '' ? info['title'].trim() : name
  const answers = createAnswerSchemas(document, name)
  const files = new Map<string, string>()
  const clauses = new Map<string, Clause[]>()
  const add = (section: string, clause: Clause): void =>
    void clauses.set(section, [...(clauses.get(section) ?? []), clause])

  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of operations) {
    const base = baseOf(name, operation)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: writtenOperation({ document, operation, base, answers, files, name, resources }),
    }
    const keyed = isKeyed(carried)
    const request = files.get(`schemas/${name}/requests/${operation.slug}.json`) ?? ''
    for (const clause of clausesOf({ document, operation, base, resources, keyed, request }))
      add(operation.section, clause)
  }
  const declared = declarationFor(document, name, operations, resources)
  for (const [section, clause] of declared.clauses) add(section, clause)
  for (const [file, schema] of answers.files) files.set(`schemas/${name}/${file}`, jsonText(schema))
  const shapes = [...answers.clauses].map(([id, text]) => ({
    id,
    level: 'must' as const,
    text: sentence(text),
    source: { kind: 'document' as const, section: 'Schemas' },
  }))
  const jsonClause = `${name}.answers.bodies.json`
  const inJson = operations.filter(answersInJson).map(({ id }) => id)
  files.set(`schemas/${name}/exchange.json`, jsonText(exchangeSchema(name, jsonClause, inJson)))
  if (inJson.length > 0)
    shapes.push({
      id: jsonClause,
      level: 'must',
      text: 'An answer that is documented as JSON is JSON and says so.',
      source: { kind: 'document', section: 'Schemas' },
    })

  const sections = shapes.length === 0 ? [...clauses] : [...clauses, ['Schemas', shapes] as const]
  const numbered = sections.entries()
  const fileNames = createUniqueNames()
  for (const [index, [section, list]] of numbered)
    files.set(
      `clauses/${fileNames(kebabOf(section))}.json`,
      jsonText({ document: title, section, order: index + 1, clauses: list as unknown as Json }),
    )
  const servers = (Array.isArray(document.root['servers']) ? document.root['servers'] : []) as readonly Json[]
  const urls = servers.flatMap((server) => (isObject(server) ? absolute(document, server) : []))
  files.set(
    'openapi.yaml',
    stringify(
      {
        openapi: '3.1.0',
        info: { title, version: String(info['version'] ?? '1') },
        servers: urls.map((url) => ({ url })),
        paths,
      },
      { aliasDuplicateObjects: false, lineWidth: 140 },
    ),
  )
  files.set('declaration.json', jsonText(declared.declaration))
  // whatever the project around it is, the files of the folder are modules
  files.set('package.json', jsonText({ type: 'module' }))
  files.set(
    'provider.ts',
    providerFile({ name, title, urls, carried, form: usesForms(operations), keyHeader: keyHeaderIn(operations) }),
  )
  files.set('suite.ts', suiteFile(title))
  return {
    files,
    notes: document.notes,
    counts: { operations: operations.length, clauses: [...clauses.values()].flat().length + shapes.length },
  }
}

/** Operations that need what no operation makes are called only once the user gives an example. */
function noteUnknownPaths(document: Document, operations: readonly Described[], resources: readonly Guessed[]): void {
  for (const { id, parameters } of operations)
    for (const parameter of parameters.filter((one) => one['in'] === 'path')) {
      const { name, schema } = parameterOf(document, parameter) as {
        readonly name: string
        readonly schema: JsonObject
      }
      const made = resources.some(({ resource }) => resource.parameter === name && resource.create.length > 0)
      const given = ['examples', 'const', 'default', 'enum'].some((keyword) => schema[keyword] !== undefined)
      if (!made && !given)
        document.note(
          `nothing tells a value of {${name}}; give it examples in openapi.yaml, so that these operations are called`,
          id,
        )
    }
}

/** Addresses with the defaults of their variables. A path alone is no address. */
function absolute(document: Document, server: JsonObject): readonly string[] {
  const written = String(server['url'] ?? '').replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    String(valueAt(server, `/variables${pointerStep(name)}/default`) ?? name),
  )
  const url = written.startsWith('//') ? `https:${written}` : written
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return [url.replace(/\/$/, '')]
  if (url.replaceAll('/', '') !== '')
    document.note('servers without a host are left out; --target has to name the whole address, with this path', url)
  return []
}

const keyHeaderIn = (operations: readonly Described[]): string | undefined =>
  operations.find(({ key }) => key !== undefined)?.key?.header

const usesForms = (operations: readonly Described[]): boolean => {
  const types = operations.flatMap(({ body }) => body?.mediaType ?? [])
  return types.length > 0 && types.every((type) => type.includes('form'))
}
