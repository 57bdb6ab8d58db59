import type { View } from '../call.ts'
import { bankOf } from '../paykeys/banks.ts'
import type { World } from '../world.ts'
import { capabilities } from './embed.ts'
import type {
  CapabilityRequest,
  EmbeddedAccount,
  EmbedStatus,
  LinkedBankAccount,
  Organization,
  Representative,
} from './embed.ts'

const reasons: Readonly<Record<EmbedStatus, readonly [reason: string, message: string]>> = {
  created: ['new', 'This was created and not submitted yet.'],
  onboarding: ['in_review', 'This is being reviewed.'],
  active: ['verified', 'This was verified.'],
  rejected: ['failed_verification', 'This failed verification.'],
  inactive: ['disabled', 'This was disabled.'],
  canceled: ['disabled', 'This was cancelled before it was reviewed.'],
}

function statusDetail(status: EmbedStatus): View {
  const [reason, message] = reasons[status]
  return { reason, source: 'watchtower', code: reason, message }
}

function stamps(
  { rules }: World,
  { createdAt, updatedAt }: { readonly createdAt: number; readonly updatedAt: number },
): View {
  return { created_at: rules.instant(createdAt), updated_at: rules.instant(updatedAt) }
}

export function organizationView(world: World, { id, name, externalId, metadata, ...times }: Organization): View {
  return { id, name, external_id: externalId, metadata, ...stamps(world, times) }
}

/** What an account may do, by what it asked for; in the sandbox everything is granted from the start. */
function capabilitiesView({ rules }: World, requests: readonly CapabilityRequest[]): View {
  const status = (type: string): View => {
    const latest = requests.findLast((request) => request.type === type)
    return { capability_status: rules.grantedStatus(latest?.enable ?? true) }
  }
  return {
    payment_types: { charges: status('charges'), payouts: status('payouts') },
    customer_types: { individuals: status('individuals'), businesses: status('businesses') },
    consent_types: { signed_agreement: status('signed_agreement'), internet: status('internet') },
  }
}

export function accountView(world: World, account: EmbeddedAccount, requests: readonly CapabilityRequest[]): View {
  return {
    id: account.id,
    organization_id: account.organizationId,
    type: 'business',
    access_level: account.accessLevel,
    status: account.status,
    status_detail: statusDetail(account.status),
    business_profile: account.profile,
    capabilities: capabilitiesView(world, requests),
    terms_of_service: account.terms,
    external_id: account.externalId,
    metadata: account.metadata,
    ...stamps(world, account),
  }
}

const limits = { max_amount: 1_000_000, daily_amount: 10_000_000, monthly_amount: 100_000_000, monthly_count: 10_000 }

/** The settings in force for an account. */
export function settingsView(world: World, account: EmbeddedAccount, requests: readonly CapabilityRequest[]): View {
  const asked = (type: string): View =>
    requests.findLast((request) => request.type === type && request.enable)?.settings ?? {}
  return {
    account_id: account.id,
    charges: { ...limits, ...asked('charges'), funding_time: 'next_day' },
    payouts: { ...limits, ...asked('payouts'), funding_time: 'next_day' },
    ...capabilitiesView(world, requests),
    configuration: {
      allow_data_unmask: true,
      allow_duplicate_email: false,
      allow_customer_identity_skip: true,
      allow_paykey_verification_skip: true,
    },
  }
}

export function representativeView(world: World, person: Representative): View {
  return {
    id: person.id,
    account_id: person.accountId,
    first_name: person.firstName,
    last_name: person.lastName,
    name: `${person.firstName} ${person.lastName}`,
    dob: person.dob,
    ssn_last4: person.ssnLast4,
    email: person.email,
    mobile_number: person.mobile,
    phone: person.mobile,
    relationship: person.relationship,
    status: person.status,
    status_detail: statusDetail(person.status),
    external_id: person.externalId,
    metadata: person.metadata,
    ...stamps(world, person),
  }
}

function linkedCore(world: World, linked: LinkedBankAccount, number: View): View {
  const { holder, routingNumber } = linked
  return {
    id: linked.id,
    account_id: linked.accountId,
    platform_id: linked.platformId,
    status: linked.status,
    status_detail: statusDetail(linked.status),
    bank_account: {
      institution_name: bankOf(routingNumber),
      account_holder: holder,
      routing_number: routingNumber,
      ...number,
    },
    purposes: linked.purposes,
    description: linked.description,
    metadata: linked.metadata,
    ...stamps(world, linked),
  }
}

export function linkedBankAccountView(world: World, linked: LinkedBankAccount): View {
  const { rules } = world
  const masked = rules.accountNumber(linked.accountNumber)
  return linkedCore(world, linked, { account_mask: rules.linkedAccountInRead(linked.accountNumber, masked) })
}

export function unmaskedBankAccount(world: World, linked: LinkedBankAccount): View {
  const { rules } = world
  const masked = rules.accountNumber(linked.accountNumber)
  return linkedCore(world, linked, { account_number: rules.linkedAccountInUnmask(linked.accountNumber, masked) })
}

export function capabilityRequestView(world: World, request: CapabilityRequest): View {
  return {
    id: request.id,
    account_id: request.accountId,
    type: request.type,
    category: capabilities[request.type],
    status: world.rules.grantedStatus(request.enable),
    enable: request.enable,
    settings: request.settings,
    ...stamps(world, request),
  }
}
