import type { Observation, Observer } from '../../model/check.ts'
import type { Resource } from '../../model/declaration.ts'
import { departs, each, kept } from '../../model/judgement.ts'
import { valueAt } from '../../model/json.ts'

/** Whatever an action was done to, its answer shows what it brings about. */
export const actionsBringAbout: Observer = {
  id: 'observer/actions-bring-about',
  clauses: ({ declaration }) => [
    ...new Set(
      Object.values(declaration.resources).flatMap(({ results = {} }) =>
        Object.values(results).flatMap((groups) => groups.map(({ clause }) => clause)),
      ),
    ),
  ],
  watch(contract) {
    const resources = Object.values(contract.declaration.resources).filter(({ results }) => results !== undefined)
    return ({ direction, operation = '', response }) => {
      if (direction === 'inbound' || response.status >= 300 || response.json === undefined) return []
      return resources.flatMap(({ at, results = {} }: Resource): readonly Observation[] =>
        (results[operation] ?? []).map(({ clause, shows }) => ({
          clause,
          judgement: each(Object.entries(shows), ([pointer, expected]) => {
            const actual = valueAt(response.json, `${at}${pointer}`)
            return actual === expected
              ? kept()
              : departs({ at: `${at}${pointer}`, expected, actual: actual ?? 'absent' })
          }),
        })),
      )
    }
  },
}
