import type { Metadata } from '../rules/metadata.ts'

export const embedStatuses = ['created', 'onboarding', 'active', 'rejected', 'inactive', 'canceled'] as const
export type EmbedStatus = (typeof embedStatuses)[number]

/** A business that one or more accounts belong to. */
export interface Organization {
  readonly id: string
  readonly name: string
  readonly externalId?: string | null | undefined
  readonly metadata?: Metadata | null | undefined
  readonly createdAt: number
  readonly updatedAt: number
}

/** An account of a platform, for which the platform may act. */
export interface EmbeddedAccount {
  readonly id: string
  readonly organizationId: string
  readonly accessLevel: 'standard' | 'managed'
  readonly status: EmbedStatus
  readonly profile: Readonly<Record<string, unknown>>
  readonly terms?: Readonly<Record<string, unknown>> | undefined
  readonly externalId?: string | null | undefined
  readonly metadata?: Metadata | null | undefined
  readonly createdAt: number
  readonly updatedAt: number
}

export interface Relationship {
  readonly primary: boolean
  readonly control: boolean
  readonly owner: boolean
  readonly percent_ownership?: number | null | undefined
  readonly title?: string | null | undefined
}

/** A person who answers for an account. */
export interface Representative {
  readonly id: string
  readonly accountId: string
  readonly firstName: string
  readonly lastName: string
  readonly dob: string
  readonly ssnLast4: string
  readonly email: string
  readonly mobile: string
  readonly relationship: Relationship
  readonly status: EmbedStatus
  readonly externalId?: string | null | undefined
  readonly metadata?: Metadata | null | undefined
  readonly createdAt: number
  readonly updatedAt: number
}

/** The bank account that an account is paid to, or pays from. */
export interface LinkedBankAccount {
  readonly id: string
  readonly accountId: string | null
  readonly platformId?: string | null | undefined
  readonly holder: string
  readonly routingNumber: string
  readonly accountNumber: string
  readonly purposes: readonly ('charges' | 'payouts' | 'billing')[]
  readonly description?: string | null | undefined
  readonly status: EmbedStatus
  readonly metadata?: Metadata | null | undefined
  readonly createdAt: number
  readonly updatedAt: number
}

export const capabilities = {
  charges: 'payment_type',
  payouts: 'payment_type',
  individuals: 'customer_type',
  businesses: 'customer_type',
  signed_agreement: 'consent_type',
  internet: 'consent_type',
} as const
export type Capability = keyof typeof capabilities

/** What an account asked to be able to do. */
export interface CapabilityRequest {
  readonly id: string
  readonly accountId: string
  readonly type: Capability
  readonly enable: boolean
  readonly settings?: Readonly<Record<string, number>> | undefined
  readonly createdAt: number
  readonly updatedAt: number
}
