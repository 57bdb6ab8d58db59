import type { Rules } from '../../acinq-strike/index.ts'
import type { Lie } from '../../module.ts'

export const aboutLists: readonly Lie<Rules>[] = [
  {
    id: 'lists-are-of-nobody',
    breaks: 'acinq-strike.accounts.key.association',
    text: 'A list holds what no key has made.',
    rules: () => ({ listed: () => [] }),
  },
  {
    id: 'small-charges-are-not-listed',
    breaks: 'acinq-strike.charges.list.holds-created',
    text: 'A list leaves out charges of less than ten satoshi.',
    rules: () => ({ listed: (own) => own.newestFirst().filter(({ amount }) => amount >= 10) }),
  },
  {
    id: 'lists-are-brief',
    breaks: 'acinq-strike.charges.list.as-retrieved',
    text: 'The description of a listed charge is empty.',
    rules: () => ({ shownWhenListed: (charge) => ({ ...charge, description: '' }) }),
  },
  {
    id: 'pages-count-from-one',
    breaks: 'acinq-strike.charges.list.first-page',
    text: 'Pages count from 1, and page 0 is page 1.',
    rules: () => ({ firstPage: 1 }),
  },
  {
    id: 'one-charge-too-many',
    breaks: 'acinq-strike.charges.list.size',
    text: 'A page holds one charge more than its size.',
    rules: () => ({ pageOf: (charges, index, size) => charges.slice(index * size, (index + 1) * size + 1) }),
  },
  {
    id: 'size-is-ignored',
    breaks: 'acinq-strike.charges.list.size',
    text: 'Every page holds 30 charges.',
    rules: () => ({ pageOf: (charges, index) => charges.slice(index * 30, (index + 1) * 30) }),
  },
  {
    id: 'default-of-ten',
    breaks: 'acinq-strike.charges.list.default-size',
    text: 'A page holds ten charges where no size is asked for.',
    rules: () => ({ defaultSize: 10 }),
  },
  {
    id: 'last-page-is-lost',
    breaks: 'acinq-strike.charges.list.pages-join',
    text: 'A last page that is not full is left out.',
    rules: ({ pageOf }) => ({
      pageOf: (charges, index, size) =>
        index > 0 && (index + 1) * size > charges.length ? [] : pageOf(charges, index, size),
    }),
  },
  {
    id: 'past-the-end-is-not-found',
    breaks: 'acinq-strike.charges.list.past-end',
    text: 'A page past the end is answered with 404.',
    rules: () => ({ refusesPastEnd: true }),
  },
  {
    id: 'order-changes-between-calls',
    breaks: 'acinq-strike.charges.list.stable',
    text: 'Every other call lists the oldest charge first.',
    rules: () => {
      let calls = 0
      return {
        listed: (own) => {
          calls += 1
          return calls % 2 === 0 ? own.oldestFirst() : own.newestFirst()
        },
      }
    },
  },
]
