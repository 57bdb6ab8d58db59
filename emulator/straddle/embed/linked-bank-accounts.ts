import { created, found, notFound, readBody } from '../call.ts'
import type { Call, Handler, View } from '../call.ts'
import { tell } from '../events.ts'
import { anyOf, exactly } from '../filters.ts'
import { page } from '../list.ts'
import type { Listing } from '../list.ts'
import { Refused } from '../refusal.ts'
import { scopeOf } from './accounts.ts'
import { embedStatuses } from './embed.ts'
import type { LinkedBankAccount } from './embed.ts'
import { existingAccount } from './representatives.ts'
import { bankAccountCreation, bankAccountUpdate } from './requests.ts'
import { linkedBankAccountView, unmaskedBankAccount } from './view.ts'

function linkedAt({ scope, params }: Call): LinkedBankAccount {
  const id = params['linked_bank_account_id'] ?? ''
  return scope.platform.linkedBankAccounts.get(id.toLowerCase()) ?? notFound('linked bank account')
}

/** Changes some of a linked bank account, and tells of it. */
export function change(call: Call, item: LinkedBankAccount, parts: Partial<LinkedBankAccount>): LinkedBankAccount {
  const { world, scope } = call
  const updatedAt = world.rules.touched(item.updatedAt, world.clock.now())
  const changed = scope.platform.linkedBankAccounts.put(item.id, { ...item, ...parts, updatedAt })
  const before = (): View => linkedBankAccountView(world, item)
  const after = (): View => linkedBankAccountView(world, changed)
  tell(world, scopeOf(call, item.accountId), { resource: 'linked_bank_account', created: false, before, after })
  return changed
}

export const createLinkedBankAccount: Handler = (call) => {
  const { world, scope } = call
  const sent = readBody(call, 'linked_bank_account', bankAccountCreation(world.rules))
  const now = world.clock.now()
  const made: LinkedBankAccount = {
    id: world.ids.uuid(),
    accountId: sent.account_id ? existingAccount(call, 'linked_bank_account', sent.account_id) : null,
    platformId: sent.account_id ? sent.platform_id : (sent.platform_id ?? scope.platform.id),
    holder: sent.bank_account.account_holder,
    routingNumber: sent.bank_account.routing_number,
    accountNumber: sent.bank_account.account_number,
    purposes: sent.purposes ?? ['charges', 'payouts'],
    description: sent.description,
    status: 'created',
    metadata: sent.metadata && world.rules.storedMetadata(sent.metadata, 'linked_bank_account'),
    createdAt: now,
    updatedAt: now,
  }
  const view = linkedBankAccountView(world, scope.platform.linkedBankAccounts.put(made.id, made))
  tell(world, scopeOf(call, made.accountId), { resource: 'linked_bank_account', created: true, after: () => view })
  return created(call, view)
}

export const getLinkedBankAccount: Handler = (call) => found(linkedBankAccountView(call.world, linkedAt(call)))
export const unmaskLinkedBankAccount: Handler = (call) => found(unmaskedBankAccount(call.world, linkedAt(call)))

export const updateLinkedBankAccount: Handler = (call) => {
  const { rules } = call.world
  const item = linkedAt(call)
  const sent = readBody(call, 'linked_bank_account', bankAccountUpdate(rules))
  if (!rules.mayUpdateBankAccount(item.status)) {
    throw new Refused('unprocessable', `A linked bank account that is ${item.status} cannot be changed.`)
  }
  const parts = {
    holder: sent.bank_account.account_holder,
    routingNumber: sent.bank_account.routing_number,
    accountNumber: sent.bank_account.account_number,
    metadata: rules.updatedMetadata(item.metadata, sent.metadata),
  }
  return found(linkedBankAccountView(call.world, change(call, item, parts)))
}

export const cancelLinkedBankAccount: Handler = (call) => {
  const { rules } = call.world
  const item = linkedAt(call)
  if (!rules.mayCancelBankAccount(item.status)) {
    throw new Refused('unprocessable', `A linked bank account that is ${item.status} cannot be cancelled.`)
  }
  return found(linkedBankAccountView(call.world, change(call, item, { status: rules.cancelledBankAccount() })))
}

const listing: Listing<LinkedBankAccount> = {
  name: 'linked_bank_accounts',
  sorts: { id: ({ id }) => id, created_at: ({ createdAt }) => createdAt },
  defaultSort: 'id',
  filters: {
    account_id: exactly(({ accountId }) => accountId, 'uuid'),
    level: anyOf(['account', 'platform'], ({ accountId }) => (accountId === null ? 'platform' : 'account')),
    status: anyOf(embedStatuses, ({ status }) => status),
    purpose: {
      keeps: (rules, { purposes }, [wanted = '']) => purposes.some((purpose) => rules.matchesExactly(purpose, wanted)),
    },
  },
  view: ({ world }, item) => linkedBankAccountView(world, item),
}

export const listLinkedBankAccounts: Handler = (call) =>
  page(call, listing, call.scope.platform.linkedBankAccounts.oldestFirst())
