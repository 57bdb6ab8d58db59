import type { Call } from './call.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { Kind } from './rules/objects.ts'

/** What is wrong with the value of one field. */
interface Complaint {
  readonly complaint: string
}

/** Reads one field of a form; it is undefined where the form does not have it. */
export type Reader<Value> = (given: string | undefined) => Value | Complaint

type Readers<Values> = { readonly [Name in keyof Values]: Reader<Values[Name]> }

/** Reads all fields in order; the first complaint refuses the request. */
export function readFields<Values extends object>({ form }: Call, readers: Readers<Values>): Values | Refusal {
  const values: Record<string, unknown> = {}
  for (const [name, read] of Object.entries(readers) as readonly (readonly [string, Reader<unknown>])[]) {
    const value = read(form.get(name))
    if (isComplaint(value)) return refuse('badRequest', `The field ${name} ${value.complaint}.`, name)
    values[name] = value
  }
  return values as Values
}

function isComplaint(value: unknown): value is Complaint {
  return typeof value === 'object' && value !== null && 'complaint' in value
}

/** A field that may be left out or empty. */
export function optional<Value>(read: Reader<Value>): Reader<Value | undefined> {
  return (given) => (given === undefined || given === '' ? undefined : read(given))
}

/** A field that has to be there where `needed` says so, and has a stand-in otherwise. */
export function needed<Value>(isNeeded: boolean, standIn: Value, read: Reader<Value>): Reader<Value> {
  return (given) => {
    if (given !== undefined && given !== '') return read(given)
    return isNeeded ? { complaint: 'is missing' } : standIn
  }
}

export const text: Reader<string> = (given = '') => given

/** A whole number of at least `least`, of an object of this kind. */
export function amount({ rules }: Call, of: Kind, least: number): Reader<number> {
  return (given = '') => {
    const value = rules.wholeNumber(given, of)
    if (value === undefined) return { complaint: 'is not a whole number' }
    return value < least ? { complaint: `is less than ${least}` } : value
  }
}

/** A currency, in capitals. */
export function currency({ rules }: Call, of: Kind): Reader<string> {
  return (given = '') =>
    rules.isCurrency(given, of) ? rules.currencyOf(given) : { complaint: 'is not a currency of three letters' }
}

/** How often a payment is made. */
export function paymentMode({ rules }: Call): Reader<string> {
  return (given = '') => (rules.isPaymentMode(given) ? given : { complaint: 'is none of oneTime, monthly and yearly' })
}

/** The address of a page. */
export function url({ rules }: Call): Reader<string> {
  return (given = '') => (rules.isUrl(given) ? given : { complaint: 'is not a URL' })
}
