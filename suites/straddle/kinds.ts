import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { paymentBody } from './bodies.ts'
import { makePaykey } from './making.ts'
import type { Paykey } from './making.ts'

type Action = 'hold' | 'release' | 'cancel'

/** What differs between charges and payouts, which otherwise live alike. */
export interface Kind {
  readonly name: 'charge' | 'payout'
  /** Section of the documentation and of its clauses. */
  readonly section: 'charges' | 'payouts'
  readonly create: string
  readonly get: string
  readonly update: string
  readonly unmask: string
  readonly resubmit: string
  readonly actions: Readonly<Record<Action, string>>
}

export const charges: Kind = {
  name: 'charge',
  section: 'charges',
  create: 'createCharge',
  get: 'getCharge',
  update: 'updateCharge',
  unmask: 'unmaskCharge',
  resubmit: 'resubmitCharge',
  actions: { hold: 'holdCharge', release: 'releaseCharge', cancel: 'cancelCharge' },
}

export const payouts: Kind = {
  name: 'payout',
  section: 'payouts',
  create: 'createPayout',
  get: 'getPayout',
  update: 'updatePayout',
  unmask: 'unmaskPayout',
  resubmit: 'resubmitPayout',
  actions: { hold: 'holdPayout', release: 'releasePayout', cancel: 'cancelPayout' },
}

/** A payment that checks stand on, on a paykey of its own unless one is given. */
export async function makePayment(trial: Trial, kind: Kind, more: JsonObject = {}, paykey?: Paykey): Promise<Exchange> {
  const { token } = paykey ?? (await makePaykey(trial))
  return trial.given(kind.create, { body: paymentBody(trial, kind.name, token, more) })
}
