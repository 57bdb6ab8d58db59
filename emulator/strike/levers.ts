import { UnknownLever } from '../http.ts'
import { standardLimits } from './account.ts'
import type { Account, AccountCurrency } from './account.ts'
import { isCode } from './codes.ts'
import { payInvoice } from './invoice-changes.ts'
import { shownInvoice } from './invoices.ts'
import { parseDecimal } from './decimal.ts'
import type { World } from './world.ts'

type Details = Readonly<Record<string, unknown>>
type Lever = (world: World, account: Account, details: Details) => unknown

function flag(details: Details, name: string): boolean {
  const value = details[name] ?? true
  if (typeof value !== 'boolean') throw new Error(`"${name}" is true or false.`)
  return value
}

function text(details: Details, name: string): string {
  const value = details[name]
  if (typeof value !== 'string' || value === '') throw new Error(`"${name}" is a text.`)
  return value
}

function whole(details: Details, name: string, otherwise: number): number {
  const value = details[name] ?? otherwise
  if (!Number.isInteger(value) || (value as number) < 0) throw new Error(`"${name}" is a whole number, zero or more.`)
  return value as number
}

const pay: Lever = (world, account, details) => {
  const invoice = world.invoices.get(text(details, 'invoiceId'))
  if (invoice === undefined || !world.rules.canSee(account, invoice))
    throw new Error('The account has no such invoice.')
  const upTo = details['stopAt'] === undefined ? 'PAID' : text(details, 'stopAt')
  if (upTo !== 'PENDING' && upTo !== 'PAID') throw new Error('"stopAt" is PENDING or PAID.')
  if (invoice.state === 'CANCELLED') throw new Error('A cancelled invoice cannot be paid.')
  return shownInvoice(payInvoice(world, invoice, upTo))
}

const scopes: Lever = (_world, { settings }, details) => {
  const granted: unknown = details['scopes']
  if (granted === null || granted === undefined) settings.scopes = undefined
  else if (Array.isArray(granted)) settings.scopes = granted.map(String)
  else throw new Error('"scopes" is a list of scopes; without it the key has all of them.')
}

const currency: Lever = (_world, account, details) => {
  const code = text(details, 'currency')
  const changed = (entry: AccountCurrency): AccountCurrency => ({
    ...entry,
    isInvoiceable: details['invoiceable'] === undefined ? entry.isInvoiceable : flag(details, 'invoiceable'),
    isAvailable: details['available'] === undefined ? entry.isAvailable : flag(details, 'available'),
  })
  account.currencies = account.currencies.map((entry) => (entry.currency === code ? changed(entry) : entry))
}

const profile: Lever = (_world, account, details) => {
  if (details['private'] !== undefined) account.isPrivate = flag(details, 'private')
  if (details['canReceive'] !== undefined) account.canReceive = flag(details, 'canReceive')
  if (details['avatarUrl'] !== undefined) account.avatarUrl = text(details, 'avatarUrl')
  if (details['description'] !== undefined) account.description = text(details, 'description')
}

const rateLimit: Lever = (world, { settings }, details) => {
  const remaining = whole(details, 'remaining', 0)
  const until = world.now() + whole(details, 'seconds', 60) * 1_000_000
  settings.quota = flag(details, 'on') ? { remaining, until } : undefined
}

const rate: Lever = (_world, { settings }, details) => {
  const pair = `${text(details, 'source')}-${text(details, 'target')}`
  const others = [...settings.missingRates].filter((other) => other !== pair)
  settings.missingRates = new Set(flag(details, 'available') ? others : [...others, pair])
}

const limit: Lever = (_world, { settings }, details) => {
  const code = text(details, 'currency')
  const amount = details['amount'] === undefined ? (standardLimits[code] ?? '') : text(details, 'amount')
  if (parseDecimal(amount) === undefined) throw new Error('"amount" is a decimal in a text.')
  settings.limits = { ...settings.limits, [code]: amount }
}

const balance: Lever = (_world, { settings }, details) => {
  const amount = text(details, 'amount')
  if (parseDecimal(amount) === undefined) throw new Error('"amount" is a decimal in a text.')
  settings.balances = { ...settings.balances, [text(details, 'currency')]: amount }
}

const fail: Lever = (_world, { settings }, details) => {
  const code = text(details, 'code')
  if (!isCode(code)) throw new Error(`"code" is a documented error code, not ${code}.`)
  settings.failing = { code, times: whole(details, 'times', 1) }
}

const levers: Readonly<Record<string, Lever>> = {
  account: (_world, { id, handle }) => ({ id, handle }),
  pay,
  scopes,
  currency,
  profile,
  rateLimit,
  rate,
  limit,
  balance,
  fail,
  maintenance: (_world, { settings }, details) => void (settings.maintenance = flag(details, 'on')),
  debug: (_world, { settings }, details) => void (settings.debug = flag(details, 'on')),
  readiness: (_world, { settings }, details) => void (settings.ready = flag(details, 'ready')),
  lightning: (_world, { settings }, details) => void (settings.lightning = flag(details, 'on')),
}

/** Brings a state about that the API has no call for. */
export function pullLever(world: World, account: Account, name: string, details: Details): unknown {
  const lever = Object.hasOwn(levers, name) ? levers[name] : undefined
  if (lever === undefined)
    throw new UnknownLever(`There is no lever ${name}; there are ${Object.keys(levers).join(', ')}.`)
  return lever(world, account, details) ?? {}
}
