import { descriptor, positiveAmount } from './amounts.ts'
import { currency } from './currencies.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoint } from './endpoint.ts'
import { oneOf, required, string } from './fields.ts'
import { inPath } from './found.ts'
import { inOrderOfCreation, listFields, page, range } from './lists.ts'
import { changedMetadata, metadataField } from './metadata.ts'
import { giveBack, payOut } from './paying-out.ts'
import { showPayout } from './payout-view.ts'
import { refuse } from './refusal.ts'

const creation = {
  amount: required(positiveAmount),
  currency: required(currency),
  description: string(),
  destination: string(),
  metadata: metadataField,
  method: oneOf('standard', 'instant'),
  source_type: oneOf('card', 'bank_account', 'alipay_account', 'bitcoin_receiver', 'source', 'stripe_account'),
  statement_descriptor: descriptor,
}

const filters = {
  ...listFields,
  arrival_date: range,
  created: range,
  destination: string(),
  status: oneOf('pending', 'paid', 'failed', 'canceled'),
}

/** Payouts: create, retrieve, update, cancel, list. */
export const payouts: Readonly<Record<string, Endpoint>> = {
  'POST /v1/payouts': endpoint({
    fields: creation,
    returns: 'payout',
    answer({ context, input }) {
      const { rules, account } = context
      if (input.destination && input.destination !== account.bank.id) {
        refuse(rules.unknownInParameter('external account', input.destination, 'destination'))
      }
      const payout = payOut(context, {
        amount: input.amount,
        automatic: false,
        currency: input.currency,
        description: input.description ?? null,
        metadata: changedMetadata({}, input.metadata, context),
        method: input.method ?? 'standard',
        source_type: input.source_type ?? 'card',
        statement_descriptor: input.statement_descriptor ?? null,
      })
      return showPayout(context, payout)
    },
  }),

  'GET /v1/payouts/:payout': endpoint({
    fields: {},
    returns: 'payout',
    answer: ({ context, path }) => showPayout(context, inPath(context, 'payouts', 'payout', path['payout'])),
  }),

  'POST /v1/payouts/:payout': endpoint({
    fields: { metadata: metadataField },
    returns: 'payout',
    answer({ context, input, path }) {
      const payout = inPath(context, 'payouts', 'payout', path['payout'])
      const metadata = changedMetadata(payout.metadata, input.metadata, context)
      return showPayout(context, context.account.payouts.put(payout.id, { ...payout, metadata }))
    },
  }),

  'POST /v1/payouts/:payout/cancel': endpoint({
    fields: {},
    returns: 'payout',
    answer({ context, path }) {
      const { account, rules } = context
      const payout = inPath(context, 'payouts', 'payout', path['payout'])
      if (!rules.mayCancel(payout)) refuse(rules.notPermitted(`Payout ${payout.id} cannot be canceled any more.`))
      giveBack(context, payout, 'payout_cancel')
      return showPayout(context, account.payouts.put(payout.id, { ...payout, status: rules.statusWhenCanceled }))
    },
  }),

  'GET /v1/payouts': endpoint({
    fields: filters,
    returns: 'list:payout',
    answer({ context, input, url }) {
      const { rules, account } = context
      return page(
        { context, input, url },
        {
          noun: 'payout',
          ...inOrderOfCreation(account.payouts),
          keep: (payout) =>
            rules.inRange(payout.created, input.created ?? {}) &&
            rules.inRange(payout.arrival_date, input.arrival_date ?? {}) &&
            rules.payoutHasStatus(payout, input.status) &&
            (input.destination ?? account.bank.id) === account.bank.id,
          show: (payout) => showPayout(context, payout),
        },
      )
    },
  }),
}
