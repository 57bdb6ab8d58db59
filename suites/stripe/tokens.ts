import { all, each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { charge, customer } from './scenes.ts'
import { token, validCard } from './sources.ts'
import { testCards } from './test-cards.ts'

const retrieve = (trial: Trial, id: string): Promise<Exchange> => trial.given('retrieveToken', { path: { token: id } })

/** What a card shows of itself, whoever has it. */
const shown = ['brand', 'last4', 'exp_month', 'exp_year', 'name'] as const
const holder = {
  name: 'Ada Example',
  address_line1: '1 Example Street',
  address_line2: 'Flat 2',
  address_city: 'Springfield',
  address_state: 'IL',
  address_zip: '12345',
  address_country: 'US',
}

/** A card is the one that its token stands for. */
function isCardOf(made: Exchange, answer: Exchange, at: string): Judgement {
  return each([...shown, ...Object.keys(holder)], (name) =>
    equals(answer, `${at}/${name}`, read(made, `/card/${name}`) ?? null),
  )
}

const own: readonly Check[] = [
  example<{ made: Exchange; attached: Exchange; charged: Exchange }>('stripe/tokens/stand-for-their-card', {
    arrange: async (trial) => {
      const card = { ...validCard, number: testCards.mastercard.number, exp_month: 9, ...holder }
      const made = await trial.given('createToken', { body: { card } })
      const other = textAt(await trial.given('createToken', { body: { card } }), '/id')
      const owner = await customer(trial)
      return {
        made,
        attached: await trial.given('createCard', { path: { customer: owner }, body: { source: other } }),
        charged: await charge(trial, { source: textAt(made, '/id') }),
      }
    },
    judge: {
      'stripe.cards.create.as-in-token': ({ made, attached }) => isCardOf(made, attached, ''),
      'stripe.charges.create.charges-the-source': ({ made, charged }) => isCardOf(made, charged, '/source'),
    },
  }),
  example<{ fresh: Exchange; charged: Exchange; attached: Exchange }>('stripe/tokens/use', {
    arrange: async (trial) => {
      const [one, other] = [await token(trial), await token(trial)]
      const fresh = await retrieve(trial, one)
      await charge(trial, { source: one })
      await trial.given('createCard', { path: { customer: await customer(trial) }, body: { source: other } })
      return { fresh, charged: await retrieve(trial, one), attached: await retrieve(trial, other) }
    },
    judge: {
      'stripe.tokens.create.unused': ({ fresh }) => equals(fresh, '/used', false),
      'stripe.tokens.use.marks-used': ({ charged, attached }) =>
        all(equals(charged, '/used', true), equals(attached, '/used', true)),
    },
  }),
  example<Exchange>('stripe/tokens/of-a-declining-card', {
    arrange: (trial) =>
      trial.call('createToken', { body: { card: { ...validCard, number: testCards.declined.number } } }),
    judge: { 'stripe.tokens.create.of-a-declining-card': (made) => hasStatus(made, 200) },
  }),
]

export function tokens(contract: Contract): readonly Check[] {
  const created = whatIsMadeCanBeRead(contract, 'stripe/tokens/created-and-read', {
    create: 'createToken',
    retrieve: 'retrieveToken',
    id: '/id',
    parameter: 'token',
    same: { clause: 'stripe.tokens.retrieve.as-created' },
    carries: {
      'stripe.tokens.create.shows-card': (made, { card }) =>
        isObject(card)
          ? all(
              equals(made, '/card/last4', String(card['number']).slice(-4)),
              equals(made, '/card/exp_month', card['exp_month'] ?? null),
              equals(made, '/card/exp_year', card['exp_year'] ?? null),
            )
          : nothing,
    },
  })
  return [created, ...own]
}
