import type { Ids } from '../ids.ts'
import { createCollection } from '../collection.ts'
import type { Collection } from '../collection.ts'
import type { Code } from './codes.ts'
import type { PaymentQuote, StrikeEvent, Subscription } from './records.ts'

/** One currency of an account, and what it is good for. */
export interface AccountCurrency {
  readonly currency: string
  readonly isDefaultCurrency: boolean
  readonly isAvailable: boolean
  readonly isInvoiceable: boolean
}

/** What levers have set on an account. */
interface Settings {
  scopes: readonly string[] | undefined
  maintenance: boolean
  debug: boolean
  ready: boolean
  lightning: boolean
  missingRates: ReadonlySet<string>
  limits: Readonly<Record<string, string>>
  /** What the account can pay from, by currency; as much as it likes where there is none. */
  balances: Readonly<Record<string, string>>
  /** Answers the next requests with this code. */
  failing: { readonly code: Code; readonly times: number } | undefined
  /** Requests that are still served, and when (microseconds) all are served again. */
  quota: { readonly remaining: number; readonly until: number } | undefined
}

/** An account, opened by the first use of its key. */
export interface Account {
  readonly key: string
  readonly id: string
  readonly handle: string
  /** Microseconds since the epoch. */
  readonly opened: number
  isPrivate: boolean
  canReceive: boolean
  avatarUrl?: string
  description?: string
  currencies: readonly AccountCurrency[]
  readonly settings: Settings
  readonly subscriptions: Collection<Subscription>
  readonly events: Collection<StrikeEvent>
  readonly paymentQuotes: Collection<PaymentQuote>
  /** Correlation ids of invoices that are being created. */
  readonly reserved: Set<string>
}

/** Upper limits of one invoice by currency. */
export const standardLimits: Readonly<Record<string, string>> = {
  BTC: '25.00000000',
  USD: '1000000.00',
  USDT: '1000000.00',
  EUR: '1000000.00',
  GBP: '1000000.00',
}

/** An account as every key finds it at first. */
export function openAccount(key: string, ids: Ids, opened: number): Account {
  const [id, handle] = [ids.uuid(), `holder${ids.hex(10)}`]
  return {
    key,
    id,
    handle,
    opened,
    avatarUrl: `https://avatars.example/${handle}.png`,
    isPrivate: false,
    canReceive: true,
    currencies: ['USD', 'BTC', 'USDT', 'EUR', 'GBP'].map((currency) => ({
      currency,
      isDefaultCurrency: currency === 'USD',
      isAvailable: currency === 'USD' || currency === 'BTC',
      isInvoiceable: currency === 'USD' || currency === 'BTC',
    })),
    settings: {
      scopes: undefined,
      maintenance: false,
      debug: false,
      ready: true,
      lightning: true,
      missingRates: new Set(),
      limits: standardLimits,
      balances: {},
      failing: undefined,
      quota: undefined,
    },
    subscriptions: createCollection(),
    events: createCollection(),
    paymentQuotes: createCollection(),
    reserved: new Set(),
  }
}
