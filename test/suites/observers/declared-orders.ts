import type { Observer, Traffic } from '../../../model/check.ts'
import type { Contract } from '../../../model/contract.ts'
import type { Resource } from '../../../model/declaration.ts'
import { mismatchesOf } from '../../../model/judgement.ts'
import type { Json } from '../../../model/json.ts'
import { operation } from '../../operation.ts'
import { exchangesOf, contract as orders } from './sequence.ts'
import type { Step } from './sequence.ts'

const order = {
  at: '',
  id: '/id',
  parameter: 'order',
  create: ['createOrder'],
  retrieve: 'retrieveOrder',
  update: 'updateOrder',
  delete: 'deleteOrder',
  act: [],
  views: [],
  owners: ['account'],
  fixed: ['/shop'],
  moving: [],
  unknown: 'unknown',
  stays: 'stays',
  touched: '/touched',
  created: { at: '/created', unit: 'seconds', clause: 'created' },
  writes: {
    createOrder: [
      {
        clause: 'echoes',
        properties: {
          '/note': { kind: 'text', most: 20 },
          '/amount': { kind: 'integer' },
          '/currency': { kind: 'choice', values: ['usd', 'eur'] },
          '/card/month': { kind: 'integer' },
        },
      },
    ],
  },
  repeats: { createOrder: [{ clause: 'repeats', at: ['/customer'] }] },
  keeps: {},
  relations: [],
  metadata: { create: 'createOrder', update: 'updateOrder', clauses: { kept: 'metadata' } },
  deletion: {
    leaves: 'nothing',
    clauses: { retrieve: 'gone', list: 'unlisted', again: 'gone-again', update: 'gone-update' },
    referredBy: [{ operation: 'createOrder', at: '/after', clause: 'refers' }],
  },
}

const clauses = (...rules: readonly string[]): object => Object.fromEntries(rules.map((rule) => [rule, rule]))

/** A contract that declares orders, of which each account has its own, in lists that begin with the newest. */
export const declaredOrders = {
  ...orders,
  operations: new Map([
    ...orders.operations,
    [
      'listOrders',
      operation('listOrders', 'GET', '/orders', { queryParameters: [{ name: 'limit' }, { name: 'shop' }] } as object),
    ],
    ['updateOrder', operation('updateOrder', 'POST', '/orders/{order}')],
    ['showOrder', operation('showOrder', 'GET', '/orders/{order}/card')],
  ]),
  declaration: {
    resources: { order },
    lists: {
      listOrders: {
        of: ['order'],
        items: ['/data'],
        order: { direction: 'descending', by: '/created', clause: 'newest' },
        sorts: [],
        filters: [
          { parameter: 'shop', properties: ['/shop'], how: 'equality', clause: 'by-shop' },
          { parameter: 'created', properties: ['/created'], how: 'bounds', clause: 'by-created' },
        ],
        clauses: {},
      },
    },
    paging: {
      style: 'cursor',
      size: 'limit',
      after: 'after',
      before: 'before',
      more: '/more',
      default: 3,
      most: 10,
      clauses: clauses('size', 'default', 'fills', 'more', 'whole'),
    },
    metadata: { at: '/metadata', update: 'merges', clauses: clauses('merges') },
    keys: { operations: ['createOrder'], known: 60, forgotten: 120, clauses: clauses('other-parameters') },
    isolation: { clauses: clauses('read', 'list', 'write') },
  },
} as unknown as Contract

/** A step with a body, or at a second of its own. */
export interface Told extends Step {
  readonly body?: Json | string
  readonly second?: number
}

/** The clause and place of each gap, and how often a clause was kept; orders may be declared to be more. */
export function seen(
  observer: Observer,
  steps: readonly Told[],
  more: Partial<Resource> = {},
  { contract = declaredOrders, traffic }: { readonly contract?: Contract; readonly traffic?: Traffic } = {},
): { gaps: readonly string[]; kept: readonly string[] } {
  const { declaration } = contract
  const own = (declaration.resources['order'] ?? order) as Resource
  const see = observer.watch(
    { ...contract, declaration: { ...declaration, resources: { order: { ...own, ...more } } } },
    traffic,
  )
  const observations = exchangesOf(steps)
    .map((exchange, index) => {
      const { body = '', second = 0 } = steps[index] ?? {}
      return {
        ...exchange,
        startedAt: second * 1000,
        request: {
          ...exchange.request,
          method: contract.operations.get(exchange.operation ?? '')?.method ?? 'GET',
          body: typeof body === 'string' ? body : JSON.stringify(body),
        },
      }
    })
    .flatMap((exchange) => see(exchange))
  return {
    gaps: observations.flatMap(({ clause, judgement }) => mismatchesOf(judgement).map(({ at }) => `${clause} ${at}`)),
    kept: observations.filter(({ judgement }) => judgement.says === 'kept').map(({ clause }) => clause),
  }
}
