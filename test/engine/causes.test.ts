import { describe, expect, it } from 'vitest'
import { causesOf } from '../../engine/causes.ts'
import type { ClauseRow, Finding } from '../../model/report.ts'
import { sampleExchange, sampleFinding, sampleRow } from '../reporters/sample-rows.ts'

const exchanges = [
  sampleExchange({ id: 1, request: { method: 'POST', path: '/v1/tokens', headers: [], body: '' } }),
  sampleExchange({ id: 2, request: { method: 'GET', path: '/v1/tokens/tok_1?a=b', headers: [], body: '' } }),
]

const finding = (parts: Partial<Finding>): Finding => sampleFinding({ evidence: [1], exchange: 1, ...parts })
const gap = (id: string, parts: Partial<Finding>, more: Partial<ClauseRow> = {}): ClauseRow =>
  sampleRow({ id, verdict: 'gap', severity: 'fail', findings: [finding(parts)], ...more })

describe('gaps of one origin are one cause', () => {
  it.each<[string, readonly ClauseRow[], readonly (readonly [string, number])[]]>([
    [
      'operations of one kind of object that are absent',
      [
        gap('acme.tokens.create.answers', { at: 'status', expected: { 'one of': [200] }, actual: 404 }),
        gap('acme.tokens.retrieve.answers', { at: 'status', actual: 404, evidence: [2], exchange: 2 }),
      ],
      [['The server lacks operations below /v1/tokens', 2]],
    ],
    [
      'a header that is missing',
      [
        gap('acme.a.b.c', { at: 'request-id', expected: 'present', actual: 'absent' }),
        gap('acme.a.b.d', { at: 'request-id', expected: 'x', actual: 'absent' }),
      ],
      [['Responses lack the Request-Id header', 2]],
    ],
    [
      'requests that are accepted, apart from those without credentials',
      [
        gap('acme.a.b.c', { at: 'status', expected: 400, actual: 200 }),
        gap('acme.a.b.d', { at: 'status', expected: { 'one of': [400, 422] }, actual: 201 }),
        gap('acme.a.b.f', { at: 'status', expected: 'a refusal', actual: 200 }),
        gap('acme.a.b.e', { at: 'status', expected: 401, actual: 200 }),
      ],
      [
        ['The server accepts requests that it has to refuse', 3],
        ['The server accepts requests without valid credentials', 1],
      ],
    ],
    [
      'a property of one kind of object',
      [
        gap('acme.a.b.c', { by: 'observer/schemas-hold', at: '/sources', actual: 'absent' }),
        gap('acme.a.b.d', { by: 'observer/schemas-hold', at: '/sources/total_count', actual: 'absent' }),
      ],
      [['Charges: responses lack `sources`', 2]],
    ],
    [
      'rules of one section that checks found broken',
      [gap('acme.a.b.c', { by: 'acme/a', at: '/data' }), gap('acme.a.b.d', { by: 'acme/a', at: '/has_more' })],
      [['Charges: rules are not kept', 2]],
    ],
  ])('%s', (_, rows, expected) => {
    const causes = causesOf(
      rows.map((row) => ({ ...row, section: 'Charges' })),
      exchanges,
    )
    expect(causes.map(({ title, breaks }) => [title, breaks.length])).toEqual(expected)
  })
})

describe('a cause', () => {
  const root = gap('acme.tokens.create.answers', { at: 'status', actual: 404 })
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
    const warns = gap('acme.a.b.c', { at: 'vary-by', actual: 'absent' }, { severity: 'warn' })
    const small = gap('acme.a.b.d', { at: 'x-other', actual: 'absent' })
    expect(causesOf([warns, small, root, blocked], exchanges).map(({ proof }) => proof)).toEqual([
      'acme.tokens.create.answers',
      'acme.a.b.d',
      'acme.a.b.c',
    ])
  })

  it('has the same fingerprint whatever else is found', () => {
    const [alone] = causesOf([root], exchanges)
    const among = causesOf([gap('acme.a.b.d', { at: 'x-other', actual: 'absent' }), blocked, root], exchanges)
    expect(among.map(({ fingerprint }) => fingerprint)).toContain(alone?.fingerprint)
  })

  it('is also a fault of ours', () => {
    const broken = sampleRow({ verdict: 'broken', severity: 'fault', reason: 'a fault of ours: x' })
    expect(causesOf([broken], [])).toMatchObject([
      { severity: 'fault', title: expect.stringContaining('Assay itself') },
    ])
  })
})
