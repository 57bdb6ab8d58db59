import { showBankAccount, showCard } from './card-view.ts'
import { cardFields, makeCard, makeNamedCard } from './cards.ts'
import type { Context } from './context.ts'
import { newId } from './context.ts'
import { currency } from './currencies.ts'
import type { Endpoint, ShownObject } from './endpoint.ts'
import { endpoint } from './endpoint.ts'
import { hash, oneOf, required, string } from './fields.ts'
import type { InputOf } from './fields.ts'
import { inPath } from './found.ts'
import type { BankAccount, Card, Token } from './records.ts'
import { refuse } from './refusal.ts'
import { namedToken } from './test-cards.ts'

const bankFields = {
  country: required(string()),
  currency: required(currency),
  account_number: required(string()),
  routing_number: string(),
  account_holder_name: string(),
  account_holder_type: oneOf('individual', 'company'),
}

function makeBankAccount(context: Context, input: InputOf<typeof bankFields>): BankAccount {
  return {
    id: newId(context, 'ba'),
    object: 'bank_account',
    account_holder_name: input.account_holder_name ?? null,
    account_holder_type: input.account_holder_type ?? null,
    bank_name: 'TEST BANK',
    country: input.country,
    currency: input.currency,
    fingerprint: context.rules.fingerprintOf(input.account_number, context.account.bank.id),
    last4: context.rules.lastFour(input.account_number),
    routing_number: input.routing_number ?? null,
    status: 'new',
  }
}

function showToken(context: Context, token: Token): ShownObject {
  const { card, bank_account: bank } = token
  const { customer, ...shown } = card === undefined ? { customer: null } : showCard(context, card)
  return {
    id: token.id,
    object: 'token',
    ...(card === undefined
      ? {}
      : { card: context.rules.tokenShowsCustomer ? { ...shown, customer: customer ?? null } : shown }),
    ...(bank === undefined ? {} : { bank_account: showBankAccount(bank) }),
    client_ip: null,
    created: token.created,
    livemode: context.account.livemode,
    type: card === undefined ? 'bank_account' : 'card',
    used: context.rules.showsUsed(token.used),
  }
}

/** Spends a token on the card it stands for. */
export function cardOfToken(context: Context, id: string): Card {
  const { account, rules } = context
  const named = namedToken(id)
  if (named !== undefined) return makeNamedCard(context, named)
  const token = account.tokens.get(id)
  if (token?.card === undefined) return refuse(rules.unknownInParameter('token', id, 'source'))
  if (rules.isSpent(token.used)) return refuse(rules.tokenUsed(id))
  account.tokens.put(id, { ...token, used: true })
  return token.card
}

/** Tokens: single-use stand-ins for card and bank data. */
export const tokens: Readonly<Record<string, Endpoint>> = {
  'POST /v1/tokens': endpoint({
    fields: { card: hash(cardFields), bank_account: hash(bankFields) },
    returns: 'token',
    publishable: true,
    answer({ context, input }) {
      const { card, bank_account: bank } = input
      if (card === undefined || card === null) {
        if (bank === undefined || bank === null) return refuse(context.rules.missingParameter('card'))
        const token = { id: newId(context, 'btok'), created: context.clock.seconds(), used: false }
        return showToken(
          context,
          context.account.tokens.put(token.id, { ...token, bank_account: makeBankAccount(context, bank) }),
        )
      }
      const made = makeCard(context, card)
      const token = { id: newId(context, 'tok'), created: context.clock.seconds(), used: false, card: made }
      return showToken(context, context.account.tokens.put(token.id, token))
    },
  }),

  'GET /v1/tokens/:token': endpoint({
    fields: {},
    returns: 'token',
    publishable: true,
    answer: ({ context, path }) => showToken(context, inPath(context, 'tokens', 'token', path['token'])),
  }),
}
