import type { Rules } from '../stripe-api-model/index.ts'
import { everywhere, isRecord } from './rewriting.ts'
import type { Variant } from './variant.ts'

/** What the API model allows beside what its emulator does. */
export const variants: readonly Variant<Rules>[] = [
  {
    id: 'errors-are-worded-otherwise',
    text: 'Errors have other messages.',
    between: everywhere((value) =>
      isRecord(value) && typeof value['message'] === 'string'
        ? { ...value, message: `Sorry! ${value['message']}` }
        : value,
    ),
  },
]
