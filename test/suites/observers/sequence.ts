import type { Observer } from '../../../model/check.ts'
import type { Contract } from '../../../model/contract.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { mismatchesOf } from '../../../model/judgement.ts'
import type { Json } from '../../../model/json.ts'
import { operation } from '../../operation.ts'

/** As much of a contract as observers of sequences need. */
export const contract = {
  provider: { name: 'acme', idempotencyHeader: 'idempotency-key' },
  declaration: { resources: {}, lists: {} },
  operations: new Map(
    [
      { ...operation('createOrder', 'POST', '/orders'), creates: { kind: 'order', id: '/id' } },
      operation('listOrders', 'GET', '/orders'),
      operation('retrieveOrder', 'GET', '/orders/{order}'),
      operation('deleteOrder', 'DELETE', '/orders/{order}'),
    ].map((described) => [described.id, described] as const),
  ),
} as unknown as Contract

/** One step of a sequence: what was asked and what came back. */
export interface Step {
  readonly operation?: string
  readonly path: string
  readonly status?: number
  readonly json?: Json
  readonly account?: string
  readonly headers?: readonly (readonly [string, string])[]
  /** Body of a delivery; makes the step inbound. */
  readonly delivery?: Json
  /** Begun while the step before was still under way. */
  readonly overlaps?: boolean
  /** No key was seen. */
  readonly unseen?: true
  /** A request that may have written was lost before it. */
  readonly afterLoss?: boolean
}

/** A sequence under its name, how often it is judged, and the place of each gap. */
export type Sequence = readonly [name: string, steps: readonly Step[], judged: number, gaps: readonly string[]]

export function exchangesOf(steps: readonly Step[]): readonly Exchange[] {
  return steps.map((step, index): Exchange => {
    const json = step.json
    return {
      id: index + 1,
      direction: step.delivery === undefined ? 'outbound' : 'inbound',
      operation: step.operation,
      request: {
        method: step.delivery === undefined ? (contract.operations.get(step.operation ?? '')?.method ?? 'GET') : 'POST',
        path: step.path,
        headers: step.headers ?? [['user-agent', 'shop']],
        body: step.delivery === undefined ? '' : JSON.stringify(step.delivery),
        credentials: {
          kind: 'account',
          account: step.account ?? 'first',
          ...(step.unseen === undefined ? {} : { unseen: step.unseen }),
        },
      },
      response: {
        status: step.status ?? 200,
        headers: [],
        body: JSON.stringify(json ?? null),
        content: json === undefined ? 'empty' : 'json',
        ...(json === undefined ? {} : { json }),
      },
      attempts: [],
      startedAt: 0,
      durationMs: 0,
      after: step.overlaps === true ? Math.max(0, index - 1) : index,
      ...(step.afterLoss === true ? { lostAt: index + 1 } : {}),
    }
  })
}

/** What an observer says of a sequence: the place of each gap, and how often it judged. */
export function watched(
  observer: Observer,
  steps: readonly Step[],
): { readonly judged: number; readonly gaps: readonly string[] } {
  const see = observer.watch(contract)
  const judgements = exchangesOf(steps)
    .flatMap((exchange) => see(exchange))
    .map(({ judgement }) => judgement)
    .filter(({ says }) => says !== 'unobservable')
  return {
    judged: judgements.length,
    gaps: judgements.flatMap((judgement) => mismatchesOf(judgement).map(({ at }) => at)),
  }
}
