import { describe, expect, it } from 'vitest'
import { straddle } from '../../../contracts/straddle/provider.ts'
import { loadContract } from '../../../contracts/load.ts'
import type { Observer } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import type { JsonObject } from '../../../model/json.ts'
import { mismatchesOf } from '../../../model/judgement.ts'
import { changesMoveUpdatedAt } from '../../../suites/straddle/observers/changes-move-updated-at.ts'
import { listDefaults } from '../../../suites/straddle/observers/list-defaults.ts'
import { listsAreSorted } from '../../../suites/straddle/observers/lists-are-sorted.ts'
import { paymentHistories } from '../../../suites/straddle/observers/payment-histories.ts'
import { requestIds } from '../../../suites/straddle/observers/request-ids.ts'
import { secretsStayMasked } from '../../../suites/straddle/observers/secrets-stay-masked.ts'
import { madeWhenItSays } from '../../../suites/straddle/observers/made-when-it-says.ts'
import { updatesFollowCreation } from '../../../suites/straddle/observers/updates-follow-creation.ts'
import { exchange } from './exchange.ts'

const contract = loadContract(straddle)

/** Clauses that an observer sees broken while these exchanges go by. */
function broken(observer: Observer, exchanges: readonly Exchange[]): readonly string[] {
  const see = observer.watch(contract)
  return exchanges.flatMap(see).flatMap(({ clause, judgement }) => mismatchesOf(judgement).map(() => clause))
}

describe('secrets', () => {
  const token = `2557a1f0.02.${'0123456789abcdef'.repeat(4)}`
  const link = exchange({
    operation: 'createBankAccountPaykey',
    sent: { account_number: '9876512340' },
    answer: { data: { paykey: token, bank_data: { account_number: '******2340' } } },
  })
  const customer = exchange({
    operation: 'createCustomer',
    sent: { compliance_profile: { ssn: '123-45-6789' } },
    answer: { data: { compliance_profile: { ssn: '***-**-****' } } },
  })

  it('come back from the calls made for them', () => {
    const shown = [
      exchange({
        operation: 'getUnmaskedPaykey',
        answer: { data: { paykey: token, bank_data: { account_number: '9876512340' } } },
      }),
      exchange({ operation: 'getUnmaskedCustomer', answer: { data: { compliance_profile: { ssn: '123-45-6789' } } } }),
    ]
    expect(broken(secretsStayMasked, [link, customer, ...shown])).toEqual([])
  })

  it('come back from no other call', () => {
    const leaks = [
      exchange({ operation: 'listPaykeys', answer: { data: [{ bank_data: { account_number: '9876512340' } }] } }),
      exchange({ operation: 'getCustomerReview', answer: { data: { note: 'SSN 123-45-6789 checked' } } }),
      exchange({ operation: 'getCharge', answer: { data: { paykey: token } } }),
    ]
    expect(broken(secretsStayMasked, [link, customer, ...leaks])).toEqual(
      ['account-number', 'ssn', 'paykey'].map((name) => `straddle.masking.everywhere.${name}`),
    )
  })

  it('are found where they stand, and are not repeated', () => {
    const see = secretsStayMasked.watch(contract)
    const leak = exchange({
      operation: 'listPaykeys',
      answer: { data: [{}, { bank_data: { account_number: '9876512340' } }] },
    })
    const judgements = [link, leak].flatMap((one) => see(one)).map(({ judgement }) => judgement)
    expect(judgements.flatMap(mismatchesOf)).toEqual([
      { at: '/data/1/bank_data/account_number', expected: 'masked', actual: 'in full' },
    ])
  })
})

describe('lists', () => {
  const list = (sort_by: string, sort_order: string, ...values: readonly (string | number)[]) =>
    exchange({ answer: { meta: { sort_by, sort_order }, data: values.map((value) => ({ [sort_by]: value })) } })

  it.for([
    ['amounts that ascend', list('amount', 'asc', 1, 2, 2, 10), 0],
    ['amounts that do not descend', list('amount', 'desc', 3, 1, 2), 1],
    [
      'times written in several ways',
      list('created_at', 'asc', '2026-01-01T10:00:00', '2026-01-01T10:00:00.5Z', '2026-01-01T12:00:00+01:00'),
      0,
    ],
    ['times that go back', list('created_at', 'asc', '2026-01-02T10:00:00Z', '2026-01-01T10:00:00Z'), 1],
    ['names, whose order a collation decides', list('name', 'asc', 'b', 'a'), 0],
  ] as const)('are in the order that they name: %s', ([, answer, gaps]) => {
    expect(broken(listsAreSorted, [answer])).toHaveLength(gaps)
  })
})

describe('what a list is not asked for', () => {
  const list = (path: string, meta: JsonObject, operation = 'listPayments') => {
    const made = exchange({ operation, answer: { meta, data: [] } })
    return { ...made, request: { ...made.request, path } }
  }
  const usual = { page_number: 1, page_size: 100, sort_order: 'asc' }

  it('is as the description says', () => {
    expect(broken(listDefaults, [list('/v1/payments', usual)])).toEqual([])
  })

  it.for<readonly [string, JsonObject, readonly string[]]>([
    ['another order', { ...usual, sort_order: 'desc' }, ['straddle.paging.defaults.sort-order']],
    ['another size', { ...usual, page_size: 50 }, ['straddle.paging.defaults.page-size']],
    ['another page', { ...usual, page_number: 2 }, ['straddle.paging.defaults.page-number']],
  ])('is %s', ([, meta, clauses]) => {
    expect(broken(listDefaults, [list('/v1/payments', meta)])).toEqual(clauses)
    expect(broken(listDefaults, [list('/v1/payments?sort_order=desc&page_size=50&page_number=2', meta)])).toEqual([])
    expect(broken(listDefaults, [list('/v1/accounts', meta, 'listAccounts')])).toEqual([])
  })
})

describe('the time of the last change', () => {
  const at = (second: number): string => `2026-01-01T10:00:${String(second).padStart(2, '0')}Z`
  const seen = (status: string, updated: number, now: number, after = true) => {
    const made = exchange({
      operation: 'getPaykey',
      answer: { meta: { api_request_timestamp: at(now) }, data: { id: 'p', status, updated_at: at(updated) } },
    })
    return { ...made, ...(after ? { after: made.id - 1 } : {}) }
  }

  it.for<readonly [string, readonly Exchange[], number]>([
    ['moves with the status', [seen('pending', 0, 9), seen('active', 15, 20)], 0],
    ['stays where the status moves', [seen('pending', 0, 9), seen('active', 0, 20)], 1],
    ['stays with the status', [seen('active', 0, 9), seen('active', 0, 20)], 0],
    ['is that of the moment at which it was seen before', [seen('pending', 9, 9), seen('active', 9, 20)], 0],
    ['is seen by two at once', [seen('pending', 0, 9), seen('active', 0, 20, false)], 0],
    [
      'is before that of the status',
      [
        exchange({
          operation: 'getPaykey',
          answer: { data: { id: 'p', status: 'active', updated_at: at(0), status_details: { changed_at: at(9) } } },
        }),
      ],
      1,
    ],
  ])('%s', ([, exchanges, gaps]) => {
    expect(broken(changesMoveUpdatedAt, exchanges)).toHaveLength(gaps)
  })
})

describe('request ids', () => {
  const answer = (id: string, key?: string, account?: string) =>
    exchange({
      answer: { meta: { api_request_id: id } },
      requestHeaders: [
        ...(key === undefined ? [] : ([['idempotency-key', key]] as const)),
        ...(account === undefined ? [] : ([['straddle-account-id', account]] as const)),
      ],
    })

  it('come once', () => {
    expect(broken(requestIds, [answer('1'), answer('2')])).toEqual([])
    expect(broken(requestIds, [answer('1'), answer('1')])).toHaveLength(1)
  })

  it('come again in a replay', () => {
    expect(broken(requestIds, [answer('1', 'key'), answer('1', 'key')])).toEqual([])
    expect(broken(requestIds, [answer('1', 'key'), answer('1', 'other')])).toHaveLength(1)
    expect(broken(requestIds, [answer('1', 'key', 'a'), answer('1', 'key', 'b')])).toHaveLength(1)
  })
})

describe('times of a resource', () => {
  it('were not updated before they were created', () => {
    const of = (created_at: string, updated_at: string) => exchange({ answer: { data: { created_at, updated_at } } })
    expect(broken(updatesFollowCreation, [of('2026-01-01T10:00:00.1Z', '2026-01-01T10:00:00.1Z')])).toEqual([])
    expect(broken(updatesFollowCreation, [of('2026-01-01T10:00:01Z', '2026-01-01T10:00:00Z')])).toHaveLength(1)
  })
})

describe('the time at which something was made', () => {
  const made = (created_at: string, operation = 'refundCharge') =>
    exchange({
      operation,
      status: 201,
      answer: { meta: { api_request_timestamp: '2026-01-01T10:00:00Z' }, data: { id: 'x', created_at } },
    })

  it('is that of the request that made it', () => {
    expect(broken(madeWhenItSays, [made('2026-01-01T10:00:01.5Z'), made('2026-01-01T09:58:00')])).toEqual([])
  })

  it('is not that of what it was made of', () => {
    expect(broken(madeWhenItSays, [made('2025-12-30T10:00:00Z')])).toEqual(['straddle.times.instants.created'])
  })

  it('is not looked at where something is read, or no time is told', () => {
    expect(broken(madeWhenItSays, [made('2025-12-30T10:00:00Z', 'getCharge'), made('yesterday')])).toEqual([])
  })
})

describe('histories on any exchange', () => {
  const entry = (status: string, minute: number) => ({
    status,
    reason: 'ok',
    source: 'system',
    message: status,
    changed_at: `2026-01-01T10:0${minute}:00Z`,
  })
  const charge = (...statuses: readonly string[]) => {
    const status_history = statuses.map(entry)
    const { status, ...status_details } = entry(statuses.at(-1) ?? '', statuses.length - 1)
    return exchange({ answer: { data: { id: 'c', consent_type: 'internet', status, status_details, status_history } } })
  }

  it('hold for a documented life', () => {
    expect(
      broken(paymentHistories, [
        charge('created'),
        charge('created', 'scheduled'),
        charge('created', 'scheduled', 'cancelled'),
      ]),
    ).toEqual([])
  })

  it('show what was rewritten', () => {
    expect(
      broken(paymentHistories, [
        charge('created', 'scheduled'),
        { ...charge('created', 'cancelled'), after: 1_000_000 },
      ]),
    ).toEqual(['straddle.charges.history.grows'])
    // what was under way at the same time may tell of the time before
    expect(broken(paymentHistories, [charge('created', 'scheduled'), charge('created')])).toEqual([])
  })

  it('show a life that no document knows', () => {
    expect(broken(paymentHistories, [charge('created', 'paid')])).toEqual(['straddle.charges.lifecycle.transitions'])
  })
})
