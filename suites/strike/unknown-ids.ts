import type { Check } from '../../model/check.ts'
import { unknownIdsAreNotFound } from '../laws/unknown-ids-are-not-found.ts'
import { notFound } from './refusal.ts'
import { unknownId } from './scenes.ts'

const cases: readonly {
  readonly clause: string
  readonly calls: readonly (readonly [operation: string, parameter: string])[]
}[] = [
  { clause: 'strike.invoices.retrieve.unknown', calls: [['retrieveInvoice', 'invoiceId']] },
  { clause: 'strike.invoices.cancel.unknown', calls: [['cancelInvoice', 'invoiceId']] },
  { clause: 'strike.quotes.create.unknown', calls: [['createQuote', 'invoiceId']] },
  { clause: 'strike.quotes.retrieve.unknown', calls: [['retrieveQuote', 'quoteId']] },
  {
    clause: 'strike.accounts.profile.unknown',
    calls: [
      ['retrieveProfile', 'id'],
      ['retrieveProfileByHandle', 'handle'],
    ],
  },
  {
    clause: 'strike.subscriptions.retrieve.unknown',
    calls: [
      ['retrieveSubscription', 'subscriptionId'],
      ['updateSubscription', 'subscriptionId'],
      ['deleteSubscription', 'subscriptionId'],
    ],
  },
  { clause: 'strike.events.retrieve.unknown', calls: [['retrieveEvent', 'eventId']] },
]

/** Every operation that takes an id says so when nothing has it. */
export const unknownIds: readonly Check[] = cases.flatMap(({ clause, calls }) =>
  unknownIdsAreNotFound('strike/unknown-ids', {
    clause,
    unknownId: (trial, operation) => (operation === 'retrieveProfileByHandle' ? trial.unique('nobody') : unknownId()),
    calls: calls.map(([operation, parameter]) => ({
      operation,
      parameter,
      ...(operation === 'updateSubscription' ? { call: async () => ({ body: { enabled: false } }) } : {}),
    })),
    refusal: notFound,
  }),
)
