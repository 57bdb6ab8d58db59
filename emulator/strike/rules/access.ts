import type { Account } from '../account.ts'
import type { Code } from '../codes.ts'

const scopes: Readonly<Record<string, string>> = {
  createInvoice: 'partner.invoice.create',
  createInvoiceForReceiver: 'partner.invoice.create-for-receiver',
  listInvoices: 'partner.invoice.read',
  retrieveInvoice: 'partner.invoice.read',
  cancelInvoice: 'partner.invoice.cancel',
  createQuote: 'partner.invoice.quote.generate',
  retrieveQuote: 'partner.invoice.quote.read',
  retrieveProfile: 'partner.account.profile.read',
  retrieveProfileByHandle: 'partner.account.profile.read',
  listRates: 'partner.rates.ticker',
  createSubscription: 'partner.webhooks.manage',
  listSubscriptions: 'partner.webhooks.manage',
  retrieveSubscription: 'partner.webhooks.manage',
  updateSubscription: 'partner.webhooks.manage',
  deleteSubscription: 'partner.webhooks.manage',
  listEvents: 'partner.webhooks.manage',
  retrieveEvent: 'partner.webhooks.manage',
  createPaymentQuote: 'partner.payment-quote.lightning.create',
  executePaymentQuote: 'partner.payment-quote.execute',
}

const keyForm = /^[A-Za-z0-9_-]{8,}$/

/** Who gets in, and how far. */
export const accessRules = {
  /** The key that a request carries. */
  keyOf: (headers: ReadonlyMap<string, string>): string | undefined =>
    /^bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1],

  isKnownKey: (key: string): boolean => keyForm.test(key) && !key.toLowerCase().includes('invalid'),

  /** Keys do not age; `opened` and `now` are microseconds since the epoch. */
  isExpired: (_opened: number, _now: number): boolean => false,

  scopeOf: (operation: string): string => scopes[operation] ?? '',

  /** A key has all scopes until it is given some. */
  isAllowed: (granted: readonly string[] | undefined, scope: string): boolean =>
    granted === undefined || granted.includes(scope),

  isClosed: (account: Account, _operation: string): boolean => account.settings.maintenance,

  /** What an account that is not ready cannot do. */
  needsReadiness: (operation: string): boolean =>
    operation === 'createInvoice' || operation === 'createInvoiceForReceiver',

  /** Seconds that a client above the limit is told to wait. */
  retryAfter: (now: number, until: number): number | undefined => Math.max(1, Math.ceil((until - now) / 1_000_000)),

  isOverLimit: (quota: { readonly remaining: number; readonly until: number }, now: number): boolean =>
    now < quota.until && quota.remaining <= 0,

  isServedVersion: (version: string): boolean => version === 'v1',

  /** What a request for a path that does not exist is told. */
  unknownPathCode: 'NOT_FOUND' as Code,
}
