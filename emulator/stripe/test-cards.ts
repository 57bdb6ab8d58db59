import type { CheckResult } from './records.ts'

/** Why a card is refused: the error's code, the issuer's reason where there is one, and the message. */
export interface Decline {
  readonly code: string
  readonly decline_code?: string
  readonly message: string
  /** Stopped before it was sent to the issuer. */
  readonly blocked?: true
}

/** A documented test number and what a card with it does. */
export interface TestCard {
  readonly number: string
  readonly token?: string
  readonly brand: string
  readonly funding?: string
  readonly decline?: Decline
  /** Attaches to a customer although it is declined when charged. */
  readonly attaches?: true
  readonly risk?: 'elevated' | 'highest'
  readonly bypassesPending?: true
  /** Refunds of its charges look fine first and fail a day later. */
  readonly failsRefunds?: true
  readonly checks?: { readonly line1?: CheckResult; readonly zip?: CheckResult; readonly cvc?: CheckResult }
}

const declined = (reason: string, blocked?: true): Decline => ({
  code: 'card_declined',
  decline_code: reason,
  message: 'The card was declined.',
  ...(blocked === undefined ? {} : { blocked }),
})

const visa = (number: string, more: Omit<TestCard, 'number' | 'brand'>): TestCard => ({
  number,
  brand: 'Visa',
  ...more,
})

export const testCards: readonly TestCard[] = [
  visa('4242424242424242', { token: 'tok_visa' }),
  visa('4000056655665556', { token: 'tok_visa_debit', funding: 'debit' }),
  { number: '5555555555554444', token: 'tok_mastercard', brand: 'MasterCard' },
  { number: '5200828282828210', token: 'tok_mastercard_debit', brand: 'MasterCard', funding: 'debit' },
  { number: '5105105105105100', token: 'tok_mastercard_prepaid', brand: 'MasterCard', funding: 'prepaid' },
  { number: '378282246310005', token: 'tok_amex', brand: 'American Express' },
  { number: '6011111111111117', token: 'tok_discover', brand: 'Discover' },
  { number: '30569309025904', token: 'tok_diners', brand: 'Diners Club' },
  { number: '3530111333300000', token: 'tok_jcb', brand: 'JCB' },
  visa('4000000000000077', { token: 'tok_bypassPending', bypassesPending: true }),
  visa('4000000000000093', { token: 'tok_domesticPricing' }),
  visa('4000000000000010', { token: 'tok_avsFail', checks: { line1: 'fail', zip: 'fail' } }),
  visa('4000000000000028', { token: 'tok_avsLine1Fail', checks: { line1: 'fail' } }),
  visa('4000000000000036', { token: 'tok_avsZipFail', checks: { zip: 'fail' } }),
  visa('4000000000000044', { token: 'tok_avsUnchecked', checks: { line1: 'unavailable', zip: 'unavailable' } }),
  visa('4000000000000101', { token: 'tok_cvcCheckFail', checks: { cvc: 'fail' } }),
  visa('4000000000000341', { token: 'tok_chargeCustomerFail', decline: declined('generic_decline'), attaches: true }),
  visa('4000000000009235', { token: 'tok_riskLevelElevated', risk: 'elevated' }),
  visa('4000000000004954', {
    token: 'tok_riskLevelHighest',
    risk: 'highest',
    decline: declined('fraudulent', true),
    attaches: true,
  }),
  visa('4000000000000002', { token: 'tok_chargeDeclined', decline: declined('generic_decline') }),
  visa('4000000000009995', {
    token: 'tok_chargeDeclinedInsufficientFunds',
    decline: declined('insufficient_funds'),
  }),
  visa('4100000000000019', {
    token: 'tok_chargeDeclinedFraudulent',
    risk: 'highest',
    decline: declined('fraudulent', true),
  }),
  visa('4000000000000127', {
    token: 'tok_chargeDeclinedIncorrectCvc',
    checks: { cvc: 'fail' },
    decline: { code: 'incorrect_cvc', message: "The card's security code is incorrect." },
  }),
  visa('4000000000000069', {
    token: 'tok_chargeDeclinedExpiredCard',
    decline: { code: 'expired_card', message: 'The card has expired.' },
  }),
  visa('4000000000000119', {
    token: 'tok_chargeDeclinedProcessingError',
    decline: { code: 'processing_error', message: 'An error occurred while the card was processed.' },
  }),
  visa('4000000000009987', { decline: declined('lost_card') }),
  visa('4000000000009979', { decline: declined('stolen_card') }),
  visa('4000000000005126', { failsRefunds: true }),
]

const byNumber = new Map(testCards.map((card) => [card.number, card]))
const byToken = new Map(testCards.flatMap((card) => (card.token === undefined ? [] : [[card.token, card] as const])))

/** What a card with this number does; any other number behaves as a card without peculiarities. */
export function behaviourOf(number: string): TestCard {
  return byNumber.get(number) ?? { number, brand: brandOf(number) }
}

/** The card behind one of the documented token names, which can be used any number of times. */
export function namedToken(token: string): TestCard | undefined {
  return byToken.get(token)
}

const brands: readonly (readonly [RegExp, string])[] = [
  [/^4/u, 'Visa'],
  [/^(?:5[1-5]|2[2-7])/u, 'MasterCard'],
  [/^3[47]/u, 'American Express'],
  [/^6(?:011|5)/u, 'Discover'],
  [/^35/u, 'JCB'],
  [/^3[0689]/u, 'Diners Club'],
]

function brandOf(number: string): string {
  return brands.find(([shape]) => shape.test(number))?.[1] ?? 'Unknown'
}
