import { created, readBody } from '../call.ts'
import type { Call, Handler } from '../call.ts'
import { Refused } from '../refusal.ts'
import { accountAt, change, show } from './accounts.ts'
import type { EmbeddedAccount, EmbedStatus, LinkedBankAccount, Representative } from './embed.ts'
import { change as changeBankAccount } from './linked-bank-accounts.ts'
import { change as changeRepresentative } from './representatives.ts'
import { onboarding } from './requests.ts'

interface Belongings {
  readonly representatives: readonly Representative[]
  readonly bankAccounts: readonly LinkedBankAccount[]
}

function belongingsOf({ scope }: Call, { id }: EmbeddedAccount): Belongings {
  const { representatives, linkedBankAccounts } = scope.platform
  return {
    representatives: representatives.oldestFirst().filter(({ accountId }) => accountId === id),
    bankAccounts: linkedBankAccounts.oldestFirst().filter(({ accountId }) => accountId === id),
  }
}

/** Moves an account, and with it what belongs to it. */
function move(
  call: Call,
  item: EmbeddedAccount,
  status: EmbedStatus,
  along: (status: EmbedStatus) => boolean,
): EmbeddedAccount {
  const { representatives, bankAccounts } = belongingsOf(call, item)
  for (const person of representatives) if (along(person.status)) changeRepresentative(call, person, { status })
  for (const linked of bankAccounts) if (along(linked.status)) changeBankAccount(call, linked, { status })
  return change(call, item, { status })
}

export const onboard: Handler = (call) => {
  const { rules } = call.world
  const item = accountAt(call)
  const { terms_of_service: terms } = readBody(call, 'account', onboarding)
  const { representatives, bankAccounts } = belongingsOf(call, item)
  if (!rules.mayOnboard(item.status, representatives.length, bankAccounts.length)) {
    throw new Refused('unprocessable', 'Onboarding needs a new account with a representative and a bank account.')
  }
  return created(call, show(call, move(call, { ...item, terms }, 'onboarding', rules.onboardsAlong)))
}

/** Does what the review of an account would do; for the sandbox only. */
export const simulate: Handler = (call) => {
  const item = accountAt(call)
  const wanted = call.query.get('final_status') ?? 'active'
  if (wanted !== 'onboarding' && wanted !== 'active') {
    const detail = 'The value has to be one of: onboarding, active.'
    throw new Refused('malformed', detail, { items: [{ reference: 'final_status', detail }] })
  }
  const moves = (status: EmbedStatus): boolean => status === 'created' || status === 'onboarding'
  return created(call, show(call, move(call, item, wanted, moves)))
}
