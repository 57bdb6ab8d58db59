import type { Suite } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { pactsHold } from '../laws/pacts-hold.ts'
import { plainReads } from '../laws/plain-reads.ts'
import { matrix } from '../matrix.ts'
import { requestIdsAreUnique } from '../observers/ids-are-unique.ts'
import { declared } from '../observers/declared.ts'
import { missingIsNotFound } from '../observers/missing-is-not-found.ts'
import { operationsAnswer } from '../observers/operations-answer.ts'
import { schemasHold } from '../observers/schemas-hold.ts'
import { authentication } from './authentication.ts'
import { consumerExamples } from './consumer-examples.ts'
import { correlationIds } from './correlation-ids.ts'
import { creatingInvoices } from './creating-invoices.ts'
import { deliveries } from './deliveries.ts'
import { deliveryRetries } from './delivery-retries.ts'
import { events } from './events.ts'
import { filters } from './filters.ts'
import { invoiceLife } from './invoice-life.ts'
import { lists } from './lists.ts'
import { faultsNameTheirField } from './observers/faults-name-their-field.ts'
import { scenes } from './matrix.ts'
import { quotesKeepTheirRate } from './observers/quotes-keep-their-rate.ts'
import { sequences } from './observers/sequences.ts'
import { payments } from './payments.ts'
import { profiles } from './profiles.ts'
import { quotes } from './quotes.ts'
import { rates } from './rates.ts'
import { refusingInvoices } from './refusing-invoices.ts'
import { statuses } from './statuses.ts'
import { subscriptions } from './subscriptions.ts'
import { unknownIds } from './unknown-ids.ts'
import { validation } from './validation.ts'
import { webhooks } from './webhooks.ts'

/** Whether a target behaves as the Strike API v1 does. */
export function suite(contract: Contract): Suite {
  const { checks, notPromised } = matrix(contract, scenes)
  return {
    notPromised,
    checks: [
      ...authentication(contract),
      ...statuses,
      ...validation(contract),
      ...webhooks,
      ...creatingInvoices(contract),
      ...refusingInvoices,
      ...correlationIds,
      ...invoiceLife,
      ...unknownIds,
      ...quotes,
      ...payments,
      ...profiles,
      ...rates,
      ...subscriptions(contract),
      ...deliveries,
      ...deliveryRetries,
      ...events,
      ...lists,
      ...filters,
      ...plainReads(contract),
      ...pactsHold(contract, consumerExamples),
      ...checks,
    ],
    observers: [
      schemasHold,
      operationsAnswer,
      requestIdsAreUnique('strike.errors.response.trace-id-unique', { pointer: '/traceId' }),
      faultsNameTheirField,
      quotesKeepTheirRate,
      missingIsNotFound({
        clause: 'strike.errors.statuses.404-not-found',
        form: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
      }),
      ...declared(contract),
      ...sequences,
    ],
  }
}
