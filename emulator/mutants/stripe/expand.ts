import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe/index.ts'

const siblings = ['customer', 'balance_transaction', 'charge', 'default_source', 'invoice'] as const

export const aboutExpanding: readonly Lie<Rules>[] = [
  {
    id: 'one-level-only',
    breaks: 'stripe.expand.nesting.by-dots',
    text: 'A path with dots expands its first object alone.',
    rules: () => ({ followsNested: false }),
  },
  {
    id: 'first-path-only',
    breaks: 'stripe.expand.several.at-once',
    text: 'Of several paths the first is expanded.',
    rules: () => ({ followed: (paths) => paths.slice(0, 1) }),
  },
  {
    id: 'lists-not-expanded',
    breaks: 'stripe.expand.lists.below-data',
    text: 'Paths into the items of a list are accepted and not followed.',
    rules: () => ({ expandsInLists: false }),
  },
  {
    id: 'one-expands-all',
    breaks: 'stripe.expand.object.changes-nothing-else',
    text: 'A request that expands one relation gets its siblings expanded too.',
    rules: () => ({ followed: (paths) => (paths.length === 0 ? paths : [...paths, ...siblings]) }),
  },
  {
    id: 'lean-expansion',
    breaks: 'stripe.expand.object.as-retrieved',
    text: 'An expanded object is shown without its newest state.',
    rules: ({ withExpanded }) => ({
      withExpanded: (holder, name, object) =>
        withExpanded(
          holder,
          name,
          typeof object['created'] === 'number' ? { ...object, created: object['created'] - 1 } : object,
        ),
    }),
  },
  {
    id: 'bad-path-ignored',
    breaks: 'stripe.expand.unknown.refused',
    text: 'A path that leads nowhere is ignored.',
    rules: () => ({ refusesUnknownPath: (returned) => returned.startsWith('list:') }),
  },
  {
    id: 'bad-path-ignored-in-lists',
    breaks: 'stripe.expand.lists.without-data-refused',
    text: 'A list ignores a path that names a relation of its items without data.',
    rules: () => ({ refusesUnknownPath: (returned) => !returned.startsWith('list:') }),
  },
  {
    id: 'any-depth',
    breaks: 'stripe.expand.depth.at-most-four',
    text: 'A path of any number of levels is followed.',
    rules: () => ({ expansionDepth: 100 }),
  },
  {
    id: 'expansion-sticks',
    breaks: 'stripe.expand.scope.one-response',
    text: 'A request that expands nothing is answered with the expansions that were asked for last.',
    rules() {
      let before: readonly string[] = []
      return {
        followed(paths) {
          if (paths.length > 0) before = paths
          return before
        },
      }
    },
  },
]
