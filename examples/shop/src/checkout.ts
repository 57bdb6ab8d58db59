import type { Stripe } from 'stripe'

export interface Order {
  readonly id: string
  /** Total in the smallest unit of the currency. */
  readonly total: number
  readonly currency: string
  /** Token of the customer's card. */
  readonly card: string
}

export type Paid = { readonly paid: true; readonly charge: string } | { readonly paid: false; readonly why: string }

/** Charges an order once, however often it is called for it. */
export async function checkout(stripe: Stripe, { id, total, currency, card }: Order): Promise<Paid> {
  try {
    const charge = await stripe.charges.create(
      { amount: total, currency, source: card, metadata: { order: id } },
      { idempotencyKey: `order-${id}` },
    )
    return { paid: true, charge: charge.id }
  } catch (thrown) {
    const { type, code } = thrown as { readonly type?: string; readonly code?: string }
    if (type === 'StripeCardError') return { paid: false, why: code ?? 'card_declined' }
    throw thrown
  }
}
