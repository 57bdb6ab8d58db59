import type { Context } from './context.ts'
import type { ShownObject } from './endpoint.ts'
import type { BankAccount, Card } from './records.ts'

/** A card as the service shows it: never its number. */
export function showCard({ rules }: Context, card: Card): ShownObject {
  return {
    id: card.id,
    object: 'card',
    address_city: card.address_city,
    address_country: card.address_country,
    address_line1: card.address_line1,
    address_line1_check: card.address_line1_check,
    address_line2: card.address_line2,
    address_state: card.address_state,
    address_zip: card.address_zip,
    address_zip_check: card.address_zip_check,
    brand: card.brand,
    country: card.country,
    customer: rules.customerOfCard(card),
    cvc_check: card.cvc_check,
    dynamic_last4: null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    fingerprint: card.fingerprint,
    funding: card.funding,
    last4: rules.lastFour(card.number),
    metadata: card.metadata,
    name: card.name,
    tokenization_method: null,
  }
}

export function showBankAccount(bank: BankAccount): ShownObject {
  return {
    id: bank.id,
    object: 'bank_account',
    account_holder_name: bank.account_holder_name,
    account_holder_type: bank.account_holder_type,
    bank_name: bank.bank_name,
    country: bank.country,
    currency: bank.currency,
    fingerprint: bank.fingerprint,
    last4: bank.last4,
    metadata: {},
    routing_number: bank.routing_number,
    status: bank.status,
  }
}
