import { describe, expect, it } from 'vitest'
import { causesOf } from '../../engine/causes.ts'
import type { ClauseRow, Finding, StoredExchange } from '../../model/report.ts'
import { sampleExchange, sampleFinding, sampleRow } from '../reporters/sample-rows.ts'

/** Requests as `METHOD path status body`; the id of each is its place. */
const requests = [
  'POST /v1/tokens 404 a=b',
  'GET /v1/tokens/tok_1A?a=b 404',
  'POST /v1/charges 200 amount=many&currency=usd',
  'POST /v1/charges/ch_1A/capture 200',
  'GET /v1/charges?limit=9 200',
  'POST /v1/customers/cus_1A/sources 200 source=tok_visa',
  'GET /v1/customers/cus_1A/sources/card_2B 200',
  'POST /v1/customers 200 email=x',
  'GET /v1/customers/cus_9Z 404',
  'POST /v1/charges/ch_1A/refunds 404',
  'GET /v1/customers/cus_8Y 200',
  'POST /v1/refunds 200 charge=ch_7spoiled&amount=ref',
  'GET /v1/charges/ch_7spoiled 200',
  'GET /v1/charges/ch_6other 200',
] as const

const exchanges = requests.map((request, id): StoredExchange => {
  const [method = '', path = '', status = '', body = ''] = request.split(' ')
  return sampleExchange({
    id,
    request: { method, path, headers: [], body },
    response: { status: Number(status), headers: [], body: '{}' },
  })
})

type Parts = Partial<Finding> & { readonly of?: (typeof requests)[number] }

const finding = ({ of = 'POST /v1/customers 200 email=x', ...parts }: Parts): Finding => {
  const id = requests.indexOf(of)
  return sampleFinding({ evidence: [id], exchange: id, by: 'acme/a', ...parts })
}

const gap = (id: string, parts: Parts, more: Partial<ClauseRow> = {}): ClauseRow =>
  sampleRow({ id: `acme.${id}`, verdict: 'gap', severity: 'fail', findings: [finding(parts)], ...more })

const observed = { by: 'observer/schemas-hold' }
const accepted = { at: 'status', expected: 400, actual: 200 }

/** What makes a customer and a charge kinds of object: that operations of them are promised. */
const promised = ['charges', 'customers', 'cards'].map((topic) => sampleRow({ id: `acme.${topic}.create.answers` }))

const causes = (rows: readonly ClauseRow[]) =>
  causesOf([...promised, ...rows], exchanges).map(({ title, breaks }) => [title, breaks.length])

describe('gaps of one origin are one cause', () => {
  it.each<[string, readonly ClauseRow[], readonly (readonly [string, number])[]]>([
    [
      'operations of one part of the API that are absent, which are named',
      [
        gap('tokens.create.answers', { at: 'status', expected: 200, actual: 404, of: requests[0] }),
        gap('tokens.retrieve.answers', { at: 'status', expected: 200, actual: 404, of: requests[1] }),
      ],
      [['The server lacks GET /v1/tokens/{id} and POST /v1/tokens', 2]],
    ],
    [
      'operations of several parts that are absent, where nothing else stands on them',
      [
        gap('tokens.create.answers', { at: 'status', expected: 200, actual: 404, of: requests[0] }),
        gap('pact.pay', { at: 'status', expected: 200, actual: 404, of: requests[9] }),
      ],
      [['The server lacks POST /v1/charges/{id}/refunds and POST /v1/tokens', 2]],
    ],
    [
      'operations of several parts that are absent, apart where something is blocked by one',
      [
        gap('tokens.create.answers', { at: 'status', expected: 200, actual: 404, of: requests[0] }),
        gap('pact.pay', { at: 'status', expected: 200, actual: 404, of: requests[9] }),
        sampleRow({ id: 'acme.tokens.create.used', verdict: 'blocked', blockedBy: ['acme.tokens.create.answers'] }),
      ],
      [
        ['The server lacks POST /v1/tokens', 1],
        ['The server lacks POST /v1/charges/{id}/refunds', 1],
      ],
    ],
    [
      'headers that are missing, which are named',
      [
        gap('a.b.c', { at: 'request-id', expected: 'present', actual: 'absent' }),
        gap('a.b.d', { at: 'request-id', expected: 'x', actual: 'absent' }),
        gap('a.b.e', { at: 'vary', expected: 'x', actual: 'absent' }),
      ],
      [['Responses lack documented headers: Request-Id and Vary', 3]],
    ],
    [
      'parameters that are accepted, apart from credentials, unknown ids, and what needs no parameter to be wrong',
      [
        gap('charges.b.c', accepted),
        gap('charges.b.d', { ...accepted, expected: { 'one of': [400, 422] }, actual: 201 }),
        gap('charges.b.h', { ...accepted, expected: 'a refusal' }),
        gap('a.b.e', { ...accepted, expected: 401 }),
        gap('a.b.f', { ...accepted, expected: { 'one of': [404] }, of: requests[6] }),
        gap('charges.b.g', { ...accepted, of: requests[3] }),
      ],
      [
        ['The server does not validate parameters', 3],
        ['The server accepts requests without valid credentials', 1],
        ['The server answers for objects that do not exist', 1],
        ['The server allows what the state of an object forbids', 1],
      ],
    ],
    [
      'a value of the wrong type that the request had brought with what did not refuse it',
      [
        gap('charges.b.c', accepted),
        gap('charges.object.amount', {
          ...observed,
          at: '/amount',
          expected: 'type integer',
          actual: null,
          of: requests[2],
        }),
      ],
      [['The server does not validate parameters', 2]],
    ],
    [
      'idempotency keys, whatever of them shows it',
      [
        gap('idempotency.reuse.refused', { ...accepted, expected: { 'one of': [400, 409] } }),
        gap('idempotency.header.echoed', { at: 'idempotency-key', actual: 'absent' }),
        gap('charges.create.once', { by: 'acme/matrix/keys/create-charge', at: '/id' }),
      ],
      [['Idempotency keys do not work as documented', 3]],
    ],
    [
      'accounts that see what is not theirs',
      [
        gap('charges.retrieve.own', { ...accepted, expected: 404, by: 'acme/matrix/isolation/charge-retrieved' }),
        gap('charges.list.own', { at: '/data', actual: ['ch_1'], by: 'acme/matrix/isolation/charge-listed' }),
      ],
      [['Accounts are not isolated from each other', 2]],
    ],
    [
      'refusals with one other status',
      [
        gap('charges.b.c', { at: 'status', expected: 402, actual: 404 }),
        gap('errors.b.d', { at: 'status', expected: { 'one of': [400] }, actual: 404 }),
        gap('errors.b.e', { at: 'status', expected: 400, actual: 422 }),
      ],
      [
        ['Requests are refused with 404 where another status is documented', 2],
        ['Requests are refused with 422 where another status is documented', 1],
      ],
    ],
    [
      'properties that one kind of object lacks, in whatever answers, which are named',
      [
        gap('customers.object.sources', { ...observed, at: '/sources', actual: 'absent' }),
        gap('customers.object.more', { ...observed, at: '/data/3/subscriptions/total_count', actual: 'absent' }),
        gap('customers.create.echoes', { at: '/phone', expected: '1', actual: 'absent' }),
        gap('cards.object.brand', { ...observed, at: '/brand', actual: 'absent', of: requests[6] }),
      ],
      [
        ['Objects of /v1/customers lack `phone`, `sources` and `subscriptions`', 3],
        ['Objects of /v1/customers/{id}/sources lack `brand`', 1],
      ],
    ],
    [
      'one property of one kind of object, or of any where a feature has its name',
      [
        gap('metadata.objects.card', { at: '/metadata', expected: { a: '1' }, actual: {}, of: requests[5] }),
        gap('metadata.limits.accepted', { at: '/metadata', expected: { b: '2' }, actual: {}, of: requests[6] }),
        gap('metadata.update.merges', { at: '/metadata/a', expected: '1', actual: 'absent' }),
      ],
      [['`metadata` is not as documented in /v1/customers and /v1/customers/{id}/sources', 3]],
    ],
    [
      'one property that is wrong in the same way in several kinds of object, apart from where it is wrong otherwise',
      [
        gap('customers.object.paid', { at: '/balance', expected: null, actual: 'txn_1' }),
        gap('charges.object.paid', { at: '/balance', expected: null, actual: 'txn_2', of: requests[2] }),
        gap('charges.object.created', { ...observed, at: '/created', expected: 'type integer', of: requests[2] }),
        gap('customers.object.created', { ...observed, at: '/created', expected: 'type integer' }),
        gap('customers.object.other', { at: '/balance', expected: 'txn_1', actual: 'txn_2' }),
      ],
      [
        ['`balance` is not as documented in /v1/charges and /v1/customers', 2],
        ['`created` is not as documented in /v1/charges and /v1/customers', 2],
        ['A charge with valid parameters is created.', 1],
      ],
    ],
    [
      'an operation that is absent and has no clause of its own, where it never answered otherwise',
      [
        gap('pact.pay', { at: 'status', expected: 200, actual: 404, of: requests[9] }),
        gap('pact.read', { at: 'status', expected: 200, actual: 404, of: requests[8] }),
        gap('pact.again', { at: '/id', of: requests[10] }),
      ],
      [
        ['The server lacks POST /v1/charges/{id}/refunds', 1],
        ['GET /v1/customers/{id} refuses requests that it has to accept', 1],
        ['A charge with valid parameters is created.', 1],
      ],
    ],
    [
      'a value of the wrong type in an object to which a request was made that had to be refused',
      [
        gap('charges.capture.amount', { ...accepted, of: requests[11] }),
        gap('charges.object.refunded', {
          ...observed,
          at: '/refunded',
          expected: 'type integer',
          actual: null,
          of: requests[12],
        }),
        gap('charges.object.tax', {
          ...observed,
          at: '/tax',
          expected: 'type integer',
          actual: null,
          of: requests[13],
        }),
      ],
      [
        ['The server does not validate parameters', 2],
        ['A charge with valid parameters is created.', 1],
      ],
    ],
    [
      'a feature that shows in many properties',
      [
        gap('expand.on.reads', { at: '/customer/id', actual: 'absent' }),
        gap('expand.on.lists', { at: '/data/0/balance', actual: 'txn_1', of: requests[4] }),
      ],
      [['Charges: promises of this section are not kept', 2]],
    ],
    [
      'lists that hold something else',
      [
        gap('pages.order.newest', { at: '/data', expected: { 'newest first': ['b'] }, actual: ['a'], of: requests[4] }),
        gap('charges.list.new', { at: '/data/0/id', expected: 'b', actual: 'a', of: requests[4] }),
        gap('pages.limit.ten', { ...observed, at: '/data', expected: 'at most 10 items', actual: 12, of: requests[4] }),
        gap('pages.order.old', {
          ...observed,
          at: '/data/1',
          expected: { 'not after': 'b' },
          actual: 'a',
          of: requests[4],
        }),
      ],
      [['Lists hold other objects than documented, or hold them in another order', 4]],
    ],
    [
      'what is wrong with errors',
      [
        gap('errors.a.b', { ...observed, at: '/error/code', expected: null, actual: 'x', of: requests[8] }),
        gap('errors.a.c', { ...observed, at: '/error/type', actual: 'y', of: requests[8] }),
      ],
      [['Errors are not told as documented', 2]],
    ],
  ])('%s', (_, rows, expected) => {
    expect(causes(rows.map((row) => ({ ...row, section: 'Charges' })))).toEqual(expected)
  })

  it('is not that of another provider', () => {
    const row = gap('charges.b.c', accepted)
    expect(causes([row, { ...row, provider: 'globex', id: 'globex.charges.b.c' }])).toHaveLength(2)
  })
})

describe('a cause', () => {
  const root = gap('tokens.create.answers', { at: 'status', actual: 404, of: requests[0] })
  const blocked = sampleRow({
    id: 'acme.charges.create.token',
    verdict: 'blocked',
    severity: 'open',
    blockedBy: ['acme.tokens.create.answers'],
  })

  it('names what could not be judged because of it', () => {
    expect(causesOf([root, blocked], exchanges)).toMatchObject([{ blocks: ['acme.charges.create.token'] }])
  })

  it('comes first where it is graver, and then where it reaches further', () => {
    const warns = gap('a.b.c', { at: 'vary', actual: 'other' }, { severity: 'warn' })
    const small = gap('a.b.d', { at: 'x-other', actual: 'absent' })
    expect(causesOf([warns, small, root, blocked], exchanges).map(({ proof }) => proof)).toEqual([
      'acme.tokens.create.answers',
      'acme.a.b.d',
      'acme.a.b.c',
    ])
  })

  it('has the same fingerprint whatever else is found, and whichever finding comes first', () => {
    const [alone] = causesOf([root], exchanges)
    const among = causesOf([gap('a.b.d', { at: 'x-other', actual: 'absent' }), blocked, root], exchanges)
    expect(among.map(({ fingerprint }) => fingerprint)).toContain(alone?.fingerprint)
    const findings = [finding({ at: '/b', of: requests[5] }), finding({ at: '/a' }), finding({ ...accepted })]
    const prints = [findings, findings.toReversed()].map((found) =>
      causesOf([...promised, { ...gap('customers.b.c', {}), findings: found }], exchanges).map(
        ({ fingerprint }) => fingerprint,
      ),
    )
    expect(prints[0]).toEqual(prints[1])
  })

  it('is also a fault of ours', () => {
    const broken = sampleRow({ verdict: 'broken', severity: 'fault', reason: 'a fault of ours: x' })
    expect(causesOf([broken], [])).toMatchObject([
      { severity: 'fault', title: expect.stringContaining('Assay itself') },
    ])
  })
})
