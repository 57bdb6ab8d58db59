import { count } from '../figures.ts'
import { cut } from '../printable.ts'
import { evidenceLine } from './evidence.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'
import type { Proofs, Stop } from './proofs.ts'

const shownText = 20_000

/** An answer from which a check could not go on, with the command that repeats the request. */
export function stopBlock(stop: Stop, proofs: Proofs): Markup {
  const { reason, times, exchange, curl } = stop
  return markup`<article class="finding stop">
<h4>could not go on: ${reason} <span class="quiet">${count(times, 'time')}</span></h4>
${curl === undefined ? undefined : markup`<div class="proof"><div class="curl command"><span class="label">curl</span><pre tabindex="0">${cut(curl, shownText)}</pre></div></div>`}
${exchange === undefined ? undefined : evidenceLine(exchange, stop, proofs)}
</article>
`
}
