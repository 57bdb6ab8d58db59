import { positiveAmount } from './amounts.ts'
import { refundsOf, showCharge, showRefund } from './charge-view.ts'
import type { Context } from './context.ts'
import type { Call, Endpoint, ShownObject } from './endpoint.ts'
import { endpoint } from './endpoint.ts'
import { boolean, oneOf, required, string } from './fields.ts'
import type { InputOf } from './fields.ts'
import { inParameter, inPath } from './found.ts'
import { listFields, page } from './lists.ts'
import type { ListInput } from './lists.ts'
import { changedMetadata, metadataField } from './metadata.ts'
import type { Charge, Refund } from './records.ts'
import { refundCharge } from './refunding.ts'

const order = {
  amount: positiveAmount,
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
  metadata: metadataField,
  refund_application_fee: boolean,
  reverse_transfer: boolean,
}

const metadataOnly = { metadata: metadataField }

function make(context: Context, charge: Charge, input: InputOf<typeof order>): Refund {
  return refundCharge(context, charge, {
    amount: input.amount,
    reason: input.reason ?? null,
    metadata: changedMetadata({}, input.metadata, context),
  })
}

const chargeIn = (context: Context, id: string | undefined): Charge => inPath(context, 'charges', 'charge', id)

function list({ context, input, url }: Call<ListInput>, newestFirst: readonly Refund[]): ShownObject {
  const show = (refund: Refund): ShownObject => showRefund(context, refund)
  return page({ context, input, url }, { noun: 'refund', newestFirst, show })
}

function change({ context, input, path }: Call<InputOf<typeof metadataOnly>>): ShownObject {
  const { refunds } = context.account
  const refund = inPath(context, 'refunds', 'refund', path['refund'])
  const metadata = changedMetadata(refund.metadata, input.metadata, context)
  return showRefund(context, refunds.put(refund.id, { ...refund, metadata }))
}

const retrieve = endpoint({
  fields: {},
  returns: 'refund',
  answer: ({ context, path }) => showRefund(context, inPath(context, 'refunds', 'refund', path['refund'])),
})

/** Refunds, and the older ways to make them. */
export const refunds: Readonly<Record<string, Endpoint>> = {
  'POST /v1/refunds': endpoint({
    fields: { ...order, charge: required(string()) },
    returns: 'refund',
    answer({ context, input }) {
      const charge = inParameter(context, context.account.charges, 'charge', input.charge, 'charge')
      return showRefund(context, make(context, charge, input))
    },
  }),
  'GET /v1/refunds/:refund': retrieve,
  'POST /v1/refunds/:refund': endpoint({ fields: metadataOnly, returns: 'refund', answer: change }),
  'GET /v1/refunds': endpoint({
    fields: { ...listFields, charge: string() },
    returns: 'list:refund',
    answer(call) {
      const { context, input } = call
      const all = context.account.refunds.newestFirst()
      return list(
        call,
        all.filter((refund) => context.rules.refundIsOf(refund, input.charge)),
      )
    },
  }),

  'POST /v1/charges/:charge/refund': endpoint({
    fields: order,
    returns: 'charge',
    answer({ context, input, path }) {
      const charge = chargeIn(context, path['charge'])
      make(context, charge, input)
      return showCharge(context, charge)
    },
  }),
  'POST /v1/charges/:charge/refunds': endpoint({
    fields: order,
    returns: 'refund',
    answer: ({ context, input, path }) => showRefund(context, make(context, chargeIn(context, path['charge']), input)),
  }),
  'GET /v1/charges/:charge/refunds': endpoint({
    fields: listFields,
    returns: 'list:refund',
    answer: (call) => list(call, refundsOf(call.context, chargeIn(call.context, call.path['charge']).id)),
  }),
  'GET /v1/charges/:charge/refunds/:refund': retrieve,
  'POST /v1/charges/:charge/refunds/:refund': endpoint({ fields: metadataOnly, returns: 'refund', answer: change }),
}
