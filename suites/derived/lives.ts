import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract, Operation } from '../../model/contract.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { sameValue } from '../../model/instant.ts'
import { valueAt } from '../../model/json.ts'
import { departs, kept, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { kebab } from '../laws/kebab.ts'
import { callOf, canArrange, idIn } from './arrange.ts'
import { clauseOf } from './clause-of.ts'
import { notFound } from './refusal.ts'

interface Life {
  readonly created: Exchange
  readonly read: Exchange
  readonly deleted?: Exchange
  readonly after?: Exchange
}

/** What is created can be read by its id, and what is deleted cannot any more. */
export function lives(contract: Contract): readonly Check[] {
  const { declaration, operations, provider } = contract
  return Object.entries(declaration.resources).flatMap(([name, resource]) => {
    const [create, retrieve, remove] = [resource.create[0], resource.retrieve, resource.delete].map((id) =>
      operations.get(id ?? ''),
    )
    if (create === undefined || retrieve === undefined || !canArrange(contract, create)) return []
    const back = clauseOf(contract, retrieve, 'reads-back')
    const gone = remove === undefined ? undefined : clauseOf(contract, remove, 'gone')
    if (back === undefined && gone === undefined) return []
    return [
      example<Life>(`${provider.name}/lives/${kebab(name)}`, {
        arrange: async (trial) => {
          const made = await callOf(trial, create)
          const created = await trial.given(create.id, made)
          const call = { path: pathTo(resource, retrieve, created, made.path ?? {}) }
          const read = await trial.call(retrieve.id, call)
          if (remove === undefined || gone === undefined) return { created, read }
          const deleted = await trial.call(remove.id, { path: pathTo(resource, remove, created, made.path ?? {}) })
          return { created, read, deleted, after: await trial.call(retrieve.id, call) }
        },
        judge: {
          ...(back === undefined ? {} : { [back]: (life: Life) => readsBack(resource, life) }),
          ...(gone === undefined ? {} : { [gone]: isGone }),
        },
      }),
    ]
  })
}

function pathTo(
  resource: Resource,
  operation: Operation,
  created: Exchange,
  path: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const id = String(valueAt(created.response.json, idIn(resource)) ?? '')
  return Object.fromEntries(
    operation.pathParameters.map(({ name }) => [name, name === resource.parameter ? id : (path[name] ?? id)]),
  )
}

function readsBack(resource: Resource, { created, read }: Life): Judgement {
  const at = idIn(resource)
  const id = valueAt(created.response.json, at) ?? null
  if (read.response.status >= 300)
    return departs({ at: 'status', expected: 'a success', actual: read.response.status, in: read })
  const shown = valueAt(read.response.json, at)
  return sameValue(shown, id) ? kept() : departs({ at, expected: id, actual: shown ?? 'absent', in: read })
}

function isGone({ deleted, after }: Life): Judgement {
  if (deleted === undefined || after === undefined || deleted.response.status >= 300)
    return unobservable('nothing was deleted')
  return notFound(after)
}
