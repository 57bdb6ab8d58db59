import { device, metadata } from '../fields.ts'
import { flag, integer, maybe, nullable, oneOf, optional, record, text, value } from '../reader.ts'
import type { Read, Reader } from '../reader.ts'
import type { Rules } from '../rules.ts'
import { balanceChecks, paymentOutcomes } from './payment.ts'
import type { PaymentKind } from './payment.ts'

function amount(rules: Rules): Reader<number> {
  const whole = integer()
  return (input, at, problems) => {
    const read = whole(input, at, problems)
    if (Number.isInteger(read) && !rules.acceptsAmount(read)) {
      problems.push({ kind: 'form', at, detail: 'The amount has to be above zero.' })
    }
    return read
  }
}

const currency = (rules: Rules, kind: PaymentKind): Reader<string> =>
  value(
    (input) => {
      if (typeof input !== 'string') return ['type', 'The value has to be a string.']
      return rules.acceptsCurrency(input, kind) ? undefined : ['choice', 'The only currency is USD.']
    },
    () => 'USD',
  )

const payment = (rules: Rules, kind: PaymentKind) =>
  ({
    paykey: text(),
    amount: amount(rules),
    currency: currency(rules, kind),
    description: nullable(text()),
    payment_date: text({ format: 'date' }),
    device,
    external_id: text(),
    metadata: metadata(rules),
  }) as const

const behaviour = {
  sandbox_outcome: optional(oneOf(paymentOutcomes)),
  auto_hold: maybe(flag),
  auto_hold_message: maybe(text()),
} as const

export const chargeCreation = (rules: Rules) =>
  record({
    ...payment(rules, 'charge'),
    consent_type: oneOf(['internet', 'signed']),
    config: record({ ...behaviour, balance_check: oneOf(balanceChecks) }),
  })

export const payoutCreation = (rules: Rules) =>
  record({ ...payment(rules, 'payout'), config: optional(record(behaviour)) })

export const paymentUpdate = (rules: Rules) =>
  record({
    amount: amount(rules),
    description: nullable(text()),
    payment_date: text({ format: 'date' }),
    metadata: metadata(rules),
  })

export const statusAction = record({ reason: maybe(text()) })

const again = {
  description: maybe(text()),
  payment_date: maybe(text({ format: 'date' })),
  external_id: maybe(text()),
} as const

export const resubmission = record(again)

export const refunding = (rules: Rules) => record({ ...again, amount: maybe(integer()), metadata: metadata(rules) })

export type PayoutCreation = Read<ReturnType<typeof payoutCreation>>
export type Resubmission = Read<typeof resubmission>
