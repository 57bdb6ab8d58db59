/** A published test card: its number, a token that stands for it, and how a charge of it is answered. */
export interface TestCard {
  readonly token: string
  readonly number: string
  readonly status: 200 | 402
}

/** Test cards by what scenes want of them. */
export const testCards = {
  visa: { token: 'tok_visa', number: '4242424242424242', status: 200 },
  mastercard: { token: 'tok_mastercard', number: '5555555555554444', status: 200 },
  amex: { token: 'tok_amex', number: '378282246310005', status: 200 },
  discover: { token: 'tok_discover', number: '6011111111111117', status: 200 },
  /** Its funds are available at once. */
  available: { token: 'tok_bypassPending', number: '4000000000000077', status: 200 },
  /** Declined when it is charged or attached. */
  declined: { token: 'tok_chargeDeclined', number: '4000000000000002', status: 402 },
  /** Can be attached to a customer; each later charge is declined. */
  'declined-later': { token: 'tok_chargeCustomerFail', number: '4000000000000341', status: 402 },
  expired: { token: 'tok_chargeDeclinedExpiredCard', number: '4000000000000069', status: 402 },
  'incorrect-cvc': { token: 'tok_chargeDeclinedIncorrectCvc', number: '4000000000000127', status: 402 },
  'processing-error': { token: 'tok_chargeDeclinedProcessingError', number: '4000000000000119', status: 402 },
  'insufficient-funds': { token: 'tok_chargeDeclinedInsufficientFunds', number: '4000000000009995', status: 402 },
} as const satisfies Readonly<Record<string, TestCard>>
export type CardName = keyof typeof testCards

/** A published test token or number, and what it stands for. */
export interface DecliningCard {
  readonly token?: string
  readonly number: string
  readonly code: string
  readonly declineCode?: string
}

/** Tokens whose charge is declined. Published lists of 2015 to 2021. */
export const decliningCards: readonly DecliningCard[] = [
  { token: 'tok_chargeDeclined', number: '4000000000000002', code: 'card_declined', declineCode: 'generic_decline' },
  {
    token: 'tok_chargeDeclinedInsufficientFunds',
    number: '4000000000009995',
    code: 'card_declined',
    declineCode: 'insufficient_funds',
  },
  {
    token: 'tok_chargeDeclinedFraudulent',
    number: '4100000000000019',
    code: 'card_declined',
    declineCode: 'fraudulent',
  },
  { number: '4000000000009987', code: 'card_declined', declineCode: 'lost_card' },
  { number: '4000000000009979', code: 'card_declined', declineCode: 'stolen_card' },
  { token: 'tok_chargeDeclinedIncorrectCvc', number: '4000000000000127', code: 'incorrect_cvc' },
  { token: 'tok_chargeDeclinedExpiredCard', number: '4000000000000069', code: 'expired_card' },
  { token: 'tok_chargeDeclinedProcessingError', number: '4000000000000119', code: 'processing_error' },
]

/** Numbers whose charge succeeds, with what the card shows; its funding where the lists tell it. */
export const brandCards: readonly {
  readonly number: string
  readonly brand: string
  readonly cvc: string
  readonly funding?: string
}[] = [
  { number: '4242424242424242', brand: 'Visa', cvc: '123' },
  { number: '4000056655665556', brand: 'Visa', cvc: '123', funding: 'debit' },
  { number: '5555555555554444', brand: 'MasterCard', cvc: '123' },
  { number: '5200828282828210', brand: 'MasterCard', cvc: '123', funding: 'debit' },
  { number: '5105105105105100', brand: 'MasterCard', cvc: '123', funding: 'prepaid' },
  { number: '378282246310005', brand: 'American Express', cvc: '1234' },
  { number: '6011111111111117', brand: 'Discover', cvc: '123' },
  { number: '30569309025904', brand: 'Diners Club', cvc: '123' },
  { number: '3530111333300000', brand: 'JCB', cvc: '123' },
]

/** Tokens that stand for a brand's card; which of its numbers is not the same everywhere. */
export const brandTokens: readonly { readonly token: string; readonly brand: string; readonly funding?: string }[] = [
  { token: 'tok_visa', brand: 'Visa' },
  { token: 'tok_visa_debit', brand: 'Visa', funding: 'debit' },
  { token: 'tok_mastercard', brand: 'MasterCard' },
  { token: 'tok_mastercard_debit', brand: 'MasterCard', funding: 'debit' },
  { token: 'tok_mastercard_prepaid', brand: 'MasterCard', funding: 'prepaid' },
  { token: 'tok_amex', brand: 'American Express' },
  { token: 'tok_discover', brand: 'Discover' },
  { token: 'tok_diners', brand: 'Diners Club' },
  { token: 'tok_jcb', brand: 'JCB' },
]

/** Numbers whose charge succeeds though a check of the address or the security code does not. */
export const checkedCards: readonly {
  readonly number: string
  readonly address_line1_check?: string
  readonly address_zip_check?: string
  readonly cvc_check?: string
}[] = [
  { number: '4000000000000010', address_line1_check: 'fail', address_zip_check: 'fail' },
  { number: '4000000000000028', address_line1_check: 'fail' },
  { number: '4000000000000036', address_zip_check: 'fail' },
  { number: '4000000000000044', address_line1_check: 'unavailable', address_zip_check: 'unavailable' },
  { number: '4000000000000101', cvc_check: 'fail' },
]

/** Its zip code fails the check. */
export const failingZipNumber = '4000000000000036'
/** Its security code fails the check. */
export const failingCvcNumber = '4000000000000101'
