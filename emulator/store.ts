/** Accounts by API key, each made on first use, so that no two keys share state. */
export interface Accounts<Account> {
  (key: string): Account
  /** Answers with the account of a key, of which the next use makes a new one; undefined where it has none. */
  forget(key: string): Account | undefined
}

export function createAccounts<Account>(open: (key: string) => Account): Accounts<Account> {
  const accounts = new Map<string, Account>()
  const find = (key: string): Account => {
    const known = accounts.get(key)
    if (known !== undefined) return known
    const opened = open(key)
    accounts.set(key, opened)
    return opened
  }
  return Object.assign(find, {
    forget(key: string) {
      const account = accounts.get(key)
      accounts.delete(key)
      return account
    },
  })
}
