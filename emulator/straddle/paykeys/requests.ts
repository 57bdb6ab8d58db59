import { config, metadata, uuid } from '../fields.ts'
import { maybe, oneOf, record, text } from '../reader.ts'
import type { Rules } from '../rules.ts'
import { paykeyOutcomes } from './paykey.ts'

const link = (rules: Rules) =>
  ({
    customer_id: uuid,
    config: config(paykeyOutcomes),
    external_id: maybe(text()),
    metadata: metadata(rules),
  }) as const

export const bankAccountLink = (rules: Rules) =>
  record({
    ...link(rules),
    routing_number: text({ length: 9 }),
    account_number: text({ shortest: 1 }),
    account_type: oneOf(['checking', 'savings']),
  })

export const plaidLink = (rules: Rules) => record({ ...link(rules), plaid_token: text() })
export const quilttLink = (rules: Rules) => record({ ...link(rules), quiltt_token: text() })

export const session = record({ customer_id: uuid, config: config(paykeyOutcomes), external_id: maybe(text()) })

export const decision = record({ status: oneOf(['active', 'rejected']) })
export const cancellation = record({ reason: maybe(text()) })
export const unblocking = record({ message: maybe(text()) })
