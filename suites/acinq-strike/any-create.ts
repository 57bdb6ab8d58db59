import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { JsonObject } from '../../model/json.ts'

/** Text with all that a form, JSON or a careless server could get wrong. */
const text = fc.string({
  unit: fc.constantFrom(...'abcXYZ019 &=+%#"\'\\<>;,/?_-~äß€漢☕', '%20', '&amp;', '\u{1F375}', '\n'),
  minLength: 1,
  // no more than 250 characters even of the longest parts
  maxLength: 49,
  size: 'max',
})

const satoshi = (min: number, max: number): Arbitrary<number> => fc.integer({ min, max })

/** Any create well within the limits, which have a check of their own. */
export const anyCreate: Arbitrary<JsonObject> = fc.record({
  // small, large and any, with no round number at an end: what rounds or overflows does so for large ones
  amount: fc.oneof(satoshi(1, 1000), satoshi(2_000_001, 3_999_999), satoshi(1, 3_999_999)),
  currency: fc.constant('btc'),
  description: fc.oneof(
    text,
    text.map((inner) => ` ${inner} `),
  ),
  customer_id: fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.:'), maxLength: 60, size: 'max' }),
})
