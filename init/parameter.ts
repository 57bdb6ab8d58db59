import type { Json, JsonObject } from '../model/json.ts'
import type { Document } from './document.ts'
import { exampleIn } from './operations.ts'
import { flattened } from './request-schema.ts'
import { withOwnExamples } from './valid-schema.ts'

/** A parameter as contracts have it. */
export function parameterOf(document: Document, parameter: JsonObject): JsonObject {
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
