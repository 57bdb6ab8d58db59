import { describe, expect, it } from 'vitest'
import { createApart, likelyPrefix } from '../../engine/apart.ts'
import { openRun, passing } from '../../engine/provider-run.ts'
import { planRun } from '../../engine/plan.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange, Headers } from '../../model/exchange.ts'
import { operationsAnswer } from '../../suites/observers/operations-answer.ts'
import { answered } from '../answered.ts'
import { contract } from './acme.ts'
import { onceEach } from './judge-acme.ts'

const versioned: Contract = {
  ...contract,
  provider: { ...contract.provider, version: { name: '2018-01-23', header: 'acme-version' } },
}

/** An answer about a thing, changed in these parts. */
function seen(
  parts: {
    readonly method?: string
    readonly path?: string
    readonly operation?: string | undefined
    readonly status?: number
    readonly asked?: Headers
    readonly told?: Headers
  } = {},
): Exchange {
  const base = answered({ id: 'thing_1', amount: 1 }, parts.status ?? 200, {
    operation: 'operation' in parts ? parts.operation : 'createThing',
  })
  const { method = 'POST', path = '/things', asked = [], told = [] } = parts
  return {
    ...base,
    request: { ...base.request, method, path, headers: asked },
    response: { ...base.response, headers: [...base.response.headers, ...told] },
  }
}

describe('an exchange that says nothing of the API', () => {
  it.each<[string, Exchange, string | undefined]>([
    ['an answer to HEAD', seen({ method: 'HEAD' }), 'answers to HEAD, which has no body that is documented'],
    ['an answer that was not modified', seen({ status: 304 }), 'answers that were not modified'],
    ['a request for no operation', seen({ operation: undefined }), 'for no operation that is described'],
    ['an answer of another version', seen({ told: [['acme-version', '2020-08-27']] }), 'of version 2020-08-27'],
    ['a request for another version', seen({ asked: [['acme-version', '2020-08-27']] }), 'of version 2020-08-27'],
    [
      'an answer of the version of the contract to a request for another',
      seen({ asked: [['acme-version', '2020-08-27']], told: [['acme-version', '2018-01-23']] }),
      undefined,
    ],
    ['an answer that names no version', seen(), undefined],
  ])('is set apart: %s', (_, exchange, reason) => {
    const apart = createApart(versioned)
    expect(apart.takes(exchange)).toBe(reason !== undefined)
    expect(apart.reasons()).toEqual(reason === undefined ? [] : [{ reason, times: 1 }])
  })

  it('is judged in whatever version where that is asked for', () => {
    expect(createApart(versioned, { anyVersion: true }).takes(seen({ told: [['acme-version', '1999']] }))).toBe(false)
  })

  it('is counted by its path, ids left open', () => {
    const apart = createApart(contract)
    for (const path of ['/v1/gadgets/g_1', '/v1/gadgets/g_2?page=2', '/health'])
      apart.takes(seen({ method: 'GET', path, operation: undefined }))
    expect(apart.unmatched()).toEqual([
      { path: 'GET /v1/gadgets/…', times: 2 },
      { path: 'GET /health', times: 1 },
    ])
  })
})

describe('the run of traffic that says nothing', () => {
  const judged = (...exchanges: readonly Exchange[]) => {
    const run = openRun(planRun(versioned, { checks: [], observers: [operationsAnswer] }), passing, onceEach)
    for (const exchange of exchanges) run.see(exchange)
    return run.conclude().row
  }

  it('is not judged, and names the prefix that its paths have', () => {
    const row = judged(seen({ path: '/api/things', operation: undefined }))
    expect(row).toMatchObject({ outcome: 'not-judged', exchanges: 0 })
    expect(row.reason).toBe(
      'No request is for an operation of Acme. Its paths begin with /api: give the address with it as --base-url.',
    )
  })

  it('names no prefix where none would help', () => {
    expect(likelyPrefix(contract, [{ path: 'GET /api/gadgets', times: 3 }])).toBeUndefined()
  })

  it('says which versions it speaks', () => {
    const row = judged(seen({ told: [['acme-version', '2020-08-27']] }))
    expect(row).toMatchObject({ outcome: 'not-judged', apart: [{ reason: 'of version 2020-08-27', times: 1 }] })
    expect(row.reason).toContain('2020-08-27')
  })

  it('is judged by what is of the API', () => {
    expect(judged(seen(), seen({ status: 304 }))).toMatchObject({ outcome: 'conforms', exchanges: 1 })
  })

  it.each([429, 503])('holds an outage, and no gap, where it was answered %d', (status) => {
    const row = judged(seen({ status }))
    expect(row).toMatchObject({ figures: { verdicts: { gap: 0 } }, outages: [{ status, operation: 'POST /things' }] })
  })
})
