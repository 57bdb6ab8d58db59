import { without } from '../../../model/judgement.ts'
import type { Mismatch } from '../../../model/finding.ts'
import type { Observer } from '../../../model/check.ts'
import { isCardNumber } from '../../../model/card-number.ts'
import { pointerStep } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'

const clause = 'stripe.tokens.create.never-shows-number'

const none: readonly Mismatch[] = []
/** Digits of the shortest card number. */
const shortest = 12
/** What whoever writes it may put a number into. */
const free: ReadonlySet<string> = new Set(['metadata', 'description'])
const codes: ReadonlySet<string> = new Set(['cvc', 'number'])

/** Places within a value that show a card number, or a security code under its name. */
function shown(body: Json): readonly Mismatch[] {
  if (typeof body === 'string') {
    if (body.length < shortest) return none
    // digits of an id with letters are no number
    const number = /(?<![\w+])\d{12,19}(?!\w)/.exec(body)?.[0]
    return number !== undefined && isCardNumber(number)
      ? [{ at: '', expected: 'no card number', actual: 'a card number' }]
      : none
  }
  if (typeof body !== 'object' || body === null) return none
  const found: Mismatch[] = []
  for (const [name, value] of Object.entries(body)) {
    if (free.has(name) || typeof value === 'number') continue
    if (codes.has(name) && typeof value === 'string' && /^\d+$/.test(value))
      found.push({ at: `/${name}`, expected: 'absent', actual: 'shown' })
    else for (const mismatch of shown(value)) found.push({ ...mismatch, at: `${pointerStep(name)}${mismatch.at}` })
  }
  return found
}

/** No answer about a card shows its whole number or its security code. */
export const cardNumbersStayHidden: Observer = {
  id: 'observer/card-numbers-stay-hidden',
  clauses: () => [clause],
  watch: () => (exchange) => {
    const { operation, response } = exchange
    return operation === undefined || response.json === undefined
      ? []
      : [{ clause, judgement: without(shown(response.json)) }]
  },
}
