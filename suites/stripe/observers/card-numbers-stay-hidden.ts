import { without } from '../../../model/judgement.ts'
import type { Mismatch } from '../../../model/finding.ts'
import type { Observer } from '../../../model/check.ts'
import { isCardNumber } from '../../../model/card-number.ts'
import { isObject, pointerStep } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'

const clause = 'stripe.tokens.create.never-shows-number'

/** Places that show a card number, or a security code under its name. */
function shown(body: Json, at: string): readonly Mismatch[] {
  if (typeof body === 'string') {
    const number = /(?<![\d+])\d{12,19}(?!\d)/.exec(body)?.[0]
    return number !== undefined && isCardNumber(number)
      ? [{ at, expected: 'no card number', actual: 'a card number' }]
      : []
  }
  if (Array.isArray(body)) return (body as readonly Json[]).flatMap((item, index) => shown(item, `${at}/${index}`))
  if (!isObject(body)) return []
  return Object.entries(body).flatMap(([name, value]) =>
    (name === 'cvc' || name === 'number') && typeof value === 'string' && /^\d+$/.test(value)
      ? [{ at: `${at}/${name}`, expected: 'absent', actual: 'shown' }]
      : shown(name === 'metadata' || name === 'description' ? null : value, `${at}${pointerStep(name)}`),
  )
}

/** No answer about a card shows its whole number or its security code. */
export const cardNumbersStayHidden: Observer = {
  id: 'observer/card-numbers-stay-hidden',
  clauses: () => [clause],
  watch: () => (exchange) => {
    const { operation, response } = exchange
    return operation === undefined || response.json === undefined
      ? []
      : [{ clause, judgement: without(shown(response.json, '')) }]
  },
}
