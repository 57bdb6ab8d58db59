import type { Finding } from '../../model/report.ts'
import { cut } from '../printable.ts'
import { exchangeBlock } from './exchange.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'
import type { Proofs, Stop } from './proofs.ts'

/** One exchange that a finding or a stop rests on: in full where it is met first, as a link elsewhere. */
export function evidenceLine(id: number, of: Finding | Stop, { exchanges, shownAt }: Proofs): Markup {
  const exchange = exchanges.get(id)
  const shows = of.exchange === id
  if (exchange === undefined) return markup`<p class="quiet">Exchange ${id} was not stored.</p>`
  if (shownAt.get(id) !== of) {
    const { request, response } = exchange
    return markup`<p class="again${shows ? ' shows' : ''}"><a href="#exchange-${id}">Exchange ${id}</a>: ${request.method} ${cut(request.path, 120)} → ${response.status}${shows ? ', shows it' : ''}, in full further up</p>`
  }
  return exchangeBlock(exchange, shows)
}
