import { created, lookUp, readBody } from '../call.ts'
import type { Call, Handler, View } from '../call.ts'
import type { ProcessingMethod } from '../customers/customer.ts'
import { tell } from '../events.ts'
import { Refused } from '../refusal.ts'
import type { Metadata } from '../rules/metadata.ts'
import type { Scope, World } from '../world.ts'
import { bankAccountKey, bankOf } from './banks.ts'
import { verdictOn } from './change.ts'
import type { Paykey, PaykeyOutcome, PaykeySource } from './paykey.ts'
import { bankAccountLink, plaidLink, quilttLink, session } from './requests.ts'
import { finishLater } from './review.ts'
import { newPaykey, paykeyInEvent } from './view.ts'

interface Link {
  readonly customer_id: string
  readonly config?:
    | {
        readonly sandbox_outcome?: PaykeyOutcome | undefined
        readonly processing_method?: ProcessingMethod | undefined
      }
    | undefined
  readonly external_id?: string | null | undefined
  readonly metadata?: Metadata | null | undefined
}

interface BankAccount {
  readonly source: PaykeySource
  readonly routingNumber: string
  readonly accountNumber: string
  readonly accountType: 'checking' | 'savings'
}

/** The account of a customer that is to be linked, unless it may not be. */
function homeOf(call: Call, customerId: string): Scope {
  const { rules } = call.world
  const home = lookUp(call, customerId, ({ customers }) => customers)
  if (!rules.acceptsReference('customer', home !== undefined)) {
    throw new Refused('unprocessable', 'There is no such customer.', {
      items: [{ reference: rules.errorReference('paykey', 'customer_id'), detail: 'There is no such customer.' }],
    })
  }
  if (home === undefined) return call.scope
  if (!rules.mayLink(home.item.status)) {
    throw new Refused('unprocessable', `No paykey can be created for a customer that is ${home.item.status}.`)
  }
  return home.scope
}

function refuseBarred({ barred }: Scope, account: BankAccount): void {
  const code = barred.get(bankAccountKey(account))
  if (code !== undefined) {
    throw new Refused('unprocessable', `No paykey can be created: the bank account was returned with ${code}.`)
  }
}

function make({ rules, ids, clock }: World, link: Link, account: BankAccount): Paykey {
  const outcome = link.config?.sandbox_outcome ?? 'standard'
  const method = link.config?.processing_method ?? 'inline'
  const now = clock.now()
  const institution = bankOf(account.routingNumber)
  const status = rules.firstPaykeyStatus(method, rules.paykeyVerdict(outcome))
  const balance = { status: 'completed', cents: 1_000_000 + ids.number(9_000_000), updatedAt: now } as const
  return {
    id: ids.uuid(),
    token: `${ids.hex(8)}.02.${ids.hex(64)}`,
    customerId: link.customer_id.toLowerCase(),
    ...account,
    institution,
    label: rules.labelOf(institution, account.accountNumber),
    status,
    details: verdictOn(status, now),
    ...(rules.readsBalance(account.source) ? { balance } : {}),
    blocks: [],
    unblocked: 0,
    externalId: link.external_id,
    metadata: link.metadata && rules.storedMetadata(link.metadata, 'paykey'),
    outcome,
    method,
    reviewId: ids.uuid(),
    createdAt: now,
    updatedAt: now,
  }
}

function join(call: Call, link: Link, account: BankAccount): View {
  const { world } = call
  const scope = homeOf(call, link.customer_id)
  refuseBarred(scope, account)
  const made = make(world, link, account)
  const paykey = scope.paykeys.put(made.id, made)
  tell(world, scope, { resource: 'paykey', created: true, after: () => paykeyInEvent(world, paykey) })
  if (paykey.status === 'pending') finishLater(world, scope, paykey)
  return newPaykey(world, paykey)
}

export const linkBankAccount: Handler = (call) => {
  const sent = readBody(call, 'paykey', bankAccountLink(call.world.rules))
  const { routing_number: routingNumber, account_number: accountNumber, account_type: accountType } = sent
  return created(call, join(call, sent, { source: 'bank_account', routingNumber, accountNumber, accountType }))
}

/** The bank account that somebody else's token stands for. */
function accountBehind({ ids }: World, source: PaykeySource): BankAccount {
  const digits = String(100_000_000 + ids.number(900_000_000))
  return { source, routingNumber: '021000021', accountNumber: digits, accountType: 'checking' }
}

export const linkPlaid: Handler = (call) => {
  const sent = readBody(call, 'paykey', plaidLink(call.world.rules))
  return created(call, join(call, sent, accountBehind(call.world, 'plaid')))
}

export const linkQuiltt: Handler = (call) => {
  const sent = readBody(call, 'paykey', quilttLink(call.world.rules))
  const { unblock_eligible: _left, ...view } = join(call, sent, accountBehind(call.world, 'quiltt'))
  return created(call, view)
}

const encoded = (part: View): string => Buffer.from(JSON.stringify(part)).toString('base64url')

export const openSession: Handler = (call) => {
  const sent = readBody(call, 'bridge', session)
  homeOf(call, sent.customer_id)
  const claims = { sub: sent.customer_id, iat: call.world.clock.seconds(), exp: call.world.clock.seconds() + 1800 }
  const token = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}.${call.world.ids.token(43)}`
  return { status: call.world.rules.openedSessionStatus(), data: { bridge_token: token } }
}
