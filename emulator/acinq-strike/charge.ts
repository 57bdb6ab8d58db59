/** What a create asks for, once it was found to be in order. */
export interface Wanted {
  readonly amount: number
  readonly currency: string
  readonly description: string
  readonly customerId: string
}

/** A charge as it is kept; times in milliseconds since the epoch. */
export interface Charge extends Wanted {
  readonly id: string
  readonly paymentHash: string
  readonly paymentRequest: string
  readonly expiresAt: number
  readonly paid: boolean
  readonly createdAt: number
  readonly updatedAt: number
}

/** A charge as it is shown. */
export type ChargeView = Readonly<Record<string, string | number | boolean>>
