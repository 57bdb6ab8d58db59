import type { Clause } from '../../model/clause.ts'
import type { Contract, Operation, Provider, Schema } from '../../model/contract.ts'
import type { WireRequest, WireResponse } from '../../model/exchange.ts'
import { toResponse } from '../../wire/response.ts'
import type { Target } from '../../wire/session.ts'
import { operation } from '../operation.ts'

/** A provider small enough to be seen whole: things are made and read. */
const acme: Provider = {
  name: 'acme',
  title: 'Acme',
  document: 'Acme API reference',
  live: {
    origin: 'https://sandbox.acme.example',
    sandboxHosts: ['sandbox.acme.example'],
    productionHosts: ['api.acme.example'],
    productionKey: '^live_',
    keyVariable: 'ACME_KEY',
    originVariable: 'ACME_ORIGIN',
  },
  authentication: { schemes: ['bearer'], keyPrefix: 'test_', unknownKey: 'test_invalid' },
  encoding: 'json',
  headers: [['accept', 'application/json']],
  idempotencyHeader: 'Idempotency-Key',
  liveCapabilities: ['keyed'],
  pace: { concurrency: 2, requestsPerSecond: 1000 },
  retry: { attempts: 3, firstDelayMs: 100, longestDelayMs: 1000 },
  change: { newProperty: 'acme.changes.properties' },
}

const base = 'https://assay.example/schemas/acme/'

const schemas: ReadonlyMap<string, Schema> = new Map<string, Schema>([
  [
    `${base}thing.json`,
    {
      $id: `${base}thing.json`,
      type: 'object',
      'x-clause': 'acme.things.object.shape',
      required: ['id', 'amount'],
      properties: {
        id: { type: 'string' },
        amount: { type: 'integer', 'x-clause': 'acme.things.object.amount' },
        unit: { type: 'string', 'x-open-enum': ['cent'] },
        time: {
          anyOf: [{ type: 'integer' }, { type: 'string', format: 'date-time' }],
          'x-readings': { clause: 'acme.things.object.time', names: ['seconds', 'text'] },
        },
      },
    },
  ],
  [
    `${base}exchange.json`,
    {
      $id: `${base}exchange.json`,
      type: 'object',
      properties: { status: { enum: [200, 404, 405, 501], 'x-clause': 'acme.status' } },
    },
  ],
])

const thingOperation = (id: string, method: string, path: string, more: Partial<Operation> = {}): Operation =>
  operation(id, method, path, { answers: { '200': `${base}thing.json` }, clause: `acme.things.${id}.answers`, ...more })

const clause = (id: string, more: Partial<Clause> = {}): readonly [string, Clause] => [
  id,
  {
    id,
    level: 'must',
    text: `${id}.`,
    source: { kind: 'document', document: acme.document, section: 'Things' },
    section: 'Things',
    needs: [],
    standsOn: [],
    readings: [],
    departures: [],
    ...more,
  },
]

/** The contract of Acme, as small as a contract can be. */
export const contract: Contract = {
  provider: acme,
  hash: 'acme',
  declaration: { resources: {}, lists: {} },
  servers: ['https://sandbox.acme.example'],
  schemas,
  operations: new Map(
    [
      thingOperation('createThing', 'POST', '/things', {
        creates: { kind: 'thing', id: '/id', removedBy: { operation: 'deleteThing', parameter: 'thing' } },
      }),
      thingOperation('readThing', 'GET', '/things/{thing}'),
      thingOperation('deleteThing', 'DELETE', '/things/{thing}', { answers: { '204': null } }),
    ].map((one) => [one.id, one]),
  ),
  clauses: new Map([
    clause('acme.status'),
    clause('acme.changes.properties', { level: 'may', excluded: 'It binds nobody.' }),
    clause('acme.things.object.shape'),
    clause('acme.things.object.amount'),
    clause('acme.things.object.time', {
      readings: [
        { name: 'seconds', text: 'Seconds.' },
        { name: 'text', text: 'A text.' },
      ],
    }),
    clause('acme.things.createThing.answers'),
    clause('acme.things.readThing.answers'),
    clause('acme.things.deleteThing.answers'),
    clause('acme.things.echo'),
    clause('acme.things.should', { level: 'should' }),
    clause('acme.things.stands', { standsOn: ['acme.things.echo'] }),
    clause('acme.things.clock', { needs: ['clock'] }),
  ]),
}

/** A target that answers as it is told. */
export function answering(
  answer: (request: WireRequest, count: number) => WireResponse | Error,
  more: Partial<Target> = {},
): Target {
  let count = 0
  return {
    kind: 'url',
    capabilities: new Set(['keyed']),
    outages: true,
    open: () => ({
      carry: async (request) => {
        count += 1
        const answered = answer(request, count)
        if (answered instanceof Error) throw answered
        return answered
      },
      now: () => 0,
      advance: () => Promise.reject(new Error('no clock')),
      lever: () => Promise.reject(new Error('no lever')),
      receive: () => Promise.reject(new Error('no receiver')),
      settled: () => Promise.resolve(),
    }),
    close: () => Promise.resolve(),
    ...more,
  }
}

export const json = (status: number, body: unknown): WireResponse =>
  toResponse(status, [['content-type', 'application/json']], JSON.stringify(body))
