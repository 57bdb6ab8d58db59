import type { JsonObject } from '../model/json.ts'
import { schemaBase } from '../schemas/identity.ts'
import type { Described } from './operations.ts'

/** Every success of an operation is documented as JSON alone. */
export function answersInJson({ answers }: Described): boolean {
  const successes = Object.entries(answers).filter(([status]) => status.startsWith('2'))
  return successes.length > 0 && successes.every(([, answer]) => answer.json)
}

/** What holds of every exchange: an answer that is documented as JSON is JSON. */
export function exchangeSchema(name: string, clause: string, inJson: readonly string[]): JsonObject {
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
