import { all, each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { differences, hasStatus, holds, inExchange } from '../vocabulary/judge.ts'
import { listAt, textAt } from '../vocabulary/read.ts'
import { forEach, givenInvoice, givenKeptInvoices, of, onlyThese, wanted } from './scenes.ts'

/** Four invoices in order, of which the second and fourth are cancelled. */
async function four(trial: Trial): Promise<readonly Exchange[]> {
  const invoices = await givenKeptInvoices(trial, 4)
  for (const index of [1, 3]) await trial.given('cancelInvoice', of(invoices[index] as Exchange))
  return invoices
}

/** A filter over the four, and which of them it keeps, by place. */
type Filter =
  | { readonly kind: 'state'; readonly state: string }
  | { readonly kind: 'id'; readonly place: number }
  | { readonly kind: 'created'; readonly operator: 'gt' | 'ge' | 'lt' | 'le'; readonly place: number }
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }

const place = fc.integer({ min: 0, max: 3 })
const byState: Arbitrary<Filter> = fc.record({
  kind: fc.constant('state' as const),
  state: fc.constantFrom('UNPAID', 'CANCELLED', 'PAID'),
})
const byId: Arbitrary<Filter> = fc.record({ kind: fc.constant('id' as const), place })
const byTime: Arbitrary<Filter> = fc.record({
  kind: fc.constant('created' as const),
  operator: fc.constantFrom('gt' as const, 'ge' as const, 'lt' as const, 'le' as const),
  place,
})

const joined = fc.letrec<{ filter: Filter; leaf: Filter; join: Filter }>((tie) => ({
  leaf: fc.oneof(byState, byId, byTime),
  join: fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('filter'), right: tie('filter') }),
  filter: fc.oneof({ maxDepth: 2 }, tie('leaf'), tie('join')),
})).join

function keeps(filter: Filter, at: number): boolean {
  if (filter.kind === 'state') return filter.state === (at % 2 === 0 ? 'UNPAID' : 'CANCELLED')
  if (filter.kind === 'id') return at === filter.place
  if (filter.kind === 'created')
    return { gt: at > filter.place, ge: at >= filter.place, lt: at < filter.place, le: at <= filter.place }[
      filter.operator
    ]
  const [left, right] = [keeps(filter.left, at), keeps(filter.right, at)]
  return filter.kind === 'and' ? left && right : left || right
}

function written(filter: Filter, invoices: readonly Exchange[]): string {
  if (filter.kind === 'state') return `state eq '${filter.state}'`
  if (filter.kind === 'id') return `invoiceId eq ${textAt(invoices[filter.place] as Exchange, '/invoiceId')}`
  if (filter.kind === 'created')
    return `created ${filter.operator} ${textAt(invoices[filter.place] as Exchange, '/created')}`
  return `(${written(filter.left, invoices)} ${filter.kind} ${written(filter.right, invoices)})`
}

interface Kept {
  readonly invoices: readonly Exchange[]
  readonly list: Exchange
  /** The newest first, with whatever else the account has. */
  readonly amongOthers?: boolean
}

async function listed(trial: Trial, invoices: readonly Exchange[], text: string): Promise<Kept> {
  const query = { $filter: `(${text}) and ${String(onlyThese(invoices)['$filter'])}`, $orderby: 'created' }
  const list = await trial.call('listInvoices', { query })
  // where filters cannot be joined, the newest that the filter alone finds are looked through
  const alone = { $filter: text, $orderby: 'created desc', $top: 100 }
  return list.response.status === 400
    ? { invoices, list: await trial.call('listInvoices', { query: alone }), amongOthers: true }
    : { invoices, list }
}

async function filtered(trial: Trial, text: (invoices: readonly Exchange[]) => string): Promise<Kept> {
  const invoices = await four(trial)
  return listed(trial, invoices, text(invoices))
}

function keepsThese({ invoices, list, amongOthers = false }: Kept, places: readonly number[]): Judgement {
  if (list.response.status >= 300) return hasStatus(list, 200)
  const expected = places.map((at) => textAt(invoices[at] as Exchange, '/invoiceId'))
  const own = new Set(invoices.map((invoice) => textAt(invoice, '/invoiceId')))
  const found = listAt(list, '/items').map((item) => valueAt(item, '/invoiceId') ?? null)
  const kept = amongOthers ? found.filter((id) => own.has(String(id))).toReversed() : found
  return inExchange(list, differences(expected, kept, '/items'))
}

const places = (filter: Filter): readonly number[] => [0, 1, 2, 3].filter((at) => keeps(filter, at))

const logic = property<Kept, Filter>('strike/lists/logic', {
  alone: true,
  share: 0.5,
  inputs: () => joined,
  arrange: (trial, filter) => filtered(trial, (invoices) => written(filter, invoices)),
  judge: { 'strike.lists.filter.logic': (kept, filter) => keepsThese(kept, places(filter)) },
})

function filtering(id: string, clause: string, filters: readonly Filter[]): Check {
  return example(id, {
    alone: true,
    arrange: async (trial) => {
      const invoices = await four(trial)
      return forEach(filters, async (filter) => ({
        filter,
        kept: await listed(trial, invoices, written(filter, invoices)),
      }))
    },
    judge: { [clause]: (answers) => each(answers, ({ filter, kept }) => keepsThese(kept, places(filter))) },
  })
}

const equality = filtering('strike/lists/equality', 'strike.lists.filter.equality', [
  ...['UNPAID', 'CANCELLED', 'PAID'].map((state) => ({ kind: 'state' as const, state })),
  ...[0, 3].map((at) => ({ kind: 'id' as const, place: at })),
])

const comparison = filtering(
  'strike/lists/comparison',
  'strike.lists.filter.comparison',
  (['gt', 'ge', 'lt', 'le'] as const).map((operator) => ({ kind: 'created' as const, operator, place: 1 })),
)

/** `and` binds closer than `or`. */
const precedence = example('strike/lists/precedence', {
  alone: true,
  arrange: (trial) =>
    filtered(
      trial,
      (invoices) =>
        `${written({ kind: 'id', place: 0 }, invoices)} or state eq 'CANCELLED' and ${written({ kind: 'created', operator: 'gt', place: 1 }, invoices)}`,
    ),
  judge: { 'strike.lists.filter.logic': (kept) => keepsThese(kept, [0, 3]) },
})

const properties = example('strike/lists/filterable-properties', {
  arrange: async (trial) => {
    await givenInvoice(trial)
    const made = await trial.given('createInvoice', {
      body: { amount: { amount: '3.00', currency: 'USD' }, correlationId: trial.unique('order') },
    })
    const inBitcoin = await trial.call('createInvoice', wanted({ amount: { amount: '0.00010000', currency: 'BTC' } }))
    const ids = `issuerId eq ${textAt(made, '/issuerId')} and receiverId eq ${textAt(made, '/receiverId')}`
    const filter = `correlationId eq '${textAt(made, '/correlationId')}' and currency eq 'USD' and ${ids}`
    // of the two latest, one is in dollars
    const latest = `created ge ${textAt(made, '/created')}`
    const inDollars = `currency eq 'USD' and ${latest}`
    return {
      made,
      list: await trial.call('listInvoices', { query: { $filter: filter } }),
      inDollars:
        inBitcoin.response.status === 201
          ? await trial.call('listInvoices', { query: { $filter: inDollars } })
          : undefined,
    }
  },
  judge: {
    'strike.lists.filter.equality': ({ made, list, inDollars }) =>
      // that filters can be joined is a clause of its own
      all(
        list.response.status === 400 ? nothing : keepsThese({ invoices: [made], list }, [0]),
        inDollars === undefined || inDollars.response.status === 400
          ? nothing
          : each(listAt(inDollars, '/items'), isInDollars),
      ),
  },
})

function isInDollars(invoice: Json, index: number): Judgement {
  const currency = valueAt(invoice, '/amount/currency') ?? null
  return holds(currency === 'USD', `/items/${index}/amount/currency`, 'USD', currency)
}

export const filters: readonly Check[] = [equality, comparison, logic, precedence, properties]
