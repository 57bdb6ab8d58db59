import type { View } from '../call.ts'
import type { World } from '../world.ts'
import type { Customer } from './customer.ts'

function maskedProfile({ rules }: World, profile: Customer['profile']): View | null | undefined {
  if (profile === null || profile === undefined) return profile
  return 'ein' in profile
    ? { ...profile, ein: rules.ein(profile.ein) }
    : { ssn: rules.ssn(profile.ssn), dob: rules.dob(profile.dob) }
}

function whole({ rules }: World, customer: Customer): View {
  return {
    id: customer.id,
    name: customer.name,
    type: customer.type,
    email: customer.email,
    phone: customer.phone,
    status: customer.status,
    external_id: customer.externalId,
    address: customer.address,
    metadata: customer.metadata,
    config: { processing_method: customer.method, sandbox_outcome: customer.outcome },
    created_at: rules.instant(customer.createdAt),
    updated_at: rules.instant(customer.updatedAt),
  }
}

/** A customer as everybody may see it. */
export function customerView(world: World, customer: Customer): View {
  return {
    ...whole(world, customer),
    compliance_profile: maskedProfile(world, customer.profile),
    device: { ip_address: world.rules.ipAddress(customer.ip) },
  }
}

export function customerSummary(world: World, customer: Customer): View {
  const left = world.rules.summaryLeavesOut()
  return Object.fromEntries(Object.entries(customerView(world, customer)).filter(([name]) => !left.includes(name)))
}

/** A customer with all that is otherwise masked. */
export function unmaskedCustomer(world: World, customer: Customer): View {
  const { rules } = world
  const ip = rules.ipInUnmasked(customer.ip, rules.ipAddress(customer.ip))
  return { ...whole(world, customer), compliance_profile: customer.profile, device: { ip_address: ip } }
}

const checks = ['address', 'email', 'fraud', 'phone', 'synthetic'] as const

/** What the identity checks found; the sandbox finds the same in everyone. */
export function identityView(world: World, customer: Customer): View {
  const decision = customer.status === 'review' ? 'review' : customer.status === 'rejected' ? 'reject' : 'accept'
  const score = { risk_score: decision === 'accept' ? 0.05 : 0.6, correlation_score: 0.95 }
  const breakdown = checks.map((check) => [
    check,
    { decision, codes: [], ...score, correlation: decision === 'accept' ? 'high_confidence' : 'low_confidence' },
  ])
  return {
    review_id: customer.reviewId,
    decision,
    messages: {},
    breakdown: Object.fromEntries(breakdown) as View,
    kyc: kycView(decision, customer),
    created_at: world.rules.instant(customer.reviewedAt),
    updated_at: world.rules.instant(customer.reviewedAt),
  }
}

const validated = ['first_name', 'last_name', 'address', 'city', 'state', 'zip', 'phone', 'dob', 'ssn', 'email']

function kycView(decision: string, { type }: Customer): View | undefined {
  if (type === 'business') return undefined
  const matches = decision === 'accept'
  return { decision, codes: [], validations: Object.fromEntries(validated.map((field) => [field, matches])) }
}
