import type { Metadata } from '../rules/metadata.ts'

export const customerStatuses = ['pending', 'review', 'verified', 'inactive', 'rejected'] as const
export type CustomerStatus = (typeof customerStatuses)[number]

export const customerOutcomes = ['standard', 'verified', 'rejected', 'review'] as const
export type CustomerOutcome = (typeof customerOutcomes)[number]

export const processingMethods = ['inline', 'background', 'skip'] as const
export type ProcessingMethod = (typeof processingMethods)[number]

interface Address {
  readonly address1: string
  readonly address2?: string | null | undefined
  readonly city: string
  readonly state: string
  readonly zip: string
}

export interface IndividualProfile {
  readonly ssn: string | null
  readonly dob: string | null
}

export interface BusinessProfile {
  readonly ein: string | null
  readonly legal_business_name: string | null
  readonly website?: string | null | undefined
  readonly representatives?:
    | readonly {
        readonly name: string
        readonly email?: string | null | undefined
        readonly phone?: string | null | undefined
      }[]
    | null
    | undefined
}

/** A person or business that pays or is paid. */
export interface Customer {
  readonly id: string
  readonly name: string
  readonly type: 'individual' | 'business'
  readonly email: string
  readonly phone: string
  readonly status: CustomerStatus
  readonly ip: string
  readonly address?: Address | null | undefined
  readonly profile?: IndividualProfile | BusinessProfile | null | undefined
  readonly externalId?: string | null | undefined
  readonly metadata?: Metadata | null | undefined
  readonly outcome: CustomerOutcome
  readonly method: ProcessingMethod
  readonly reviewId: string
  readonly reviewedAt: number
  readonly createdAt: number
  readonly updatedAt: number
}
