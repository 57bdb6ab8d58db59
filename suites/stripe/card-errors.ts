import { kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { nameOf } from '../vocabulary/clause-name.ts'
import { read } from '../vocabulary/read.ts'
import { hasStatus, holds, inExchange, isAbsent } from '../vocabulary/judge.ts'
import { refusedAsCard } from './refusal.ts'
import { customer, declineOf } from './scenes.ts'
import { validCard } from './sources.ts'
import { failingCvcNumber, failingZipNumber } from './test-cards.ts'
import type { CardName } from './test-cards.ts'

/** The code that a clause is about; its last part is named after it. */
function codeOf(clause: string): { readonly name: string; readonly code: string } {
  const name = nameOf(clause)
  return { name, code: name.replaceAll('-', '_') }
}

/** A card that is refused for one of its fields when a token is made of it. */
function badCard(clause: string, field: string, value: Json | ((trial: Trial) => Json), variant?: string): Check {
  const { name, code } = codeOf(clause)
  return example<Exchange>(`stripe/errors/${name}${variant === undefined ? '' : `-${variant}`}`, {
    arrange: (trial) => {
      const own = typeof value === 'function' ? value(trial) : value
      return trial.call('createToken', { body: { card: { ...validCard, [field]: own } } })
    },
    judge: {
      [clause]: (refused) => hasCode(refused, code),
      // no issuer is asked while a token is made
      'stripe.errors.object.decline-code-only-on-declines': (refused) =>
        refused.response.status === 402 ? isAbsent(refused, '/error/decline_code') : nothing,
      'stripe.errors.object.param-names-parameter': (refused) => namesNoOther(refused, field),
    },
  })
}

/** The param, which is optional, names no other field of the card than the one at fault; it may name the card as a whole. */
function namesNoOther(refused: Exchange, field: string): Judgement {
  const param = read(refused, '/error/param')
  if (typeof param !== 'string' || param === '') return nothing
  const others = Object.keys(validCard).filter((name) => name !== field)
  return inExchange(refused, holds(!others.some((name) => param.includes(name)), '/error/param', field, param))
}

/** The refusal has this code; that a card error has its type and status is said of every one of them elsewhere. */
function hasCode(refused: Exchange, code: string): Judgement {
  const named = refused.response.status >= 400 && read(refused, '/error/code') === code
  return named ? kept() : refusedAsCard(refused, code)
}

/** A test card that is declined when it is charged. */
function declinedCard(clause: string, card: CardName): Check {
  const { name, code } = codeOf(clause)
  return example<Exchange>(`stripe/errors/${name}`, {
    arrange: (trial) => declineOf(trial, card),
    judge: { [clause]: (refused) => hasCode(refused, code) },
  })
}

/** A card whose check fails, charged with the rules switched as said. */
function ruled(
  name: string,
  card: JsonObject,
  rules: JsonObject,
  clause: string,
  judge: (answer: Exchange) => Judgement,
): Check {
  return example<Exchange>(`stripe/errors/${name}`, {
    needs: ['levers'],
    arrange: async (trial) => {
      const made = await trial.given('createToken', { body: { card: { ...validCard, ...card } } })
      await trial.lever('set-rules', rules)
      return trial.call('createCharge', { body: { amount: 2000, currency: 'usd', source: read(made, '/id') ?? null } })
    },
    judge: { [clause]: judge },
  })
}

const failingZip = { number: failingZipNumber, address_zip: '94110' }
const failingCvc = { number: failingCvcNumber, cvc: '321' }

export const cardErrors: readonly Check[] = [
  badCard('stripe.errors.code.invalid-number', 'number', '4242abcd'),
  badCard('stripe.errors.code.incorrect-number', 'number', '4242424242424241'),
  badCard('stripe.errors.code.invalid-expiry-month', 'exp_month', 13),
  badCard('stripe.errors.code.invalid-expiry-month', 'exp_month', 0, 'zero'),
  badCard('stripe.errors.code.invalid-expiry-year', 'exp_year', 1970),
  badCard(
    'stripe.errors.code.invalid-expiry-year',
    'exp_year',
    (trial) => new Date(trial.now()).getUTCFullYear() - 1,
    'last',
  ),
  badCard('stripe.errors.code.invalid-cvc', 'cvc', '99'),
  badCard('stripe.errors.code.invalid-cvc', 'cvc', '99999', 'of-five'),
  badCard('stripe.errors.code.invalid-cvc', 'cvc', '12a', 'with-a-letter'),
  example<Exchange>('stripe/errors/expiry-this-month', {
    arrange: (trial) => {
      const now = new Date(trial.now())
      const expiry = { exp_month: now.getUTCMonth() + 1, exp_year: now.getUTCFullYear() }
      return trial.call('createToken', { body: { card: { ...validCard, ...expiry } } })
    },
    // the last month that is possible
    judge: { 'stripe.errors.code.invalid-expiry-month': (made) => hasStatus(made, 200) },
  }),
  declinedCard('stripe.errors.code.expired-card', 'expired'),
  declinedCard('stripe.errors.code.incorrect-cvc', 'incorrect-cvc'),
  declinedCard('stripe.errors.code.card-declined', 'declined'),
  declinedCard('stripe.errors.code.processing-error', 'processing-error'),
  example<Exchange>('stripe/errors/missing', {
    arrange: async (trial) =>
      trial.call('createCharge', { body: { amount: 2000, currency: 'usd', customer: await customer(trial) } }),
    judge: { 'stripe.errors.code.missing': (refused) => hasCode(refused, 'missing') },
  }),
  ruled('incorrect-zip', failingZip, { zip: true }, 'stripe.errors.code.incorrect-zip', (refused) =>
    hasCode(refused, 'incorrect_zip'),
  ),
  ruled('rule-for-cvc', failingCvc, { cvc: true }, 'stripe.errors.radar.cvc-rule', (refused) =>
    hasCode(refused, 'incorrect_cvc'),
  ),
  ruled('no-rule-for-zip', failingZip, { zip: false }, 'stripe.errors.radar.rules-can-be-off', (charged) =>
    hasStatus(charged, 200),
  ),
  ruled('no-rule-for-cvc', failingCvc, { cvc: false }, 'stripe.errors.radar.rules-can-be-off', (charged) =>
    hasStatus(charged, 200),
  ),
]
