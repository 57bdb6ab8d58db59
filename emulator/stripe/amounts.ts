import type { Field } from './fields.ts'
import { integer, string } from './fields.ts'
import { refuse } from './refusal.ts'

/** A positive amount in the smallest unit of its currency. */
export const positiveAmount: Field<number> = {
  read(param, at, context) {
    const { rules } = context
    const amount = integer(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).read(param, at, context)
    if (!rules.isPositive(amount)) return refuse(rules.invalidAmount('The amount is at least 1.'))
    return amount > rules.mostCharge
      ? refuse(rules.invalidAmount(`The amount is at most ${rules.mostCharge}.`))
      : amount
  },
}

/** What a card can be charged: not less than the fees of the networks make worth it. */
export const chargeAmount: Field<number> = {
  read(param, at, context) {
    const amount = positiveAmount.read(param, at, context)
    const { leastCharge, invalidAmount } = context.rules
    return amount < leastCharge ? refuse(invalidAmount(`The amount is at least ${leastCharge}.`)) : amount
  },
}

/** Text for a customer's bank statement. */
export const descriptor: Field<string> & { readonly unsettable: true } = {
  unsettable: true,
  read(param, at, context) {
    const text = string().read(param, at, context)
    return context.rules.isDescriptor(text) ? text : refuse(context.rules.invalidDescriptor(at))
  },
}
