import { departs, each, kept, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { Observer } from '../../../model/check.ts'
import { compareInstants } from '../../../model/instant.ts'
import { valueAt } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'

const clause = 'straddle.times.order.updated-after-created'

/** No resource of any answer was updated before it was created. */
export const updatesFollowCreation: Observer = {
  id: 'straddle/observers/updates-follow-creation',
  clauses: () => [clause],
  watch:
    () =>
    ({ direction, response }) => {
      const data = valueAt(response.json, '/data')
      if (direction === 'inbound' || data === undefined) return []
      const resources = Array.isArray(data)
        ? (data as readonly Json[]).map((resource, index) => ({ resource, place: `/data/${index}` }))
        : [{ resource: data, place: '/data' }]
      const dated = resources.filter(
        ({ resource }) =>
          typeof valueAt(resource, '/created_at') === 'string' && typeof valueAt(resource, '/updated_at') === 'string',
      )
      return dated.length === 0 ? [] : [{ clause, judgement: each(dated, turnedAround) }]
    },
}

function turnedAround({ resource, place }: { readonly resource: Json; readonly place: string }): Judgement {
  const [created, updated] = [valueAt(resource, '/created_at'), valueAt(resource, '/updated_at')] as readonly string[]
  const order = compareInstants(updated, created)
  if (created === undefined || updated === undefined || order === undefined) return nothing
  if (order >= 0) return kept()
  return departs({ at: `${place}/updated_at`, expected: `not before ${created}`, actual: updated })
}
