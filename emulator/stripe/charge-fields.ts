import { chargeAmount, descriptor } from './amounts.ts'
import { sourceField } from './cards.ts'
import { currency } from './currencies.ts'
import { boolean, hash, integer, oneOf, required, string } from './fields.ts'
import { metadataField } from './metadata.ts'
import { chargeShipping } from './shipping.ts'

/** Parameters that only a platform of connected accounts can use; this account is none. */
export const platformFields = {
  application_fee: integer(),
  destination: hash({ account: required(string()), amount: integer() }),
  on_behalf_of: string(),
}

export const creation = {
  ...platformFields,
  amount: required(chargeAmount),
  currency: required(currency),
  source: sourceField,
  customer: string(),
  capture: boolean,
  description: string(),
  invoice: string(),
  metadata: metadataField,
  order: string(),
  receipt_email: string(),
  shipping: chargeShipping,
  statement_descriptor: descriptor,
  transfer_group: string(),
}

export const update = {
  customer: string(),
  description: string(),
  fraud_details: hash({ user_report: required(oneOf('safe', 'fraudulent')) }),
  metadata: metadataField,
  receipt_email: string(),
  shipping: chargeShipping,
  transfer_group: string(),
}
