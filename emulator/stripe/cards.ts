import type { Context } from './context.ts'
import { newId } from './context.ts'
import { either, hash, oneOf, required, string } from './fields.ts'
import type { InputOf } from './fields.ts'
import { changedMetadata, metadataField } from './metadata.ts'
import type { Card } from './records.ts'
import { refuse } from './refusal.ts'
import type { Decline, TestCard } from './test-cards.ts'
import { behaviourOf } from './test-cards.ts'

/** A card's holder, as far as a client can give and change it. */
export const holderFields = {
  name: string(),
  address_city: string(),
  address_country: string(),
  address_line1: string(),
  address_line2: string(),
  address_state: string(),
  address_zip: string(),
}

/** What a client says of a card. */
export const cardFields = {
  ...holderFields,
  object: oneOf('card'),
  number: required(string()),
  exp_month: required(string()),
  exp_year: required(string()),
  cvc: string(),
  currency: string(),
  metadata: metadataField,
}

export type CardInput = InputOf<typeof cardFields>

/** A `source` parameter: a token, the id of a source, or a card itself. */
export const sourceField = either(string(), hash(cardFields))

/** Refuses a request for what is wrong with a card's data. */
function refuseCard({ rules }: Context, code: string, param: string, message: string): never {
  return refuse(rules.cardFailure(code, message, { param }))
}

/** A card's month and year of expiry, refused unless they lie ahead. */
export function expiryOf(context: Context, monthText: string, yearText: string): Pick<Card, 'exp_month' | 'exp_year'> {
  const { rules, clock } = context
  const now = new Date(clock.now())
  const month = /^\d{1,2}$/u.test(monthText) ? Number(monthText) : 0
  if (!rules.isMonth(month)) {
    return refuseCard(context, rules.cardCodes.month, 'exp_month', "The card's expiration month is invalid.")
  }
  const year = /^(?:\d{2}|\d{4})$/u.test(yearText) ? Number(yearText.padStart(4, '20')) : 0
  if (!rules.isYear(year, now)) {
    return refuseCard(context, rules.cardCodes.year, 'exp_year', "The card's expiration year is invalid.")
  }
  if (rules.isPast(month, year, now)) {
    return refuseCard(context, rules.cardCodes.month, 'exp_month', "The card's expiration month is past.")
  }
  return { exp_month: month, exp_year: year }
}

function checkedNumber(context: Context, text: string): string {
  const { rules } = context
  const number = text.replaceAll(/[ -]/gu, '')
  if (!/^\d{12,19}$/u.test(number)) {
    return refuseCard(context, rules.cardCodes.number, 'number', 'The card number is not a valid card number.')
  }
  if (!rules.hasCheckDigit(number)) {
    return refuseCard(context, rules.cardCodes.checkDigit, 'number', 'The card number is incorrect.')
  }
  return number
}

const blank = {
  name: null,
  address_city: null,
  address_country: null,
  address_line1: null,
  address_line2: null,
  address_state: null,
  address_zip: null,
  address_line1_check: null,
  address_zip_check: null,
  cvc_check: null,
  customer: null,
  metadata: {},
} as const

function cardOf(
  context: Context,
  behaviour: TestCard,
  more: Pick<Card, 'exp_month' | 'exp_year'> & Partial<Card>,
): Card {
  return {
    ...blank,
    id: newId(context, 'card'),
    object: 'card',
    number: behaviour.number,
    brand: behaviour.brand,
    funding: behaviour.funding ?? 'credit',
    country: 'US',
    fingerprint: context.rules.fingerprintOf(behaviour.number, context.account.bank.id),
    ...more,
  }
}

/** A card from what a client says of it. */
export function makeCard(context: Context, input: CardInput): Card {
  const number = checkedNumber(context, input.number)
  const expiry = expiryOf(context, input.exp_month, input.exp_year)
  const cvc = input.cvc ?? null
  if (cvc !== null && !context.rules.isCvc(cvc)) {
    refuseCard(context, context.rules.cardCodes.cvc, 'cvc', "The card's security code is invalid.")
  }
  return cardOf(context, behaviourOf(number), {
    ...expiry,
    name: input.name ?? null,
    address_city: input.address_city ?? null,
    address_country: input.address_country ?? null,
    address_line1: input.address_line1 ?? null,
    address_line2: input.address_line2 ?? null,
    address_state: input.address_state ?? null,
    address_zip: input.address_zip ?? null,
    address_line1_check: typeof input.address_line1 === 'string' ? 'unchecked' : null,
    address_zip_check: typeof input.address_zip === 'string' ? 'unchecked' : null,
    cvc_check: cvc === null ? null : 'unchecked',
    metadata: changedMetadata({}, input.metadata, context),
  })
}

/** The card behind a documented token: its checks count as asked for where it is known for their result. */
export function makeNamedCard(context: Context, behaviour: TestCard): Card {
  const { line1, zip, cvc } = behaviour.checks ?? {}
  return cardOf(context, behaviour, {
    exp_month: 8,
    exp_year: new Date(context.clock.now()).getUTCFullYear() + 1,
    address_line1_check: line1 === undefined ? null : 'unchecked',
    address_zip_check: zip === undefined ? null : 'unchecked',
    cvc_check: cvc === undefined ? null : 'unchecked',
  })
}

/** A card after its first use, its checks made. */
export function usedCard({ rules }: Pick<Context, 'rules'>, card: Card): Card {
  const checks = behaviourOf(card.number).checks ?? {}
  return {
    ...card,
    address_line1_check: rules.checkOnUse(card.address_line1_check, checks.line1),
    address_zip_check: rules.checkOnUse(card.address_zip_check, checks.zip),
    cvc_check: rules.checkOnUse(card.cvc_check, checks.cvc),
  }
}

/** Why a card cannot be used now, if it cannot. */
export function declineOf({ rules, account }: Context, card: Card, use: 'charge' | 'attach'): Decline | undefined {
  if (account.livemode) return rules.declineInLiveMode()
  const behaviour = behaviourOf(card.number)
  const { cvc_check: cvc, address_zip_check: zip } = usedCard({ rules }, card)
  const stopped = rules.declineByRules(account.radar, { cvc: cvc === 'fail', zip: zip === 'fail' })
  if (stopped !== undefined) return stopped
  return use === 'charge' ? rules.declineWhenCharged(behaviour) : rules.declineWhenAttached(behaviour)
}
