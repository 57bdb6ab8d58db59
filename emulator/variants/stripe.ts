import type { Rules } from '../stripe/index.ts'
import { everywhere, isRecord } from './rewriting.ts'
import type { Variant } from './variant.ts'

/** What Stripe's documents allow beside what its emulator does. */
export const variants: readonly Variant<Rules>[] = [
  {
    id: 'errors-are-worded-otherwise',
    text: 'Errors have other messages.',
    between: everywhere((value, name) =>
      isRecord(value) && name === 'error' && typeof value['message'] === 'string'
        ? { ...value, message: `Sorry! ${value['message']}` }
        : value,
    ),
  },
]
