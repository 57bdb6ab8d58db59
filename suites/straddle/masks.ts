import type { Exchange } from '../../model/exchange.ts'
import { departs, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { read } from '../vocabulary/read.ts'

/** With which character, and with how many of them, something is masked is not documented. */
const mask = /[*•#xX]/

/** A text that hides all of its digits. */
export function isHidden(text: string): boolean {
  return mask.test(text) && !/\d/.test(text)
}

/** A text that shows the last four digits of a number and no other. */
export function showsLastFour(text: string, number: string): boolean {
  return mask.test(text) && text.replaceAll(/\D/g, '') === number.slice(-4) && text.endsWith(number.slice(-4))
}

/** A text that shows a few characters at the ends of a token, and hides the rest. */
export function isMaskedToken(text: string): boolean {
  return /[*•#xX]{3}/.test(text) && text.replaceAll(/[^0-9a-fA-F]/g, '').length <= 8
}

/** The text at a place is masked as said. */
export function isMasked(
  exchange: Exchange,
  at: string,
  as: string,
  isSo: (text: string) => boolean = isHidden,
): Judgement {
  const actual = read(exchange, at)
  return typeof actual === 'string' && isSo(actual)
    ? kept()
    : departs({ at, expected: `masked, such as ${as}`, actual: actual ?? 'absent', in: exchange })
}

/** The usual form of a masked paykey. */
export const maskedToken = 'a1b***.02.******c3d'
