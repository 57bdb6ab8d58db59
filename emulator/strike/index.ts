import { createHash } from 'node:crypto'
import { createClock } from '../clock.ts'
import type { Emulator, EmulatorRequest, EmulatorResponse } from '../http.ts'
import { createIds } from '../ids.ts'
import type { EmulatorOptions, Model } from '../module.ts'
import { createRouter } from '../router.ts'
import { createCollection } from '../collection.ts'
import { createAccounts } from '../store.ts'
import { openAccount } from './account.ts'
import type { Account } from './account.ts'
import { responseTo } from './answers.ts'
import { refuse } from './codes.ts'
import type { Refusal } from './codes.ts'
import { faults } from './departures.ts'
import { admit, refusesAll, refusesOperation } from './gate.ts'
import { pullLever } from './levers.ts'
import { routes } from './routes.ts'
import { honest } from './rules.ts'
import type { Rules } from './rules.ts'
import { isRefusal } from './world.ts'
import type { Served, World } from './world.ts'

export type { Rules } from './rules.ts'

const routeOf = createRouter(routes)

/** Strike API v1. */
export const model: Model<Rules> = { honest, create, faults }

function create(options: EmulatorOptions, rules: Rules): Emulator {
  const underWay = new Set<Promise<void>>()
  const world = createWorld(options, rules, underWay)
  const accountOf = createAccounts<Account>((key) => {
    const account = openAccount(key, world.ids, world.now())
    return world.accounts.put(account.id, account)
  })

  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay)
  }

  return {
    handle: (request) => answer(world, request, accountOf),
    now: () => world.clock.now(),
    async advance(seconds) {
      await settled()
      await world.clock.advance(seconds)
      await settled()
    },
    lever: async (name, key, details) => pullLever(world, accountOf(key), name, details),
    reset: async (key) => forget(world, accountOf.forget(key)),
    settled,
  }
}

/** Forgets an account with its invoices and quotes, and what is still to be delivered for it. */
function forget({ accounts, invoices, quotes, clock }: World, account: Account | undefined): void {
  if (account === undefined) return
  const own = invoices.oldestFirst().filter(({ issuerId, receiverId }) => [issuerId, receiverId].includes(account.id))
  const gone = new Set(own.map(({ invoiceId }) => invoiceId))
  for (const id of gone) invoices.remove(id)
  for (const { quoteId, invoiceId } of quotes.oldestFirst()) if (gone.has(invoiceId)) quotes.remove(quoteId)
  accounts.remove(account.id)
  clock.drop(account)
}

function createWorld(options: EmulatorOptions, rules: Rules, underWay: Set<Promise<void>>): World {
  const clock = createClock(options)
  let last = 0
  const now = (): number => Math.max(clock.now() * 1000, last)
  return {
    rules,
    clock,
    ids: createIds(options.seed, options.formIds),
    deliver: options.deliver,
    nodeKey: createHash('sha256').update(`node ${options.seed}`).digest('hex'),
    accounts: createCollection(),
    invoices: createCollection(),
    quotes: createCollection(),
    now,
    stamp: () => (last = Math.max(clock.now() * 1000, last + 1)),
    track(work) {
      const watched = work.finally(() => underWay.delete(watched))
      underWay.add(watched)
    },
  }
}

async function answer(
  world: World,
  request: EmulatorRequest,
  accountOf: (key: string) => Account,
): Promise<EmulatorResponse> {
  const account = admit(world, request.headers, accountOf)
  if (isRefusal(account)) return responseTo(world, account, { on: false, body: request.body })
  const outcome = await outcomeOf(world, request, account)
  return responseTo(world, outcome, { on: account.settings.debug, body: request.body })
}

async function outcomeOf(
  world: World,
  { method, url, body }: EmulatorRequest,
  account: Account,
): Promise<Served | Refusal> {
  const { rules } = world
  const [, version = '', path = '', query = ''] = /^\/([^/?]*)([^?]*)\??(.*)$/s.exec(url) ?? []
  const match = rules.isServedVersion(version) ? routeOf(method, path) : undefined
  const route = match?.kind === 'found' ? match.handler : undefined
  const refused = refusesAll(world, account, route?.operation ?? '')
  if (refused !== undefined) return refused
  if (match?.kind !== 'found' || route === undefined) return refuse(rules.unknownPathCode)
  const refusedOperation = refusesOperation(world, account, route.operation)
  return refusedOperation ?? route.handler({ world, rules, account, params: match.params, query, body })
}
