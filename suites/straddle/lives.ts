import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { listAt, read } from '../vocabulary/read.ts'
import type { Kind } from './kinds.ts'
import { makePayment } from './kinds.ts'
import { idOf } from './making.ts'
import type { Paykey } from './making.ts'

export const statusOf = (payment: Exchange): string => String(read(payment, '/data/status'))

export const states = ['created', 'scheduled', 'on_hold', 'pending', 'paid', 'failed', 'reversed', 'cancelled'] as const
export type State = (typeof states)[number]

/** Waits, on the target's clock, until a payment has one of these statuses, or for half an hour; answers with what it then is. */
export async function until(trial: Trial, kind: Kind, id: string, wanted: readonly string[]): Promise<Exchange> {
  let seen = await trial.given(kind.get, { path: { id } })
  // short steps at first, since the first states last for a few seconds only
  const step = (waited: number): number => (waited < 10 ? 5 : waited < 300 ? 15 : 60)
  for (let waited = 0; waited < 1800 && !wanted.includes(statusOf(seen)); waited += step(waited)) {
    await trial.advance(step(waited))
    seen = await trial.given(kind.get, { path: { id } })
  }
  return seen
}

const outcomeFor: Partial<Readonly<Record<State, string>>> = {
  paid: 'paid',
  pending: 'paid',
  failed: 'failed_insufficient_funds',
  reversed: 'reversed_insufficient_funds',
}

/** A payment in this state, as far as the target brings it there; needs `clock` for the states that processing leads to. */
export async function inState(
  trial: Trial,
  kind: Kind,
  state: State,
  paykey?: Paykey,
  more: JsonObject = {},
): Promise<Exchange> {
  const outcome = outcomeFor[state] ?? 'standard'
  const created = await makePayment(trial, kind, { ...more, config: { sandbox_outcome: outcome } }, paykey)
  const path = { id: idOf(created) }
  if (state === 'created') return created
  if (state === 'on_hold') return trial.given(kind.actions.hold, { path, body: { reason: 'Wait' } })
  if (state === 'cancelled') return trial.given(kind.actions.cancel, { path, body: { reason: 'Not wanted' } })
  return until(trial, kind, path.id, [state])
}

/** Statuses of the history, oldest first, each once for a run of equal ones. */
export function pathOf(payment: Exchange): readonly string[] {
  const all = listAt(payment, '/data/status_history').map((entry) => (isObject(entry) ? String(entry['status']) : ''))
  return all.filter((status, index) => status !== all[index - 1])
}
