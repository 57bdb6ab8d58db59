import type { Account, AccountCurrency } from '../account.ts'

/** What others see of an account. */
export const profileRules = {
  isVisible: (account: Account): boolean => !account.isPrivate,

  shownCurrency: (currency: AccountCurrency): Readonly<Record<string, unknown>> => ({ ...currency }),

  shownProfile: (account: Account): Readonly<Record<string, unknown>> => ({
    id: account.id,
    handle: account.handle,
    ...(account.avatarUrl === undefined ? {} : { avatarUrl: account.avatarUrl }),
    ...(account.description === undefined ? {} : { description: account.description }),
    canReceive: account.canReceive,
  }),

  /** The account of an id; the caller is of no account here. */
  profileById: (accounts: readonly Account[], id: string, _caller: Account): Account | undefined =>
    accounts.find((account) => account.id === id),

  profileByHandle: (accounts: readonly Account[], handle: string, _caller: Account): Account | undefined =>
    accounts.find((account) => account.handle === handle),
}
