import type { Parameter } from '../model/contract.ts'
import { canBeWrong } from '../model/strict.ts'
import type { Document } from './document.ts'
import { sentence } from './names.ts'
import type { Described } from './operations.ts'
import { parameterOf } from './parameter.ts'
import type { Guessed } from './resources.ts'

export interface Clause {
  readonly id: string
  readonly level: 'must' | 'should'
  readonly text: string
  readonly source: { readonly kind: 'document' | 'derived' | 'ours'; readonly section: string }
  readonly note?: string
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
export function clausesOf({ document, operation, base, resources, keyed, request }: Promising): readonly Clause[] {
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
    ...(path && (isRetrieved || says404)
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
