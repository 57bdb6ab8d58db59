import { nothing } from '../../../model/judgement.ts'
import type { Observer } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { isAbsent } from '../../vocabulary/judge.ts'
import { read } from '../../vocabulary/read.ts'

const clause = 'stripe.pagination.lists.without-total-count'

/** Clients of later versions ask for the count by `include[]=total_count`. */
const asksForCount = ({ request }: Exchange): boolean =>
  `${decodeURIComponent(request.path.replaceAll(/%(?![\da-f]{2})/gi, ''))}&${request.body}`.includes('total_count')

/** A list at its own URL has the four documented fields, and no count. */
export const listsHaveFourFields: Observer = {
  id: 'observer/lists-have-four-fields',
  clauses: () => [clause],
  watch: () => (exchange) => {
    const isList = exchange.direction === 'outbound' && read(exchange, '/object') === 'list'
    return [{ clause, judgement: isList && !asksForCount(exchange) ? isAbsent(exchange, '/total_count') : nothing }]
  },
}
