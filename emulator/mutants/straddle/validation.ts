import type { Lie } from '../../module.ts'
import type { Rules } from '../../straddle/index.ts'
import type { FaultKind } from '../../straddle/reader.ts'

interface Overlooked {
  readonly id: string
  readonly breaks: string
  readonly text: string
  /** Operations that do not look, by method and path. */
  readonly operations: readonly string[]
  readonly kinds: readonly FaultKind[]
  /** Members of a body that refer to something that there is not are let through as well. */
  readonly references?: 'customer' | 'organization' | 'account' | 'paykey'
}

function overlooks({ id, breaks, text, operations, kinds, references }: Overlooked): Lie<Rules> {
  return {
    id,
    breaks,
    text,
    rules: ({ heeds, acceptsReference, paykeyFor }) => ({
      heeds: (operation, problem) =>
        !(operations.includes(operation) && kinds.includes(problem.kind)) && heeds(operation, problem),
      acceptsReference: (to, exists) => to === references || acceptsReference(to, exists),
      ...(references === 'paykey' ? { paykeyFor: (token, all) => paykeyFor(token, all) ?? all.at(-1) } : {}),
    }),
  }
}

const bridges = ['POST /v1/bridge/bank_account', 'POST /v1/bridge/plaid', 'POST /v1/bridge/quiltt']
const sessions = ['POST /v1/bridge/initialize']

/** What is let through of a new object, by the name of its clauses. */
const creations = [
  { name: 'customers', operations: ['POST /v1/customers'] },
  { name: 'bridge', operations: [...bridges, ...sessions], references: 'customer' },
  { name: 'charges', operations: ['POST /v1/charges'], references: 'paykey' },
  { name: 'payouts', operations: ['POST /v1/payouts'], references: 'paykey' },
  { name: 'accounts', operations: ['POST /v1/accounts'], references: 'organization' },
] as const

/** What is let through elsewhere, by the beginning of the names of its clauses. */
const others: readonly (readonly [prefix: string, operation: string, rules: readonly string[]])[] = [
  ['customers.update', 'PUT /v1/customers/:id', ['types', 'formats', 'vocabularies']],
  ['charges.update', 'PUT /v1/charges/:id', ['types']],
  ['payouts.update', 'PUT /v1/payouts/:id', ['types']],
  ['accounts.update', 'PUT /v1/accounts/:account_id', ['requires', 'types', 'formats']],
  ['accounts.onboard', 'POST /v1/accounts/:account_id/onboard', ['requires', 'types', 'formats', 'vocabularies']],
  ['capabilities.create', 'POST /v1/accounts/:account_id/capability_requests', ['types']],
  ['linked-banks.create', 'POST /v1/linked_bank_accounts', ['types']],
  ['linked-banks.update', 'PUT /v1/linked_bank_accounts/:linked_bank_account_id', ['requires', 'types']],
  ['organizations.create', 'POST /v1/organizations', ['types']],
  ['representatives.create', 'POST /v1/representatives', ['types']],
  ['representatives.update', 'PUT /v1/representatives/:representative_id', ['requires', 'types', 'formats']],
]

const families = [
  { rule: 'requires', kinds: ['missing'], words: 'missing members' },
  { rule: 'types', kinds: ['type'], words: 'values of another type' },
  { rule: 'formats', kinds: ['form', 'length'], words: 'ill-formed values' },
  { rule: 'vocabularies', kinds: ['choice'], words: 'unknown words' },
] as const

const general: readonly Overlooked[] = creations.flatMap(({ name, ...where }) =>
  families.map(({ rule, kinds, words }) => ({
    id: `${name}-with-${words.replaceAll(' ', '-')}`,
    breaks: `straddle.${name}.create.${rule}`,
    text: `A request to create with ${words} is served: ${name}.`,
    kinds,
    ...where,
  })),
)

const elsewhere: readonly Overlooked[] = others.flatMap(([prefix, operation, rules]) =>
  families
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, kinds, words }) => ({
      id: `${prefix.replace('.', '-')}-with-${words.replaceAll(' ', '-')}`,
      breaks: `straddle.${prefix}.${rule}`,
      text: `A request with ${words} is served: ${operation}.`,
      kinds,
      operations: [operation],
    })),
)

const special: readonly Overlooked[] = [
  {
    id: 'customers-with-long-addresses',
    breaks: 'straddle.customers.create.lengths',
    text: 'A line of an address may have any length.',
    operations: ['POST /v1/customers'],
    kinds: ['length'],
  },
  {
    id: 'customer-updates-in-part',
    breaks: 'straddle.customers.update.requires',
    text: 'The update of a customer may leave members out, and empties them.',
    operations: ['PUT /v1/customers/:id'],
    kinds: ['missing'],
  },
  {
    id: 'customer-decisions-of-any-kind',
    breaks: 'straddle.customers.decide.vocabulary',
    text: 'Whatever else the decision on a customer says, it counts as verified.',
    operations: ['PATCH /v1/customers/:id/review'],
    kinds: ['missing', 'type', 'choice'],
  },
  {
    id: 'paykey-decisions-of-any-kind',
    breaks: 'straddle.paykeys.decide.vocabulary',
    text: 'Whatever else the decision on a paykey says, it counts as active.',
    operations: ['PATCH /v1/paykeys/:id/review'],
    kinds: ['missing', 'type', 'choice'],
  },
  {
    id: 'sessions-of-nobody',
    breaks: 'straddle.bridge.initialize.requires',
    text: 'A session of the widget is opened for nobody.',
    operations: sessions,
    kinds: ['missing'],
    references: 'customer',
  },
  {
    id: 'charge-updates-in-part',
    breaks: 'straddle.charges.update.requires',
    text: 'The update of a charge may leave members out.',
    operations: ['PUT /v1/charges/:id'],
    kinds: ['missing'],
  },
  {
    id: 'payout-updates-in-part',
    breaks: 'straddle.payouts.update.requires',
    text: 'The update of a payout may leave members out.',
    operations: ['PUT /v1/payouts/:id'],
    kinds: ['missing'],
  },
  {
    id: 'organizations-without-name',
    breaks: 'straddle.organizations.create.requires',
    text: 'An organization needs no name.',
    operations: ['POST /v1/organizations'],
    kinds: ['missing', 'type'],
  },
  {
    id: 'representatives-without-members',
    breaks: 'straddle.representatives.create.requires',
    text: 'A representative may lack required members.',
    operations: ['POST /v1/representatives'],
    kinds: ['missing'],
    references: 'account',
  },
  {
    id: 'representatives-ill-formed',
    breaks: 'straddle.representatives.create.formats',
    text: 'The date, number and addresses of a representative may have any form.',
    operations: ['POST /v1/representatives'],
    kinds: ['form'],
  },
  {
    id: 'linked-accounts-without-members',
    breaks: 'straddle.linked-banks.create.requires',
    text: 'A linked bank account may lack holder, routing or account number.',
    operations: ['POST /v1/linked_bank_accounts'],
    kinds: ['missing'],
  },
  {
    id: 'capabilities-without-limits',
    breaks: 'straddle.capabilities.create.requires',
    text: 'A capability may be asked for without its limits.',
    operations: ['POST /v1/accounts/:account_id/capability_requests'],
    kinds: ['missing'],
  },
]

/** Lies about what is refused of a body. */
export const validationLies: readonly Lie<Rules>[] = [
  ...[...general, ...elsewhere, ...special].map(overlooks),
  {
    id: 'unknown-customers-linked',
    breaks: 'straddle.bridge.create.unknown-customer',
    text: 'A paykey is created for a customer that there is not.',
    rules: ({ acceptsReference }) => ({
      acceptsReference: (to, exists) => to === 'customer' || acceptsReference(to, exists),
    }),
  },
  {
    id: 'phones-of-ten-digits-refused',
    breaks: 'straddle.metadata.example.customer',
    text: 'A phone number that begins with +1 is refused unless it has eleven digits.',
    rules: ({ acceptsPhone }) => ({ acceptsPhone: (phone) => acceptsPhone(phone) && !/^\+1\d{9}$/.test(phone) }),
  },
]
