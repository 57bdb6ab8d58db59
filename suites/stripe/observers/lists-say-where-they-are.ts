import type { Observer } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { each, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { isObject, valueAt } from '../../../model/json.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { holds } from '../../vocabulary/judge.ts'
import { objectsIn } from './objects-in.ts'

const url = 'stripe.pagination.url.gives-the-list'
const count = 'stripe.pagination.embedded.total-count'

/** A list that is answered has the URL that was asked, one inside an object names the object; and that one counts what it holds. */
export const listsSayWhereTheyAre: Observer = {
  id: 'observer/lists-say-where-they-are',
  clauses: () => [url, count],
  watch: () => (exchange) => {
    if (exchange.direction === 'inbound' || exchange.response.status >= 300) return []
    const body = exchange.response.json
    const inside = objectsIn(body, 'list').flatMap(({ at, object }) =>
      at === '' ? [] : [{ at, list: object, owner: valueAt(body, `${at.slice(0, at.lastIndexOf('/'))}/id`) }],
    )
    return [
      { clause: url, judgement: isWhereItWas(exchange) },
      { clause: url, judgement: each(inside, ({ at, list, owner }) => names(list, at, owner)) },
      { clause: count, judgement: each(inside, ({ at, list }) => counts(list, at)) },
    ]
  },
}

/** Below whatever prefix the API is at. */
function isWhereItWas({ operation = '', request, response }: Exchange): Judgement {
  const body = response.json
  if (!operation.startsWith('list') || !isObject(body) || typeof body['url'] !== 'string') return nothing
  const asked = request.path.replace(/[?#].*$/s, '')
  return holds(body['url'].replace(/[?#].*$/s, '').endsWith(asked), '/url', asked, body['url'])
}

function names(list: JsonObject, at: string, owner: Json | undefined): Judgement {
  const { url: shown } = list
  if (typeof shown !== 'string' || typeof owner !== 'string' || !/^[a-z]+_\w+$/.test(owner)) return nothing
  return holds(shown.includes(owner), `${at}/url`, `a url of ${owner}`, shown)
}

function counts({ data, has_more: more, total_count: total }: JsonObject, at: string): Judgement {
  if (!Array.isArray(data) || typeof total !== 'number' || typeof more !== 'boolean') return nothing
  return more
    ? holds(total > data.length, `${at}/total_count`, { 'at least': data.length + 1 }, total)
    : holds(total === data.length, `${at}/total_count`, data.length, total)
}
