import type { Rules } from '../acinq-strike/index.ts'
import { everywhere, isRecord } from './rewriting.ts'
import type { Variant } from './variant.ts'

/** What the documents of ACINQ's Strike allow beside what its emulator does, and what its clients knew of it at other times. */
export const variants: readonly Variant<Rules>[] = [
  {
    id: 'the-service-of-another-time',
    text: 'Times are whole seconds, ids are long, and a charge shows no customer.',
    rules: () => ({
      timeOf: (milliseconds) => Math.floor(milliseconds / 1000),
      idLength: 44,
      shown: (view) => Object.fromEntries(Object.entries(view).filter(([name]) => name !== 'customer_id')),
    }),
    hides: /^acinq-strike\.charge\.object\.customer-id$/,
    departs: ['acinq-strike.charge.customer.shown'],
  },
  {
    id: 'a-create-needs-a-description',
    text: 'A create without a description is refused.',
    rules: ({ needed }) => ({ needed: [...needed, 'description'] }),
    departs: ['acinq-strike.charges.create.description-left-out'],
  },
  {
    id: 'errors-are-worded-otherwise',
    text: 'Errors have other messages.',
    between: everywhere((value) =>
      isRecord(value) && typeof value['message'] === 'string' && typeof value['code'] === 'number'
        ? { ...value, message: `Sorry! ${value['message']}` }
        : value,
    ),
  },
  {
    id: 'no-customer-is-null',
    text: 'A charge of no customer says null.',
    between: everywhere((value, name) => (name === 'customer_id' && value === '' ? null : value)),
  },
]
