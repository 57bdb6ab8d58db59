import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Creation, Operation, Parameter, Schema } from '../model/contract.ts'
import { schemaBase } from '../schemas/identity.ts'
import { ContractError } from '../schemas/contract-error.ts'
import { projectRoot } from '../schemas/project-root.ts'

interface Described {
  readonly servers?: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, PathItem>>
  readonly components?: {
    readonly parameters?: Readonly<Record<string, DescribedParameter>>
    readonly responses?: Readonly<Record<string, Answer>>
  }
}

type PathItem = Readonly<Record<string, unknown>> & { readonly parameters?: readonly Referable<DescribedParameter>[] }
type Referable<T> = T | { readonly $ref: string }

interface DescribedParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: Schema
}

interface DescribedOperation {
  readonly operationId: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly Referable<DescribedParameter>[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, Referable<Answer>>>
  readonly 'x-assay': { readonly clause: string; readonly creates?: Creation }
}

/** A schema without a reference stands for any body, or none. */
type Content = Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>
interface Answer {
  readonly content?: Content
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Reads a provider's OpenAPI description. */
export function readDescription(
  provider: string,
  path = join(projectRoot, 'contracts', provider, 'openapi.yaml'),
): Described {
  return parse(readFileSync(path, 'utf8')) as Described
}

/** The origins, with their base paths, at which the provider says its API is. */
export function serversOf({ servers = [] }: Described): readonly string[] {
  return servers.map(({ url }) => url.replace(/\/$/, ''))
}

/** The operations of a provider's OpenAPI description by id. */
export function operationsOf(
  described: Described,
  provider: string,
  schemas: ReadonlyMap<string, Schema>,
): ReadonlyMap<string, Operation> {
  const operations = Object.entries(described.paths).flatMap(([template, item]) =>
    methods.flatMap((method) => {
      const operation = item[method] as DescribedOperation | undefined
      return operation === undefined
        ? []
        : [operationOf(described, provider, schemas, template, item, method, operation)]
    }),
  )
  return new Map(operations.map((operation) => [operation.id, operation]))
}

function operationOf(
  described: Described,
  provider: string,
  schemas: ReadonlyMap<string, Schema>,
  template: string,
  item: PathItem,
  method: string,
  operation: DescribedOperation,
): Operation {
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
    resolve<DescribedParameter>(described, 'parameters', parameter),
  )
  const schemaId = (reference: string): string => {
    const id = new URL(reference.replace(/^.*?schemas\//, ''), schemaBase).href
    if (!schemas.has(id))
      throw new ContractError(`${provider}: ${operation.operationId} refers to ${reference}, which does not exist.`)
    return id
  }
  const content = operation.requestBody?.content
  const bodyReference = content === undefined ? undefined : Object.values(content)[0]?.schema.$ref
  const creates = operation['x-assay'].creates
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path: template,
    tags: operation.tags ?? [],
    pathParameters: parameters.filter((parameter) => parameter.in === 'path').map(toParameter),
    queryParameters: parameters.filter((parameter) => parameter.in === 'query').map(toParameter),
    ...(content === undefined || bodyReference === undefined
      ? {}
      : {
          body: {
            required: operation.requestBody?.required ?? false,
            mediaTypes: Object.keys(content),
            schema: schemas.get(schemaId(bodyReference)) as Schema,
          },
        }),
    answers: Object.fromEntries(
      Object.entries(operation.responses).map(([status, answer]) => {
        const { content: answered } = resolve<Answer>(described, 'responses', answer)
        if (answered === undefined) return [status, null]
        const reference = Object.values(answered)[0]?.schema.$ref
        return [status, reference === undefined ? undefined : schemaId(reference)]
      }),
    ),
    clause: operation['x-assay'].clause,
    ...(creates === undefined ? {} : { creates }),
  }
}

function toParameter({ name, required, schema }: DescribedParameter): Parameter {
  return { name, required: required ?? false, schema }
}

function resolve<T>(described: Described, kind: 'parameters' | 'responses', value: Referable<T>): T {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return value
  const name = value.$ref.split('/').at(-1) as string
  const found = described.components?.[kind]?.[name]
  if (found === undefined) throw new ContractError(`The description refers to ${value.$ref}, which does not exist.`)
  return found as T
}
