import { descriptor, positiveAmount } from './amounts.ts'
import { platformFields } from './charge-fields.ts'
import { refundedOf, showCharge } from './charge-view.ts'
import { collect } from './charging.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoint } from './endpoint.ts'
import { hash, integer, string } from './fields.ts'
import { inPath } from './found.ts'
import { release } from './refunding.ts'
import { refuse } from './refusal.ts'

/** Capture: takes all or part of what was authorized, and gives back the rest. */
export const captures: Readonly<Record<string, Endpoint>> = {
  'POST /v1/charges/:charge/capture': endpoint({
    fields: {
      amount: positiveAmount,
      application_fee: platformFields.application_fee,
      destination: hash({ amount: integer() }),
      receipt_email: string(),
      statement_descriptor: descriptor,
    },
    returns: 'charge',
    answer({ context, input, path }) {
      const { account, rules } = context
      const charge = inPath(context, 'charges', 'charge', path['charge'])
      if (!rules.mayCapture(charge, refundedOf(context, charge))) {
        refuse(
          rules.notPermitted(`Charge ${charge.id} cannot be captured: it has been captured, refunded or declined.`),
        )
      }
      const asked = input.amount ?? charge.amount
      if (!rules.mayCaptureAmount(asked, charge.amount)) {
        refuse(rules.invalidAmount(`The amount is at most the ${charge.amount} that were authorized.`))
      }
      if (input.application_fee !== undefined || input.destination) {
        refuse(rules.notPermitted('This charge is not on behalf of another account.'))
      }
      const amount = rules.capturedAmount(charge.amount, asked)
      const captured = account.charges.put(charge.id, {
        ...charge,
        captured: true,
        balance_transaction: collect(context, charge, amount),
        receipt_email: input.receipt_email ?? charge.receipt_email,
        statement_descriptor: input.statement_descriptor ?? charge.statement_descriptor,
      })
      const rest = rules.restOfCapture(charge.amount, asked)
      if (rest > 0) release(context, captured, rest)
      return showCharge(context, captured)
    },
  }),
}
