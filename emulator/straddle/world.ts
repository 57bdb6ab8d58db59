import type { Clock } from '../clock.ts'
import type { Ids } from '../ids.ts'
import { createCollection } from '../collection.ts'
import type { Collection } from '../collection.ts'
import type { Customer } from './customers/customer.ts'
import type {
  CapabilityRequest,
  EmbeddedAccount,
  LinkedBankAccount,
  Organization,
  Representative,
} from './embed/embed.ts'
import type { FundingEvent } from './funding/funding-event.ts'
import type { KeyRecord } from './idempotency.ts'
import type { Payment } from './payments/payment.ts'
import type { Paykey } from './paykeys/paykey.ts'
import type { Rules } from './rules.ts'
import type { Endpoint, Webhooks } from './webhooks.ts'

/** All objects of one account: a platform's own, or one that it acts for. */
export interface Scope {
  readonly accountId: string
  readonly platform: Platform
  readonly customers: Collection<Customer>
  readonly paykeys: Collection<Paykey>
  readonly payments: Collection<Payment>
  readonly fundingEvents: Collection<FundingEvent>
  /** Return codes by bank account that bar new links of it. */
  readonly barred: Map<string, string>
}

/** What an API key may do besides what every key may. */
interface Permissions {
  readonly unmask: boolean
  readonly write: boolean
}

/** Everything behind one API key. */
export interface Platform {
  readonly id: string
  readonly scopes: Map<string, Scope>
  readonly endpoints: Endpoint[]
  readonly organizations: Collection<Organization>
  readonly accounts: Collection<EmbeddedAccount>
  readonly representatives: Collection<Representative>
  readonly linkedBankAccounts: Collection<LinkedBankAccount>
  readonly capabilityRequests: Collection<CapabilityRequest>
  permissions: Permissions
  outage: { readonly status: number; readonly times: number }
  /** How many more requests are served until a moment, where there is a limit. */
  limit?: { readonly requests: number; readonly until: number }
}

/** What handlers share within one emulator. */
export interface World {
  readonly rules: Rules
  readonly clock: Clock
  readonly ids: Ids
  readonly webhooks: Webhooks
  /** Idempotency keys in use, by the account that they belong to. */
  readonly keys: Map<string, Map<string, KeyRecord>>
  /** Ids of all embedded accounts, whichever platform they belong to. */
  readonly accounts: Set<string>
}

export function openScope(platform: Platform, accountId: string): Scope {
  const scope: Scope = {
    accountId,
    platform,
    customers: createCollection(),
    paykeys: createCollection(),
    payments: createCollection(),
    fundingEvents: createCollection(),
    barred: new Map(),
  }
  platform.scopes.set(accountId, scope)
  return scope
}

export function openPlatform(id: string): Platform {
  const platform: Platform = {
    id,
    scopes: new Map(),
    endpoints: [],
    organizations: createCollection(),
    accounts: createCollection(),
    representatives: createCollection(),
    linkedBankAccounts: createCollection(),
    capabilityRequests: createCollection(),
    permissions: { unmask: true, write: true },
    outage: { status: 0, times: 0 },
  }
  openScope(platform, id)
  return platform
}

/** Runs a task of a scope after so many seconds of emulated time; deliveries that it causes are part of it. */
export function later({ clock, webhooks }: World, { platform }: Scope, seconds: number, task: () => void): void {
  const run = async (): Promise<void> => {
    task()
    await webhooks.settled()
  }
  clock.at(clock.now() + seconds * 1000, run, platform)
}

/** Forgets what is behind an API key, and what was still to happen there. */
export function forget({ rules, keys, accounts, webhooks, clock }: World, platform: Platform | undefined): void {
  if (platform === undefined) return
  for (const scope of platform.scopes.keys()) keys.delete(rules.keyOwner(scope, platform.id))
  for (const { id } of platform.accounts.oldestFirst()) accounts.delete(id)
  webhooks.forget(platform.endpoints)
  clock.drop(platform)
}
