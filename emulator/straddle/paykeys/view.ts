import type { View } from '../call.ts'
import type { StatusDetails } from '../payments/payment.ts'
import type { World } from '../world.ts'
import type { Paykey } from './paykey.ts'

export function detailsView({ rules }: World, { message, reason, source, code, changedAt }: StatusDetails): View {
  return { message, reason, source, changed_at: rules.instant(changedAt), code }
}

/** How much of a paykey is shown. */
interface Shown {
  readonly token: string
  readonly account: string
}

function summary(world: World, paykey: Paykey, { token, account }: Shown): View {
  const { rules } = world
  return {
    id: paykey.id,
    paykey: token,
    label: paykey.label,
    source: paykey.source,
    status: paykey.status,
    status_details: detailsView(world, paykey.details),
    customer_id: paykey.customerId,
    institution_name: paykey.institution,
    bank_data: { routing_number: paykey.routingNumber, account_number: account, account_type: paykey.accountType },
    external_id: paykey.externalId,
    config: { processing_method: paykey.method, sandbox_outcome: paykey.outcome },
    created_at: rules.instant(paykey.createdAt),
    updated_at: rules.instant(paykey.updatedAt),
  }
}

function balanceView({ rules }: World, { balance }: Paykey): View | undefined {
  if (balance === undefined) return undefined
  const updated = balance.updatedAt === undefined ? undefined : rules.instant(balance.updatedAt)
  return { status: balance.status, account_balance: balance.cents, updated_at: updated }
}

function whole(world: World, paykey: Paykey, shown: Shown): View {
  return { ...summary(world, paykey, shown), metadata: paykey.metadata, balance: balanceView(world, paykey) }
}

const masks = ({ rules }: World, paykey: Paykey): Shown => ({
  token: rules.paykeyToken(paykey.token),
  account: rules.accountNumber(paykey.accountNumber),
})

const eligible = ({ rules }: World, paykey: Paykey): View => ({ unblock_eligible: rules.unblockEligible(paykey) })

export function paykeyView(world: World, paykey: Paykey): View {
  const { token, account } = masks(world, paykey)
  const shown = { token: world.rules.paykeyInRead(paykey.token, token), account }
  return { ...whole(world, paykey, shown), ...eligible(world, paykey) }
}

export function paykeySummary(world: World, paykey: Paykey): View {
  const { token, account } = masks(world, paykey)
  const shown = { token: world.rules.paykeyInList(paykey.token, token), account }
  return { ...summary(world, paykey, shown), ...eligible(world, paykey) }
}

/** A new paykey, with the token that payments are made with. */
export function newPaykey(world: World, paykey: Paykey): View {
  const { token, account } = masks(world, paykey)
  const shown = { token: world.rules.paykeyOnCreation(paykey.token, token), account }
  return { ...whole(world, paykey, shown), ...eligible(world, paykey) }
}

export function revealedPaykey(world: World, paykey: Paykey): View {
  const { rules } = world
  const { token, account } = masks(world, paykey)
  return whole(world, paykey, {
    token: rules.paykeyInReveal(paykey.token, token),
    account: rules.accountNumberInReveal(paykey.accountNumber, account),
  })
}

export function unmaskedPaykey(world: World, paykey: Paykey): View {
  const { rules } = world
  const { token, account } = masks(world, paykey)
  return whole(world, paykey, {
    token: rules.paykeyInUnmasked(paykey.token, token),
    account: rules.accountNumberInUnmasked(paykey.accountNumber, account),
  })
}

/** A paykey as webhooks carry it: with its token, without its configuration. */
export function paykeyInEvent(world: World, paykey: Paykey): View {
  const { token, account } = masks(world, paykey)
  const shown = { token: world.rules.paykeyInEvent(paykey.token, token), account }
  const { config: _left, ...rest } = whole(world, paykey, shown)
  return { ...rest, status_details: { ...detailsView(world, paykey.details), code: paykey.details.code ?? null } }
}
