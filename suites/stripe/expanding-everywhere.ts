import { all, each, isKept, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { kebab } from '../laws/kebab.ts'
import type { Population } from '../laws/lists/filling.ts'
import { equals, hasStatus, holds, inExchange } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { scenes } from './matrix.ts'
import { idsOf } from './narrowing.ts'
import { chargeCustomer, customerWithCard } from './scenes.ts'
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

/** One more than a page holds unless it is asked for more. */
const many = 11

/** Lists whose items have relations, where the usual items have none. */
const filled: Readonly<Record<string, (trial: Trial) => Promise<Pick<Population, 'path'>>>> = {
  async listCharges(trial) {
    const { customer } = await customerWithCard(trial)
    for (let made = 0; made < many; made += 1) await chargeCustomer(trial, customer)
    return {}
  },
  async listCustomers(trial) {
    for (let made = 0; made < many; made += 1) await customerWithCard(trial)
    return {}
  },
}

/** Each place that has a relation shows the object whose id stands there otherwise; one that is empty shows nothing. */
function showsObjects(answer: Exchange, plain: Exchange, places: readonly string[]): Judgement {
  return all(
    hasStatus(answer, 200),
    each(places, (at) => {
      const [value, id] = [read(answer, at) ?? null, read(plain, at)]
      if (value === null) return nothing
      return all(
        inExchange(answer, holds(isObject(value), at, 'an object', value)),
        isObject(value) && typeof id === 'string' ? equals(answer, `${at}/id`, id) : nothing,
      )
    }),
  )
}

const placesOf = ({ relations }: Resource): readonly string[] => relations.map(({ at }) => at)
const fieldsOf = (resource: Resource): readonly string[] => placesOf(resource).map((at) => at.slice(1))

function onObject(contract: Contract, operation: string, resource: Resource): Check {
  const { retrieve = '', parameter = '' } = resource
  const reads = contract.operations.get(operation)?.method === 'GET'
  const clause = reads ? 'stripe.expand.parameter.on-reads' : 'stripe.expand.parameter.on-writes'
  return example<{ answer: Exchange; plain: Exchange }>(`stripe/expanding-objects/${kebab(operation)}`, {
    arrange: async (trial) => {
      const call = (await related[operation]?.(trial)) ?? {}
      const expand = fieldsOf(resource)
      const body = typeof call.body === 'object' ? call.body : {}
      const answer = await trial.call(
        operation,
        reads ? { ...call, query: { expand } } : { ...call, body: { ...body, expand } },
      )
      const id = read(answer, resource.id)
      const path = { ...call.path, ...(typeof id === 'string' ? { [parameter]: id } : {}) }
      if (answer.response.status < 300) return { answer, plain: await trial.call(retrieve, { path }) }
      return { answer, plain: reads ? await trial.call(operation, call) : answer }
    },
    judge: {
      [clause]: ({ answer, plain }) =>
        answer.response.status >= 300 && plain !== answer && plain.response.status === answer.response.status
          ? unobservable('it is answered alike without expand')
          : showsObjects(answer, plain, placesOf(resource)),
    },
  })
}

interface Listed {
  readonly plain: Exchange
  readonly expanded: Exchange
  readonly nested: Exchange | undefined
}

function onList({ declaration: { resources } }: Contract, operation: string, resource: Resource): Check {
  const items = ({ plain }: Listed, places: readonly string[]): readonly string[] =>
    idsOf(plain).flatMap((_, index) => places.map((at) => `/data/${index}${at}`))
  const deeper = resource.relations.flatMap(({ at, resource: target }) =>
    placesOf(resources[target] as Resource).map((inner) => `${at}${inner}`),
  )
  const expandsAll = (listed: Listed): Judgement =>
    showsObjects(listed.expanded, listed.plain, items(listed, placesOf(resource)))
  return example<Listed>(`stripe/expanding-objects/${kebab(operation)}`, {
    // what others make meanwhile would stand at other places of the second list
    alone: true,
    arrange: async (trial) => {
      const fill = scenes.lists?.[operation]?.fill
      const { path = {} } = (await (filled[operation]?.(trial) ?? fill?.(trial, many))) ?? {}
      const list = (places: readonly string[]): Promise<Exchange> => {
        const expand = places.map((at) => `data${at}`.replaceAll('/', '.'))
        return trial.call(operation, { path, query: { limit: 100, ...(expand.length === 0 ? {} : { expand }) } })
      }
      const plain = await list([])
      if (idsOf(plain).length === 0) throw new Blocked(plain, 'the list lacks what was made', '/data')
      return {
        plain,
        expanded: await list(placesOf(resource)),
        nested: deeper.length === 0 ? undefined : await list(deeper),
      }
    },
    judge: {
      'stripe.expand.parameter.on-lists': expandsAll,
      'stripe.expand.nesting.by-dots': (listed) =>
        listed.nested === undefined || !isKept(expandsAll(listed))
          ? nothing
          : showsObjects(listed.nested, listed.plain, items(listed, deeper)),
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
        return resource === undefined || resource.relations.length === 0 ? [] : [onList(contract, operation, resource)]
      }),
    ),
  ]
}
