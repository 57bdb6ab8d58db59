import { all, departs, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { compareInstants, millisecondsOf } from '../../model/instant.ts'
import { kebab } from '../laws/kebab.ts'
import { read } from '../vocabulary/read.ts'
import { scenes } from './matrix.ts'

const at = '/data/updated_at'
/** How far the clocks of two machines may be apart. */
const tolerance = 5 * 60 * 1000
/** What changes a resource without waiting for anything. */
const changes = new Set([
  'updateCustomer',
  'decideCustomer',
  'cancelPaykey',
  'decidePaykey',
  'updateCharge',
  'holdCharge',
  'cancelCharge',
  'updatePayout',
  'holdPayout',
  'cancelPayout',
  'updateAccount',
  'simulateAccount',
  'updateLinkedBankAccount',
  'cancelLinkedBankAccount',
  'updateRepresentative',
])

interface Changed {
  readonly before: Exchange
  readonly unread: Exchange
  readonly after: Exchange
  readonly now: number
}

/** Reading a resource an hour later leaves the time of its last change; changing it moves that to now. */
function moves({ before, unread, after, now }: Changed): Judgement {
  const [first, again, last] = [before, unread, after].map((answer) => read(answer, at))
  return all(
    compareInstants(again, first) === 0
      ? kept()
      : departs({ at, expected: first ?? 'absent', actual: again ?? 'absent', in: unread }),
    Math.abs(millisecondsOf(last) - now) <= tolerance && (compareInstants(last, again) ?? 0) > 0
      ? kept()
      : departs({ at, expected: { about: new Date(now).toISOString() }, actual: last ?? 'absent', in: after }),
  )
}

/** Each change of a resource moves the time of its last change, and nothing else does. */
export function updates({ declaration }: Contract): readonly Check[] {
  return Object.values(declaration.resources).flatMap(({ retrieve, update, act, parameter = '' }) =>
    [update, ...act]
      .filter((operation) => operation !== undefined && changes.has(operation))
      .map((operation = '') =>
        example<Changed>(`straddle/times/updated-by-${kebab(operation)}`, {
          needs: ['clock'],
          arrange: async (trial) => {
            const { path = {}, ...call } = (await scenes.calls[operation]?.(trial)) ?? {}
            const see = () => trial.given(retrieve ?? '', { path: { [parameter]: path[parameter] ?? '' } })
            const before = await see()
            await trial.advance(1)
            const unread = await see()
            await trial.advance(2)
            await trial.given(operation, { ...call, path })
            return { before, unread, after: await see(), now: trial.now() }
          },
          judge: { 'straddle.times.instants.updated': moves },
        }),
      ),
  )
}
