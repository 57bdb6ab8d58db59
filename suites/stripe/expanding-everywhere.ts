import { all, each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { kebab } from '../laws/kebab.ts'
import { hasStatus, holds, inExchange } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { scenes } from './matrix.ts'
import { idsOf } from './narrowing.ts'
import { customerWithCard } from './scenes.ts'
import { sourceOf } from './sources.ts'

const ofHolder = async (trial: Trial): Promise<Call> => ({
  path: { customer: (await customerWithCard(trial)).customer },
})

/** Calls whose object has relations, where the usual one of the operation has none. */
const related: typeof scenes.calls = {
  ...scenes.calls,
  createCustomer: async (trial) => ({ body: { source: await sourceOf(trial) } }),
  retrieveCustomer: ofHolder,
  updateCustomer: ofHolder,
}

/** Each place that has a relation shows the object that it names; one that is empty shows nothing. */
function showsObjects(answer: Exchange, places: readonly string[]): Judgement {
  return all(
    hasStatus(answer, 200),
    each(places, (at) => {
      const value = read(answer, at) ?? null
      return value === null ? nothing : inExchange(answer, holds(isObject(value), at, 'an object', value))
    }),
  )
}

const fieldsOf = ({ relations }: Resource): readonly string[] => relations.map(({ at }) => at.slice(1))

function onObject(contract: Contract, operation: string, resource: Resource): Check {
  const reads = contract.operations.get(operation)?.method === 'GET'
  const clause = reads ? 'stripe.expand.parameter.on-reads' : 'stripe.expand.parameter.on-writes'
  return example<Exchange>(`stripe/expanding-objects/${kebab(operation)}`, {
    arrange: async (trial) => {
      const call = (await related[operation]?.(trial)) ?? {}
      const expand = fieldsOf(resource)
      const body = typeof call.body === 'object' ? call.body : {}
      return trial.call(operation, reads ? { ...call, query: { expand } } : { ...call, body: { ...body, expand } })
    },
    judge: {
      [clause]: (answer) =>
        showsObjects(
          answer,
          resource.relations.map(({ at }) => at),
        ),
    },
  })
}

function onList(operation: string, resource: Resource): Check {
  return example<Exchange>(`stripe/expanding-objects/${kebab(operation)}`, {
    arrange: async (trial) => {
      // so that the list holds one at least
      const { path = {} } = (await related[resource.retrieve ?? '']?.(trial)) ?? {}
      return trial.call(operation, { path, query: { expand: fieldsOf(resource).map((field) => `data.${field}`) } })
    },
    judge: {
      'stripe.expand.parameter.on-lists': (list) =>
        showsObjects(
          list,
          idsOf(list).flatMap((_, index) => resource.relations.map(({ at }) => `/data/${index}${at}`)),
        ),
    },
  })
}

/** `expand` is available on every request whose answer has relations. */
export function expandingEverywhere(contract: Contract): readonly Check[] {
  const { resources, lists } = contract.declaration
  const objects = Object.values(resources)
    .filter(({ relations }) => relations.length > 0)
    .flatMap((resource) =>
      [...resource.create, resource.retrieve, resource.update, ...resource.act]
        .filter((operation) => operation !== undefined)
        .map((operation) => onObject(contract, operation, resource)),
    )
  return [
    ...objects,
    ...Object.entries(lists).flatMap(([operation, { of }]) =>
      of.flatMap((name) => {
        const resource = resources[name]
        return resource === undefined || resource.relations.length === 0 ? [] : [onList(operation, resource)]
      }),
    ),
  ]
}
