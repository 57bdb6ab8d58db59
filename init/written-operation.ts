import type { JsonObject } from '../model/json.ts'
import { schemaBase } from '../schemas/identity.ts'
import type { createAnswerSchemas } from './answer-schemas.ts'
import type { Document } from './document.ts'
import { jsonText } from './json-text.ts'
import type { Described } from './operations.ts'
import { parameterOf } from './parameter.ts'
import { requestSchema } from './request-schema.ts'
import type { Guessed } from './resources.ts'

interface Writing {
  readonly document: Document
  readonly operation: Described
  readonly base: string
  readonly answers: ReturnType<typeof createAnswerSchemas>
  readonly files: Map<string, string>
  readonly name: string
  readonly resources: readonly Guessed[]
}

/** An operation as contracts have it; the schema of its body becomes a file. */
export function writtenOperation({ document, operation, base, answers, files, name, resources }: Writing): JsonObject {
  const { id, slug, section, summary, parameters, body } = operation
  if (body !== undefined) {
    const refusals = { required: `${base}.required`, types: `${base}.types`, limits: `${base}.limits` }
    const file = `requests/${slug}.json`
    const schema = requestSchema(document, body.schema, refusals, body.example, id, !body.mediaType.includes('form'))
    files.set(
      `schemas/${name}/${file}`,
      jsonText({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `${schemaBase}${name}/${file}`,
        ...schema,
      }),
    )
  }
  const guess = resources.find(({ resource }) => resource.create[0] === id)
  const made = guess?.resource
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
      ...(guess === undefined || made === undefined
        ? {}
        : { creates: { kind: guess.name, id: `${made.at}${made.id}`, ...removed } }),
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
