import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import type { RefusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { textAt } from '../vocabulary/read.ts'
import { refusedWith } from './refusal.ts'
import { givenCharge, givenInvoice, payer } from './scenes.ts'

type Prepare = NonNullable<RefusesInvalidInput['prepare']>

const forCustomer: Prepare = async (trial) => ({ ids: { customer: await payer(trial) } })
const forCharge: Prepare = async (trial) => ({ ids: { charge: textAt(await givenCharge(trial), '/chargeId') } })
const forInvoice: Prepare = async (trial) => ({
  call: { path: { invoiceId: textAt(await givenInvoice(trial), '/invoiceId') } },
})
const forFunds: Prepare = async (trial, { currency }) => {
  const isOne = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)
  await givenCharge(trial, isOne ? { currency } : {})
  return {}
}

const operations: Readonly<Record<string, Prepare>> = {
  createInvoice: forCustomer,
  updateInvoice: forInvoice,
  createSession: forCustomer,
  createCharge: forCustomer,
  createRefund: forCharge,
  createPayout: forFunds,
}

/** Each fault that a request schema names, alone in an otherwise valid request. */
export function invalidInput(contract: Contract): readonly Check[] {
  return Object.entries(operations).flatMap(([operation, prepare]) =>
    refusesInvalidInput(contract, 'stripe-api-model/failed-requests', {
      operation,
      prepare,
      refusal: (refused, { at }) => refusedWith(refused, 400, at.slice(1)),
    }),
  )
}
