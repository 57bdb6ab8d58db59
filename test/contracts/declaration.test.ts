import { describe, expect, it } from 'vitest'
import { declarationOf } from '../../contracts/declaration.ts'
import type { Declared } from '../../contracts/declared.ts'
import { providers } from '../../contracts/index.ts'
import { loadContract } from '../../contracts/load.ts'
import type { Operation, Schema } from '../../model/contract.ts'
import { ContractError } from '../../schemas/contract-error.ts'
import { contract } from '../engine/acme.ts'

const base = 'https://assay.example/schemas/acme/'
const body: Schema = { $id: `${base}create.json`, type: 'object', properties: { color: { type: 'string' } } }
const schemas = new Map<string, Schema>([
  [
    `${base}thing.json`,
    {
      type: 'object',
      properties: { id: { type: 'string' }, color: { type: 'string' }, owner: { $ref: './owner.json' } },
    },
  ],
  [`${base}owner.json`, { type: 'object', properties: { name: { type: 'string' } } }],
  [`${base}things.json`, { type: 'object', properties: { data: { type: 'array', items: { $ref: './thing.json' } } } }],
  [body['$id'] as string, body],
])

const operation = (id: string, answer: string, more: Partial<Operation> = {}): readonly [string, Operation] => [
  id,
  {
    id,
    method: 'GET',
    path: '/things',
    tags: [],
    pathParameters: [],
    queryParameters: [],
    answers: { '200': `${base}${answer}.json`, '4XX': null },
    clause: 'acme.things.object.amount',
    ...more,
  },
]
const thing = [{ name: 'thing', required: true, schema: {} }]

const declared: Declared = {
  provider: 'acme',
  clauses: contract.clauses,
  schemas,
  operations: new Map([
    operation('createThing', 'thing', { body: { required: true, mediaTypes: ['application/json'], schema: body } }),
    operation('readThing', 'thing', { pathParameters: thing }),
    operation('updateThing', 'thing', { pathParameters: thing }),
    operation('listThings', 'things', { queryParameters: [{ name: 'color', required: false, schema: {} }] }),
  ]),
}

const written = {
  id: '/id',
  parameter: 'thing',
  create: ['createThing'],
  retrieve: 'readThing',
  update: 'updateThing',
  fixed: ['/id'],
  writes: { createThing: [{ clause: 'acme.things.object.amount', properties: { '/color': { kind: 'text' } } }] },
}
const filter = { parameter: 'color', properties: ['/owner/name'], how: 'equality', clause: 'acme.things.object.amount' }
const list = { of: ['thing'], items: ['/data'], filters: [filter] }
const paging = { style: 'none', size: 'limit', default: 10, clauses: {} }
const file = { resources: { thing: written }, lists: { listThings: list }, paging }

const withThing = (more: object): object => ({ ...file, resources: { thing: { ...written, ...more } } })
const withList = (more: object): object => ({ ...file, lists: { listThings: { ...list, ...more } } })

describe('a declaration', () => {
  it.each(providers)('of $name fits the rest of the contract', (provider) => {
    const { resources } = loadContract(provider).declaration
    expect(Object.keys(resources).length).toBeGreaterThan(0)
  })

  it('is completed by what it leaves out', () => {
    const { resources, lists } = declarationOf(file, declared)
    expect(resources['thing']).toMatchObject({ at: '', owners: ['account'], act: [], keeps: {}, relations: [] })
    expect(lists['listThings']).toMatchObject({ sorts: [], clauses: {} })
  })

  it.for([
    ['a word that the schema lacks', { ...file, colour: 'red' }, /must NOT have additional properties \(colour\)/],
    [
      'an unknown clause',
      withList({ clauses: { size: 'acme.things.no-such.clause' } }),
      /no clause acme\.things\.no-such\.clause/,
    ],
    [
      'an excluded clause',
      withList({ clauses: { size: 'acme.changes.properties' } }),
      /acme\.changes\.properties is excl/,
    ],
    ['an unknown operation', withThing({ act: ['paintThing'] }), /thing: there is no operation paintThing/],
    ['an unknown keyed operation', { ...file, keys: { operations: ['x'], longest: 9, clauses: {} } }, /no operation x/],
    ['an unknown resource in a list', withList({ of: ['box'] }), /listThings: there is no resource box/],
    [
      'an unknown resource in a relation',
      withThing({ relations: [{ at: '/id', resource: 'box' }] }),
      /no resource box/,
    ],
    ['a path parameter that is not there', withThing({ parameter: 'box' }), /has no path parameter box/],
    ['a property that no answer has', withThing({ fixed: ['/size'] }), /thing: its answers have no \/size/],
    [
      'a property that the request does not take',
      withThing({
        writes: { createThing: [{ clause: 'acme.things.object.amount', properties: { '/id': { kind: 'text' } } }] },
      }),
      /createThing takes no \/id/,
    ],
    ['a list of no operation', { ...file, lists: { listBoxes: list } }, /listBoxes: there is no such operation/],
    [
      'an unknown query parameter',
      withList({ filters: [{ ...filter, parameter: 'size' }] }),
      /no query parameter size/,
    ],
    [
      'a filter on an unknown property',
      withList({ filters: [{ ...filter, properties: ['/size'] }] }),
      /have no \/size/,
    ],
    ['a list without paging', { ...file, paging: undefined }, /says nothing about paging/],
  ] as const)('is refused with %s', ([, faulty, reason]) => {
    const read = (): unknown => declarationOf(JSON.parse(JSON.stringify(faulty)), declared)
    expect(read).toThrow(ContractError)
    expect(read).toThrow(reason)
  })
})
