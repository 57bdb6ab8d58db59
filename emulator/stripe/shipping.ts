import type { ShownObject } from './endpoint.ts'
import { hash, required, string } from './fields.ts'
import type { InputOf } from './fields.ts'
import type { Shipping } from './records.ts'

const address = hash({
  city: string(),
  country: string(),
  line1: required(string()),
  line2: string(),
  postal_code: string(),
  state: string(),
})

const recipient = { address: required(address), name: required(string()), phone: string() }

/** Where a customer's goods go. */
export const customerShipping = hash(recipient)

const parcel = { ...recipient, carrier: string(), tracking_number: string() }

/** Where the goods of one charge go, and how. */
export const chargeShipping = hash(parcel)

type ShippingInput = Omit<InputOf<typeof parcel>, 'carrier' | 'tracking_number'> &
  Partial<Pick<InputOf<typeof parcel>, 'carrier' | 'tracking_number'>>

/** Shipping data as it is kept. */
export function shippingOf(input: ShippingInput | null | undefined): Shipping | null {
  if (input === null || input === undefined) return null
  const { city, country, line1, line2, postal_code, state } = input.address
  return {
    address: {
      city: city ?? null,
      country: country ?? null,
      line1,
      line2: line2 ?? null,
      postal_code: postal_code ?? null,
      state: state ?? null,
    },
    name: input.name,
    phone: input.phone ?? null,
    ...('carrier' in input ? { carrier: input.carrier ?? null, tracking_number: input.tracking_number ?? null } : {}),
  }
}

export function showShipping(shipping: Shipping | null): ShownObject | null {
  return shipping === null ? null : { ...shipping, address: { ...shipping.address } }
}
