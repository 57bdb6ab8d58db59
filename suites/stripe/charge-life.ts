import { all, each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { statesFollowTheTable } from '../laws/states-follow-the-table.ts'
import type { Action, Step } from '../laws/states-follow-the-table.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { equals } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { charge } from './scenes.ts'
import { refusedAsInvalid } from './refusal.ts'

const amount = 1000

const refund =
  (body: JsonObject) =>
  (trial: Trial, id: string): Promise<Exchange> =>
    trial.call('createRefund', { body: { charge: id, ...body } })
const capture = (trial: Trial, id: string): Promise<Exchange> => trial.call('captureCharge', { path: { charge: id } })

/** What state a charge says it is in. */
async function observe(trial: Trial, id: string): Promise<{ readonly exchange: Exchange; readonly state: string }> {
  const exchange = await trial.given('retrieveCharge', { path: { charge: id } })
  const held = read(exchange, '/captured') === true ? 'captured' : 'held'
  return { exchange, state: `${held}, ${String(read(exchange, '/amount_refunded'))} refunded` }
}

/** The refunds that a charge shows sum to what it says of them, at every step of its life. */
function sumsAgree(steps: readonly Step[]): Judgement {
  return each(steps, ({ observed }) => {
    const refunds = read(observed, '/refunds/data')
    const sum = (Array.isArray(refunds) ? (refunds as readonly Json[]) : []).reduce<number>(
      (total, item) => total + (isObject(item) ? Number(item['amount']) : 0),
      0,
    )
    return all(equals(observed, '/amount_refunded', sum), equals(observed, '/refunded', sum >= amount))
  })
}

function life(name: string, captured: boolean, actions: Readonly<Record<string, Action<string>>>): Check {
  return statesFollowTheTable<string>(`stripe/charges/life-of-${name}`, {
    share: 0.5,
    begin: async (trial) => ({
      subject: textAt(await charge(trial, { amount, capture: captured }), '/id'),
      state: `${captured ? 'captured' : 'held'}, 0 refunded`,
    }),
    actions,
    observe,
    clauses: { allowed: 'stripe.charges.life.follows-its-actions', refused: 'stripe.charges.life.refuses-the-rest' },
    refusal: (refused) => refusedAsInvalid(refused),
    also: { 'stripe.charges.life.consistent': sumsAgree },
  })
}

const whole = 'captured, 1000 refunded'

/** Every way a charge can go, from capture to the last cent refunded. */
export const chargeLife: readonly Check[] = [
  life('a-captured-charge', true, {
    'refund 400': {
      from: { 'captured, 0 refunded': 'captured, 400 refunded', 'captured, 400 refunded': 'captured, 800 refunded' },
      act: refund({ amount: 400 }),
    },
    'refund the rest': {
      from: { 'captured, 0 refunded': whole, 'captured, 400 refunded': whole, 'captured, 800 refunded': whole },
      act: refund({}),
    },
    'refund too much': { from: {}, act: refund({ amount: amount + 1 }) },
    capture: { from: {}, act: capture },
  }),
  life('a-held-charge', false, {
    capture: { from: { 'held, 0 refunded': 'captured, 0 refunded' }, act: capture },
    'refund the rest': {
      from: { 'held, 0 refunded': 'held, 1000 refunded', 'captured, 0 refunded': whole },
      act: refund({}),
    },
  }),
]
