import { stringify } from 'yaml'
import { isObject, pointerStep, valueAt } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { schemaBase } from '../schemas/identity.ts'
import type { Parameter } from '../model/contract.ts'
import { canBeWrong } from '../model/strict.ts'
import { UsageError } from '../wire/errors.ts'
import { createAnswerSchemas } from './answer-schemas.ts'
import type { Document } from './document.ts'
import { createUniqueNames, kebabOf, sentence } from './names.ts'
import { exampleIn, operationsIn, sectionOf } from './operations.ts'
import type { Described } from './operations.ts'
import { providerFile } from './provider-file.ts'
import { flattened, requestSchema } from './request-schema.ts'
import { resourcesIn } from './resources.ts'
import type { Guessed } from './resources.ts'
import { securityIn } from './security.ts'
import { withOwnExamples } from './valid-schema.ts'
import { suiteFile } from './suite-file.ts'

/** A provider's folder: the text of each file by its path, and what was not understood, a line each. */
export interface Folder {
  readonly files: ReadonlyMap<string, string>
  readonly notes: readonly string[]
  readonly counts: { readonly operations: number; readonly clauses: number }
}

interface Clause {
  readonly id: string
  readonly level: 'must' | 'should'
  readonly text: string
  readonly source: { readonly kind: 'document' | 'derived' | 'ours'; readonly section: string }
  readonly note?: string
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
    const base = `${name}.${sectionOf(operation)}.${operation.slug}`
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: written({ document, operation, base, answers, files, name, resources }),
    }
    const keyed = carried.schemes.length > 0 || carried.keyHeader !== undefined
    const request = files.get(`schemas/${name}/requests/${operation.slug}.json`) ?? ''
    for (const clause of clausesOf({ document, operation, base, resources, keyed, request }))
      add(operation.section, clause)
  }
  for (const [file, schema] of answers.files) files.set(`schemas/${name}/${file}`, json(schema))
  const shapes = [...answers.clauses].map(([id, text]) => ({
    id,
    level: 'must' as const,
    text: sentence(text),
    source: { kind: 'document' as const, section: 'Schemas' },
  }))
  const jsonClause = `${name}.answers.bodies.json`
  const inJson = operations.filter(answersInJson).map(({ id }) => id)
  files.set(`schemas/${name}/exchange.json`, json(exchangeSchema(name, jsonClause, inJson)))
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
      json({ document: title, section, order: index + 1, clauses: list as unknown as Json }),
    )
  const servers = (Array.isArray(document.root['servers']) ? document.root['servers'] : []) as readonly Json[]
  const urls = servers.flatMap((server) => (isObject(server) ? absolute(server) : []))
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
  files.set('declaration.json', json(declarationOf(resources)))
  // whatever the project around it is, the files of the folder are modules
  files.set('package.json', json({ type: 'module' }))
  files.set('provider.ts', providerFile({ name, title, urls, carried, form: usesForms(operations) }))
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

/** Addresses without their variables, which the user has to fill in. */
function absolute(server: JsonObject): readonly string[] {
  const url = String(server['url'] ?? '').replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    String(valueAt(server, `/variables${pointerStep(name)}/default`) ?? name),
  )
  return /^https?:\/\//.test(url) && URL.canParse(url) ? [url.replace(/\/$/, '')] : []
}

const usesForms = (operations: readonly Described[]): boolean => {
  const types = operations.flatMap(({ body }) => body?.mediaType ?? [])
  return types.length > 0 && types.every((type) => type.includes('form'))
}

const json = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`

interface Writing {
  readonly document: Document
  readonly operation: Described
  readonly base: string
  readonly answers: ReturnType<typeof createAnswerSchemas>
  readonly files: Map<string, string>
  readonly name: string
  readonly resources: readonly Guessed[]
}

/** An operation as contracts have it. */
function written({ document, operation, base, answers, files, name, resources }: Writing): JsonObject {
  const { id, slug, section, summary, parameters, body } = operation
  if (body !== undefined) {
    const refusals = { required: `${base}.required`, types: `${base}.types`, limits: `${base}.limits` }
    const file = `requests/${slug}.json`
    const schema = requestSchema(document, body.schema, refusals, body.example, id)
    files.set(
      `schemas/${name}/${file}`,
      json({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `${schemaBase}${name}/${file}`, ...schema }),
    )
  }
  const made = resources.find(({ resource }) => resource.create[0] === id)?.resource
  const removed: JsonObject =
    made?.delete === undefined || made.parameter === undefined
      ? {}
      : { removedBy: { operation: made.delete, parameter: made.parameter } }
  return {
    operationId: id,
    summary,
    tags: [section],
    'x-assay': {
      clause: `${base}.answers`,
      ...(made === undefined ? {} : { creates: { kind: kebabOf(section), id: `${made.at}${made.id}`, ...removed } }),
    },
    ...(parameters.length === 0 ? {} : { parameters: parameters.map((parameter) => parameterOf(document, parameter)) }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: body.required,
            content: { [body.mediaType]: { schema: { $ref: `schemas/${name}/requests/${slug}.json` } } },
          },
        }),
    responses: Object.fromEntries(
      Object.entries(operation.answers).map(([status, { schema }]) => {
        // a description that names no body does not forbid one, but HTTP does
        if (/^(1|204|205|304)/.test(status)) return [status, { description: 'No body.' }]
        const reference =
          schema === undefined
            ? {}
            : { $ref: `schemas/${name}/${answers.fileOf(schema, `${slug}-${status.toLowerCase()}`)}` }
        return [status, { description: 'As documented.', content: { 'application/json': { schema: reference } } }]
      }),
    ),
  }
}

function parameterOf(document: Document, parameter: JsonObject): JsonObject {
  const example = exampleIn(document, parameter)
  const schema = flattened(document, parameter['schema'])
  return {
    name: parameter['name'] as Json,
    in: parameter['in'] as Json,
    required: parameter['required'] === true || parameter['in'] === 'path',
    schema: withOwnExamples(
      example === undefined ? schema : { ...schema, examples: [example] },
      document.note,
      `the parameter ${String(parameter['name'])}`,
    ),
  }
}

interface Promising {
  readonly document: Document
  readonly operation: Described
  readonly base: string
  readonly resources: readonly Guessed[]
  /** Requests carry a key. */
  readonly keyed: boolean
  /** Text of the body's schema, which names the clauses that refuse what is wrong with it. */
  readonly request: string
}

/** What the description promises of an operation, and only what something can show. */
function clausesOf({ document, operation, base, resources, keyed, request }: Promising): readonly Clause[] {
  const { id, section, parameters, security } = operation
  const what = `${operation.method.toUpperCase()} ${operation.path}`
  const make = (
    rule: string,
    level: Clause['level'],
    text: string,
    kind: Clause['source']['kind'] = 'document',
  ): Clause => ({
    id: `${base}.${rule}`,
    level,
    text: sentence(text),
    source: { kind, section },
  })
  const own = resources.find(({ resource }) => resource.retrieve === id || resource.delete === id)?.resource
  const says404 = operation.answers['404'] !== undefined
  const isRetrieved = own?.retrieve === id && own.create.length > 0
  const query = parameters
    .filter((parameter) => parameter['in'] === 'query')
    .some((parameter) => canBeWrong(parameterOf(document, parameter) as unknown as Parameter))
  const path = parameters.some((parameter) => parameter['in'] === 'path')
  return [
    make('answers', 'must', `${what} answers a request that it documents with a documented success`),
    make('statuses', 'should', `${what} answers with documented statuses only`),
    ...(keyed && security.length > 0
      ? [make('authentication', 'must', `${what} refuses a request without a valid key`)]
      : []),
    ...(path && (isRetrieved || (says404 && ['get', 'delete'].includes(operation.method)))
      ? [
          make(
            'unknown',
            says404 ? 'must' : 'should',
            `${what} answers 404 for an id that nothing has`,
            says404 ? 'document' : 'derived',
          ),
        ]
      : []),
    ...(isRetrieved ? [make('reads-back', 'must', `${what} answers with what was created`, 'derived')] : []),
    ...(own?.delete === id && own.create.length > 0 && own.retrieve !== undefined
      ? [make('gone', 'should', `${what} leaves nothing that can be retrieved`, 'derived')]
      : []),
    ...[
      make('required', 'should', `${what} refuses a body without a required property`, 'derived'),
      make('types', 'should', `${what} refuses a property of another type`, 'derived'),
      make('limits', 'should', `${what} refuses a value beyond a documented limit`, 'derived'),
    ].filter((clause) => request.includes(`"${clause.id}"`)),
    ...(query
      ? [make('parameters', 'should', `${what} refuses query parameters that it does not document so`, 'derived')]
      : []),
  ]
}

/** Every success of an operation is documented as JSON alone. */
function answersInJson({ answers }: Described): boolean {
  const successes = Object.entries(answers).filter(([status]) => status.startsWith('2'))
  return successes.length > 0 && successes.every(([, answer]) => answer.json)
}

function exchangeSchema(name: string, clause: string, inJson: readonly string[]): JsonObject {
  const every = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${schemaBase}${name}/exchange.json`,
    title: 'Exchange',
    description: 'What holds of every exchange, whatever its operation.',
    type: 'object',
  }
  if (inJson.length === 0) return every
  return {
    ...every,
    if: {
      properties: {
        direction: { const: 'outbound' },
        operation: { enum: inJson },
        status: { minimum: 200, maximum: 299 },
      },
      required: ['direction', 'operation', 'status'],
    },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: {
      'x-clause': clause,
      required: ['headers'],
      properties: {
        content: { const: 'json' },
        headers: {
          type: 'object',
          required: ['content-type'],
          properties: { 'content-type': { type: 'string', pattern: '^[a-z]+/([a-z0-9.+-]+\\+)?json *(;.*)?$' } },
        },
      },
    },
  }
}

function declarationOf(resources: readonly Guessed[]): JsonObject {
  const unique = createUniqueNames()
  const named = resources.map((one) => ({ ...one, name: unique(one.name) }))
  return {
    guessed: Object.fromEntries(named.map(({ name, because }) => [`/resources/${name}`, because])),
    resources: Object.fromEntries(named.map(({ name, resource }) => [name, resource as unknown as Json])),
    lists: {},
  }
}
