import type { Contract, Operation } from '../../../../model/contract.ts'
import type { Declaration, Resource } from '../../../../model/declaration.ts'
import { contract as acme } from '../../../engine/acme.ts'

const operation = (
  id: string,
  method: string,
  path: string,
  query: readonly string[] = [],
): readonly [string, Operation] => [
  id,
  {
    id,
    method,
    path,
    tags: [],
    pathParameters: path.includes('{thing}') ? [{ name: 'thing', required: true, schema: {} }] : [],
    queryParameters: query.map((name) => ({ name, required: false, schema: {} })),
    answers: { '200': null },
    clause: `${id}.answers`,
    ...(id === 'createThing' ? { creates: { kind: 'thing', id: '/id' }, body } : {}),
  },
]

const body = {
  required: true,
  mediaTypes: ['application/json'],
  schema: {
    type: 'object',
    properties: { name: { type: 'string' }, part: { type: 'string', 'x-reference': 'thing' } },
  },
}

const thing: Resource = {
  at: '',
  id: '/id',
  parameter: 'thing',
  create: ['createThing'],
  retrieve: 'readThing',
  views: [],
  update: 'updateThing',
  delete: 'deleteThing',
  act: ['closeThing'],
  owners: ['account'],
  fixed: ['/id', '/created'],
  moving: [],
  writes: {
    createThing: [{ clause: 'echoes', properties: { '/name': { kind: 'text' }, '/size/height': { kind: 'integer' } } }],
    updateThing: [{ clause: 'sets', properties: { '/name': { kind: 'text' } } }],
  },
  keeps: {},
  relations: [],
}

export const listRules = ['whole', 'stable', 'size', 'fills', 'more', 'after', 'before', 'items', 'default', 'most']

/** What the shop promises, each rule by a clause of its own name. */
const declaration: Declaration = {
  resources: { thing },
  lists: {
    listThings: {
      of: ['thing'],
      items: ['/data'],
      order: { direction: 'descending', clause: 'order' },
      sorts: [],
      filters: [
        { parameter: 'color', properties: ['/color'], how: 'equality', clause: 'by-color' },
        { parameter: 'least', properties: ['/height'], how: 'at-least', clause: 'by-height' },
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
    clauses: Object.fromEntries(listRules.map((rule) => [rule, rule])),
  },
}

/** The contract of the shop, with what a test says of it besides. */
export function shopContract(more: Partial<Declaration> = {}, ofThing: Partial<Resource> = {}): Contract {
  return {
    ...acme,
    operations: new Map([
      operation('listThings', 'GET', '/things', ['limit', 'after', 'before', 'color', 'least', 'sort']),
      operation('createThing', 'POST', '/things'),
      operation('readThing', 'GET', '/things/{thing}'),
      operation('updateThing', 'POST', '/things/{thing}'),
      operation('deleteThing', 'DELETE', '/things/{thing}'),
      operation('closeThing', 'POST', '/things/{thing}/close'),
    ]),
    declaration: { ...declaration, resources: { thing: { ...thing, ...ofThing } }, ...more },
  }
}
