import type { EmulatorRequest } from '../../http.ts'
import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe/index.ts'

/** Answers to requests that match have the objects in these places replaced by their ids again. */
const notExpanded =
  (matches: (request: EmulatorRequest) => boolean, ...names: readonly string[]): Required<Lie<Rules>>['tamper'] =>
  () =>
  (request, response) => {
    if (!matches(request) || response.status !== 200) return response
    const body: unknown = JSON.parse(response.body, (name, value: unknown) =>
      names.includes(name) && typeof value === 'object' && value !== null && 'id' in value ? value.id : value,
    )
    return { ...response, body: JSON.stringify(body) }
  }

const siblings = ['customer', 'balance_transaction', 'charge', 'default_source', 'invoice'] as const

export const aboutExpanding: readonly Lie<Rules>[] = [
  {
    id: 'one-level-only',
    breaks: 'stripe.expand.nesting.by-dots',
    text: 'A path with dots expands its first object alone.',
    rules: () => ({ followsNested: false }),
  },
  {
    id: 'actions-expand-nothing',
    breaks: 'stripe.expand.parameter.on-writes',
    text: 'Capturing, paying and canceling take `expand` and ignore it.',
    tamper: notExpanded(({ url }) => /\/(?:capture|pay|cancel)$/u.test(url), 'balance_transaction', 'charge'),
  },
  {
    id: 'cards-expand-nothing',
    breaks: 'stripe.expand.parameter.on-reads',
    text: 'Retrieving a card takes `expand` and ignores it.',
    tamper: notExpanded(({ method, url }) => method === 'GET' && /\/sources\/\w+\?/u.test(url), 'customer'),
  },
  {
    id: 'history-expands-nothing',
    breaks: 'stripe.expand.parameter.on-lists',
    text: 'The balance history takes `expand` and ignores it.',
    tamper: notExpanded(({ url }) => url.startsWith('/v1/balance/history?'), 'source'),
  },
  {
    id: 'deleted-stay-ids',
    breaks: 'stripe.expand.object.as-retrieved',
    text: 'A customer that was deleted since is not expanded.',
    tamper: () => (_request, response) => ({
      ...response,
      body: response.body.replaceAll(/"customer":\{"deleted":true,"id":("\w+")\}/gu, '"customer":$1'),
    }),
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
