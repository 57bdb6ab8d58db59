/** Objects of one kind in the order in which they were made. */
export interface Collection<Item> {
  get(id: string): Item | undefined
  put(id: string, item: Item): Item
  remove(id: string): boolean
  oldestFirst(): readonly Item[]
  newestFirst(): readonly Item[]
  readonly size: number
}

export function createCollection<Item>(): Collection<Item> {
  const items = new Map<string, Item>()
  return {
    get: (id) => items.get(id),
    put(id, item) {
      items.set(id, item)
      return item
    },
    remove: (id) => items.delete(id),
    oldestFirst: () => [...items.values()],
    newestFirst: () => [...items.values()].toReversed(),
    get size() {
      return items.size
    },
  }
}

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
