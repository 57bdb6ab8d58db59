import type { Check } from '../../../../model/check.ts'
import type { Contract } from '../../../../model/contract.ts'
import type { JsonObject } from '../../../../model/json.ts'
import type { Judgement } from '../../../../model/judgement.ts'
import type { Law, Scenes } from '../../../../suites/laws/matrix.ts'
import type { Rules } from './shop.ts'
import { openShop } from './shop.ts'

/** How the shop's states are brought about. */
export const scenes: Scenes = {
  calls: {
    createThing: async (trial) => ({ body: { name: trial.unique('Thing '), size: { height: 1 } } }),
    readThing: async (trial) => ({ path: await aThing(trial) }),
    updateThing: async (trial) => ({ path: await aThing(trial) }),
    deleteThing: async (trial) => ({ path: await aThing(trial, { color: 'red' }) }),
    closeThing: async (trial) => ({ path: await aThing(trial) }),
  },
  lists: {
    listThings: {
      populate: async (trial, pause) => {
        const ids: string[] = []
        for (const [color, height] of [
          ['red', 1],
          ['blue', 2],
          ['red', 3],
          ['blue', 3],
          ['red', 5],
          ['green', 1],
        ] as const) {
          const made = await trial.given('createThing', { body: { color, height } })
          ids.push((made.response.json as { readonly id: string }).id)
          if (ids.length % 2 === 0) await pause()
        }
        return {
          ids,
          add: () => trial.given('createThing', { body: { color: 'red', height: 9 } }),
          touch: (thing) => trial.given('updateThing', { path: { thing }, body: { name: 'Touched' } }),
        }
      },
      fill: async (trial, count) => {
        const ids: string[] = []
        while (ids.length < count) ids.push((await aThing(trial)).thing)
        return { ids }
      },
    },
  },
  failures: { createThing: async () => ({ body: { name: 'cursed' } }) },
  references: { thing: async (trial) => (await aThing(trial)).thing },
  refusals: {
    unknown: ({ response }) => isStatus(response.status, 404),
    invalid: ({ response }) => isStatus(response.status, 400),
    usedKey: ({ response }) => isStatus(response.status, 409),
    inFlight: ({ response }) => isStatus(response.status, 409),
  },
}

function isStatus(actual: number, expected: number): Judgement {
  return actual === expected
    ? { says: 'kept', instances: 1 }
    : { says: 'departs', mismatches: [{ at: 'status', expected, actual }], instances: 1 }
}

async function aThing(
  trial: Parameters<Scenes['calls'][string]>[0],
  more: JsonObject = {},
): Promise<{ readonly thing: string }> {
  const made = await trial.given('createThing', { body: { name: trial.unique('Thing '), ...more } })
  return { thing: (made.response.json as { readonly id: string }).id }
}

/** What a law says of the shop with these lies told: `kept`, `departs` or `unobservable` by clause, at worst. */
export async function judged(
  law: Law,
  contract: Contract,
  lies: Partial<Rules> = {},
  calls: Scenes['calls'] = {},
): Promise<Readonly<Record<string, Judgement['says']>>> {
  const checks = law.of({ contract, scenes: { ...scenes, calls: { ...scenes.calls, ...calls } } }, 'thing')
  if (typeof checks === 'string') throw new Error(checks)
  const said: Record<string, Judgement['says']> = {}
  for (const check of checks) {
    for (const [clause, says] of await outcomes(check, lies)) {
      if (said[clause] === undefined || said[clause] === 'unobservable' || says === 'departs') said[clause] = says
    }
  }
  return said
}

async function outcomes(
  check: Check,
  lies: Partial<Rules>,
): Promise<readonly (readonly [string, Judgement['says']])[]> {
  const evidence = await check.arrange(openShop(lies), undefined)
  return Object.entries(check.judge).map(([clause, judge]) => [clause, judge(evidence, undefined).says] as const)
}

/** The clauses that the law says the shop breaks. */
export async function broken(
  law: Law,
  contract: Contract,
  lies: Partial<Rules>,
  calls: Scenes['calls'] = {},
): Promise<readonly string[]> {
  const said = await judged(law, contract, lies, calls)
  return Object.keys(said).filter((clause) => said[clause] === 'departs')
}
