import { all, departs, kept, nothing, reads } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Fault } from '../arbitraries/faults.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import { hasStatus } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'

/**
 * A field is refused: with 400 as the reference shows, or 422 as the sandbox does. Where the error lists items, one of
 * them names the field, so that a refusal for another reason does not pass; that items are listed at all is a clause of its own.
 */
export function refusesField(exchange: Exchange, field: string): Judgement {
  return all(hasStatus(exchange, 400, 422), references(exchange).length === 0 ? nothing : namesField(exchange, field))
}

/** A missing or incorrect parameter is refused as the reference's table has it. */
export function refusedAsBad(exchange: Exchange, field: string): Judgement {
  return all(hasStatus(exchange, 400), references(exchange).length === 0 ? nothing : namesField(exchange, field))
}

/** What a law says of a faulty request: its field is refused, and a parameter that is missing or of another type is a bad request. */
export const refusesFaults = {
  refusal: (exchange: Exchange, fault: Fault): Judgement =>
    isUnknown(exchange, fault) ? kept() : refusesField(exchange, lastStep(fault.at)),
  also: {
    'straddle.errors.status.bad-request': (exchange: Exchange, fault: Fault): Judgement =>
      (fault.keyword === 'required' || fault.keyword === 'type') && !isUnknown(exchange, fault)
        ? hasStatus(exchange, 400)
        : nothing,
  },
} as const

/** What cannot be an id is the id of nothing, too. */
function isUnknown({ response }: Exchange, { keyword, property }: Fault): boolean {
  return response.status === 404 && keyword !== 'required' && property['x-reference'] !== undefined
}

/** One of the items names the field, however the target writes field names. */
export function namesField(exchange: Exchange, field: string): Judgement {
  const named = references(exchange)
  const found = named.some((reference) => plain(reference).includes(plain(field)))
  const expected = `an item whose reference names ${field}`
  return found ? kept() : departs({ at: '/error/items', expected, actual: named, in: exchange })
}

/** What the items of an error refer to. */
export function references(exchange: Exchange): readonly string[] {
  const items = read(exchange, '/error/items')
  if (!Array.isArray(items)) return []
  return items.flatMap((item) => (isObject(item) && typeof item['reference'] === 'string' ? [item['reference']] : []))
}

/** A well-formed request that breaks a rule of the business. */
export const refusesByRule = (exchange: Exchange): Judgement => hasStatus(exchange, 422)

/** Which reading of a contradiction a status stands for. */
export function readingOf(exchange: Exchange, names: Readonly<Record<number, string>>): Judgement {
  const reading = names[exchange.response.status]
  return reading === undefined ? hasStatus(exchange, ...Object.keys(names).map(Number)) : reads(reading)
}

function lastStep(pointer: string): string {
  return pointer.split('/').at(-1) ?? ''
}

function plain(name: string): string {
  return name.replaceAll(/[^a-z0-9]/gi, '').toLowerCase()
}
