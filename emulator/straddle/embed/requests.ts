import { isObject } from '../../../model/json.ts'
import { metadata, phone, uuid } from '../fields.ts'
import { flag, integer, list, maybe, nullable, number, oneOf, optional, record, text } from '../reader.ts'
import type { Read, Reader } from '../reader.ts'
import type { Rules } from '../rules.ts'
import type { Relationship } from './embed.ts'

export const organizationCreation = (rules: Rules) =>
  record({ name: text(), external_id: maybe(text()), metadata: metadata(rules, true) })

const address = record({
  line1: maybe(text()),
  line2: maybe(text()),
  address1: maybe(text()),
  address2: maybe(text()),
  city: maybe(text()),
  state: maybe(text()),
  postal_code: maybe(text()),
  zip: maybe(text()),
  country: maybe(text()),
})

const profile = record({
  name: text(),
  website: text({ format: 'uri' }),
  legal_name: maybe(text()),
  description: maybe(text()),
  use_case: maybe(text()),
  tax_id: maybe(text({ pattern: /^[0-9]{9}$/ })),
  phone: maybe(phone),
  address: maybe(address),
  industry: maybe(record({ mcc: maybe(text()), sector: maybe(text()), category: maybe(text()) })),
  support_channels: maybe(record({ email: maybe(text()), phone: maybe(text()), url: maybe(text()) })),
})

const accountMembers = (rules: Rules) =>
  ({ business_profile: profile, external_id: maybe(text()), metadata: metadata(rules, true) }) as const

export const accountCreation = (rules: Rules) =>
  record({
    ...accountMembers(rules),
    organization_id: uuid,
    account_type: oneOf(['business']),
    access_level: oneOf(['standard', 'managed']),
  })

export const accountUpdate = (rules: Rules) => record(accountMembers(rules))

export const onboarding = record({
  terms_of_service: record({
    accepted_date: text({ format: 'day' }),
    agreement_type: oneOf(['embedded', 'direct']),
    agreement_url: nullable(text()),
    accepted_ip: maybe(text()),
    accepted_user_agent: maybe(text()),
  }),
})

const relationship =
  (rules: Rules): Reader<Relationship> =>
  (input, at, problems) => {
    const read = record({
      primary: flag,
      control: flag,
      owner: flag,
      percent_ownership: maybe(number),
      title: maybe(text()),
    })(input, at, problems)
    if (isObject(input) && rules.ownerNeedsShare(input['owner'] === true, read.percent_ownership)) {
      problems.push({ kind: 'missing', at: `${at}.percent_ownership`, detail: 'An owner has a share of ownership.' })
    }
    return read
  }

export const representativeUpdate = (rules: Rules) => record(representative(rules))

const representative = (rules: Rules) =>
  ({
    first_name: text(),
    last_name: text(),
    dob: text({ format: 'date' }),
    ssn_last4: text({ pattern: /^[0-9]{4}$/ }),
    email: text({ format: 'email' }),
    mobile_number: phone,
    relationship: relationship(rules),
    external_id: maybe(text()),
    metadata: metadata(rules, true),
  }) as const

export const representativeCreation = (rules: Rules) => record({ ...representative(rules), account_id: uuid })

const bankAccount = record({
  account_holder: text(),
  routing_number: text({ length: 9 }),
  account_number: text({ shortest: 1 }),
})

export const bankAccountUpdate = (rules: Rules) =>
  record({ bank_account: bankAccount, metadata: metadata(rules, true) })

export const bankAccountCreation = (rules: Rules) =>
  record({
    bank_account: bankAccount,
    account_id: maybe(uuid),
    platform_id: maybe(uuid),
    purposes: maybe(list(oneOf(['charges', 'payouts', 'billing']))),
    description: maybe(text()),
    metadata: metadata(rules, true),
  })

const onOff = optional(record({ enable: flag }))
const withLimits = optional(
  record({
    enable: flag,
    max_amount: number,
    daily_amount: number,
    monthly_amount: number,
    monthly_count: integer(),
  }),
)

export const capabilityCreation = record({
  charges: withLimits,
  payouts: withLimits,
  individuals: onOff,
  businesses: onOff,
  signed_agreement: onOff,
  internet: onOff,
})

export type RepresentativeUpdate = Read<ReturnType<typeof representativeUpdate>>
