import { createClock } from '../clock.ts'
import type { Clock } from '../clock.ts'
import type { Deliver } from '../http.ts'
import { createIds } from '../ids.ts'
import type { Ids } from '../ids.ts'
import type { EmulatorOptions } from '../module.ts'
import { createCollection } from '../collection.ts'
import { createAccounts } from '../store.ts'
import type { Collection } from '../collection.ts'
import type { Accounts } from '../store.ts'
import type { Charge } from './charge.ts'
import type { Rules } from './rules.ts'

/** What belongs to one key. */
export interface Account {
  readonly charges: Collection<Charge>
  /** Where payments are reported; set in the dashboard. */
  hook: string | undefined
}

/** Everything that one emulator holds. */
export interface World {
  readonly rules: Rules
  readonly clock: Clock
  readonly ids: Ids
  readonly everybody: Collection<Charge>
  readonly account: Accounts<Account>
  readonly deliver: Deliver
  /** Deliveries under way. */
  readonly deliveries: Set<Promise<void>>
}

export function createWorld(options: EmulatorOptions, rules: Rules): World {
  return {
    rules,
    clock: createClock(options),
    ids: createIds(options.seed, options.formIds),
    everybody: createCollection<Charge>(),
    account: createAccounts<Account>(() => ({ charges: createCollection<Charge>(), hook: undefined })),
    deliver: options.deliver,
    deliveries: new Set(),
  }
}

/** Forgets an account and its charges. */
export function forget({ account, everybody }: World, key: string): void {
  for (const { id } of account.forget(key)?.charges.oldestFirst() ?? []) everybody.remove(id)
}

/** Keeps a charge, new or changed, for its account. */
export function keep(world: World, account: Account, charge: Charge): Charge {
  if (!world.rules.isStored(charge)) return charge
  world.everybody.put(charge.id, charge)
  return account.charges.put(charge.id, charge)
}
