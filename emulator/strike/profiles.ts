import type { Account } from './account.ts'
import { refuse } from './codes.ts'
import type { Refusal } from './codes.ts'
import type { Context, Handler, Served } from './world.ts'

export const retrieveProfile: Handler = (context) => {
  const { world, rules, account, params } = context
  return profileOf(
    context,
    rules.profileById(world.accounts.oldestFirst(), (params['id'] ?? '').toLowerCase(), account),
  )
}

export const retrieveProfileByHandle: Handler = (context) => {
  const { world, rules, account, params } = context
  return profileOf(context, rules.profileByHandle(world.accounts.oldestFirst(), params['handle'] ?? '', account))
}

function profileOf({ rules }: Context, account: Account | undefined): Served | Refusal {
  if (account === undefined || !rules.isVisible(account)) return refuse('NOT_FOUND')
  const currencies = account.currencies.map(rules.shownCurrency)
  return { status: 200, body: { ...rules.shownProfile(account), currencies } }
}
