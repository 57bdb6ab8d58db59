import { all, each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, hasStatus, isPresent } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { brandCards, brandTokens, checkedCards, testCards } from './test-cards.ts'
import { attach, charge, chargeCustomer, chargeOf, customer, customerWithCard, declinedCharge } from './scenes.ts'
import { sourceOf, token, validCard } from './sources.ts'
import { refusedAsInvalid } from './refusal.ts'
import { refusesParameter } from './unknown-parameters.ts'

/** Fields of the request that were sent come back as they were. */
export function carries(answer: Exchange, sent: JsonObject, fields: readonly string[]): Judgement {
  return each(
    fields.filter((field) => Object.hasOwn(sent, field)),
    (field) => equals(answer, `/${field}`, sent[field] ?? null),
  )
}

function created(contract: Contract): Check {
  return whatIsMadeCanBeRead(contract, 'stripe/charges/created-and-read', {
    create: 'createCharge',
    retrieve: 'retrieveCharge',
    id: '/id',
    parameter: 'charge',
    prepare: async (trial) => ({ ids: { token: await sourceOf(trial) } }),
    same: { clause: 'stripe.charges.retrieve.as-created' },
    carries: {
      'stripe.charges.create.echoes-amount': (made, sent) => carries(made, sent, ['amount']),
      'stripe.charges.create.echoes-currency': (made, sent) => carries(made, sent, ['currency']),
      'stripe.charges.create.echoes-optional-fields': (made, sent) =>
        carries(made, sent, ['description', 'receipt_email', 'statement_descriptor', 'transfer_group']),
      'stripe.metadata.values.exact': (made, sent) => carries(made, sent, ['metadata']),
    },
  })
}

const hasFunding = (made: Exchange, funding: string | undefined): Judgement =>
  funding === undefined ? nothing : equals(made, '/source/funding', funding)

const paid = (made: Exchange): Judgement => all(equals(made, '/paid', true), equals(made, '/status', 'succeeded'))

const scenarios: readonly Check[] = [
  example<Exchange>('stripe/charges/of-a-token', {
    arrange: async (trial) =>
      charge(trial, { source: await token(trial, { number: '5555555555554444', exp_month: 9 }) }),
    judge: {
      'stripe.charges.create.charges-the-source': (made) =>
        all(equals(made, '/source/last4', '4444'), equals(made, '/source/exp_month', 9)),
      'stripe.charges.create.captures-at-once': (made) => all(equals(made, '/captured', true), paid(made)),
    },
  }),
  example<Exchange>('stripe/charges/of-a-card', {
    arrange: (trial) =>
      trial.call('createCharge', {
        body: {
          amount: 2000,
          currency: 'usd',
          source: {
            object: 'card',
            ...validCard,
            number: testCards.mastercard.number,
            name: 'A. Example',
            address_zip: '12345',
          },
        },
      }),
    judge: {
      'stripe.charges.create.takes-card': (made) =>
        all(
          hasStatus(made, 200),
          equals(made, '/source/last4', '4444'),
          each(['exp_month', 'exp_year'], (name) => equals(made, `/source/${name}`, validCard[name] ?? null)),
          equals(made, '/source/name', 'A. Example'),
          equals(made, '/source/address_zip', '12345'),
        ),
    },
  }),
  example<Exchange>('stripe/charges/currency-in-upper-case', {
    arrange: async (trial) => trial.call('createCharge', { body: await chargeOf(trial, 'visa', { currency: 'USD' }) }),
    judge: {
      'stripe.charges.create.lowers-currency': (made) => all(hasStatus(made, 200), equals(made, '/currency', 'usd')),
    },
  }),
  example<Exchange>('stripe/charges/uncaptured', {
    arrange: (trial) => charge(trial, { capture: false }),
    judge: {
      'stripe.charges.create.uncaptured': (made) =>
        all(
          paid(made),
          equals(made, '/captured', false),
          equals(made, '/balance_transaction', null),
          equals(made, '/amount_refunded', 0),
        ),
    },
  }),
  example<{ owner: string; first: string; named: readonly string[]; byDefault: Exchange; byName: readonly Exchange[] }>(
    'stripe/charges/of-a-customer',
    {
      arrange: async (trial) => {
        const { customer: owner, card: first } = await customerWithCard(trial)
        // one of another brand, and one that shares even its number with the default
        const named = [
          textAt(await attach(trial, owner, 'mastercard'), '/id'),
          textAt(await attach(trial, owner), '/id'),
        ]
        const byName: Exchange[] = []
        for (const source of named) byName.push(await chargeCustomer(trial, owner, { source }))
        return { owner, first, named, byDefault: await chargeCustomer(trial, owner), byName }
      },
      judge: {
        'stripe.charges.create.names-the-customer': ({ owner, byDefault, byName }) =>
          each([byDefault, ...byName], (made) => equals(made, '/customer', owner)),
        'stripe.charges.create.charges-default-source': ({ first, byDefault }) =>
          equals(byDefault, '/source/id', first),
        'stripe.charges.create.charges-named-card': ({ named, byName }) =>
          each(byName, (made, index) => equals(made, '/source/id', named[index] ?? null)),
      },
    },
  ),
  ...brandTokens.map(({ token: source, brand, funding }) => ({
    ...example<Exchange>(`stripe/charges/test-token-${source.replaceAll('_', '-')}`, {
      arrange: (trial) => trial.call('createCharge', { body: { amount: 2000, currency: 'usd', source } }),
      judge: {
        'stripe.charges.create.test-cards-succeed': (made) =>
          all(hasStatus(made, 200), equals(made, '/source/brand', brand), hasFunding(made, funding)),
      },
    }),
    cell: { law: 'test-cards', resource: source },
  })),
  ...checkedCards.map(({ number, ...results }) =>
    example<Exchange>(`stripe/charges/checked-card-${number}`, {
      arrange: async (trial) => {
        const address = { address_line1: '1 Example Street', address_zip: '12345' }
        const source = await token(trial, { number, ...address })
        return trial.call('createCharge', { body: { amount: 2000, currency: 'usd', source } })
      },
      judge: {
        'stripe.charges.create.test-card-checks': (made) =>
          all(
            hasStatus(made, 200),
            each(Object.entries(results), ([name, result]) => equals(made, `/source/${name}`, result)),
          ),
      },
    }),
  ),
  ...brandCards.map(({ number, brand, cvc, funding }) =>
    example<Exchange>(`stripe/charges/test-card-${number}`, {
      arrange: async (trial) =>
        trial.call('createCharge', {
          body: { amount: 2000, currency: 'usd', source: await token(trial, { number, cvc }) },
        }),
      judge: {
        'stripe.charges.create.test-cards-succeed': (made) =>
          all(
            hasStatus(made, 200),
            equals(made, '/source/brand', brand),
            equals(made, '/source/last4', number.slice(-4)),
            hasFunding(made, funding),
          ),
      },
    }),
  ),
  example<Exchange>('stripe/charges/captured-has-a-transaction', {
    arrange: (trial) => charge(trial),
    judge: { 'stripe.charges.create.transaction': (made) => isPresent(made, '/balance_transaction') },
  }),
]

const refusals: readonly Check[] = [
  ...['zzz', 'usdx', 'us'].map((currency) =>
    example<Exchange>(`stripe/charges/unknown-currency-${currency}`, {
      arrange: async (trial) => trial.call('createCharge', { body: await chargeOf(trial, 'visa', { currency }) }),
      judge: { 'stripe.charges.create.currency-supported': (refused) => refusedAsInvalid(refused, 'currency') },
    }),
  ),
  ...[1, 49].map((amount) =>
    example<Exchange>(`stripe/charges/amount-of-${amount}`, {
      arrange: async (trial) => trial.call('createCharge', { body: await chargeOf(trial, 'visa', { amount }) }),
      judge: { 'stripe.charges.create.amount-minimum': (refused) => refusedAsInvalid(refused, 'amount') },
    }),
  ),
  ...[0, -2000].map((amount) =>
    example<Exchange>(`stripe/charges/amount-of-${amount === 0 ? 'zero' : 'less-than-zero'}`, {
      arrange: async (trial) => trial.call('createCharge', { body: await chargeOf(trial, 'visa', { amount }) }),
      judge: { 'stripe.charges.create.amount-is-positive': (refused) => refusedAsInvalid(refused, 'amount') },
    }),
  ),
  example<Exchange>('stripe/charges/unknown-source', {
    arrange: (trial) =>
      trial.call('createCharge', { body: { amount: 2000, currency: 'usd', source: 'tok_conformanceHasNoSuchToken' } }),
    judge: { 'stripe.charges.create.unknown-source': (refused) => refusedAsInvalid(refused) },
  }),
  example<Exchange>('stripe/charges/unknown-customer', {
    arrange: (trial) =>
      trial.call('createCharge', { body: { amount: 2000, currency: 'usd', customer: 'cus_conformanceHasNone' } }),
    judge: { 'stripe.charges.create.unknown-customer': (refused) => refusedAsInvalid(refused, 'customer') },
  }),
  example<readonly Exchange[]>('stripe/charges/used-token', {
    arrange: async (trial) => {
      const source = await token(trial)
      const again = () => trial.call('createCharge', { body: { amount: 2000, currency: 'usd', source } })
      await charge(trial, { source })
      const refused = await again()
      // neither a refusal nor the decline of another card makes it new
      await declinedCharge(trial)
      return [refused, await again()]
    },
    judge: {
      'stripe.charges.create.used-token': (answers) => each(answers, (refused) => refusedAsInvalid(refused)),
      'stripe.tokens.use.once': (answers) => each(answers, (refused) => refusedAsInvalid(refused)),
    },
  }),
  refusesParameter('stripe/charges/unknown-parameter', {
    clause: 'stripe.charges.create.unknown-parameter',
    operation: 'createCharge',
    call: async (trial) => ({ body: await chargeOf(trial) }),
  }),
  example<Exchange>('stripe/charges/refusals-make-nothing', {
    arrange: async (trial) => {
      const owner = await customer(trial)
      await attach(trial, owner)
      await trial.call('createCharge', { body: { amount: 'many', currency: 'usd', customer: owner } })
      await trial.call('createCharge', { body: { amount: 2000, customer: owner } })
      return trial.given('listCharges', { query: { customer: owner } })
    },
    judge: { 'stripe.charges.create.refusal-makes-nothing': (list) => equals(list, '/data', []) },
  }),
]

export function charges(contract: Contract): readonly Check[] {
  return [created(contract), ...scenarios, ...refusals]
}
