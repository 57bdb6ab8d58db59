import { createRouter } from '../router.ts'
import type { Handler } from './call.ts'
import { createCharge, listCharges, retrieveCharge } from './charges.ts'
import { createCustomer, deleteCustomer, listCustomers, retrieveCustomer, updateCustomer } from './customers.ts'
import { createInvoice, deleteInvoice, listInvoices, retrieveInvoice, updateInvoice } from './invoices.ts'
import { listTransactions, retrieveBalance, retrieveTransaction } from './ledger.ts'
import { createPayout, listPayouts, retrievePayout } from './payouts.ts'
import { createRefund, listRefunds, retrieveRefund } from './refunds.ts'
import { createSession, listSessions, retrieveSession } from './sessions.ts'

/** The operations by method and path. */
export const route = createRouter<Handler>({
  'POST /v1.0/customers': createCustomer,
  'GET /v1.0/customers': listCustomers,
  'GET /v1.0/customers/:customerId': retrieveCustomer,
  'PUT /v1.0/customers/:customerId': updateCustomer,
  'DELETE /v1.0/customers/:customerId': deleteCustomer,
  'POST /v1.0/invoices': createInvoice,
  'GET /v1.0/invoices': listInvoices,
  'GET /v1.0/invoices/:invoiceId': retrieveInvoice,
  'PUT /v1.0/invoices/:invoiceId': updateInvoice,
  'DELETE /v1.0/invoices/:invoiceId': deleteInvoice,
  'POST /v1.0/sessions': createSession,
  'GET /v1.0/sessions': listSessions,
  'GET /v1.0/sessions/:sessionId': retrieveSession,
  'POST /v1.0/charges': createCharge,
  'GET /v1.0/charges': listCharges,
  'GET /v1.0/charges/:chargeId': retrieveCharge,
  'POST /v1.0/refunds': createRefund,
  'GET /v1.0/refunds': listRefunds,
  'GET /v1.0/refunds/:refundId': retrieveRefund,
  'GET /v1.0/balance': retrieveBalance,
  'GET /v1.0/balance/transactions': listTransactions,
  'GET /v1.0/balance/transactions/:transactionId': retrieveTransaction,
  'POST /v1.0/payouts': createPayout,
  'GET /v1.0/payouts': listPayouts,
  'GET /v1.0/payouts/:payoutId': retrievePayout,
})
