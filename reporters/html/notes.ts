import type { ClauseRow, ProviderRow } from '../../model/report.ts'
import { count } from '../figures.ts'
import { additiveText, madeUpKeyText } from '../wording.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

/** What a provider's run left to know besides its clauses. */
export function providerNotes(
  { additive, outages, apart, unmatched, leftovers, madeUpKey }: ProviderRow,
  rows: readonly ClauseRow[],
): Markup {
  return markup`${notes('Readings followed, where the documentation contradicts itself', rows.flatMap(readings))}
${notes('Key', madeUpKey === true ? [markup`<li>${madeUpKeyText}</li>`] : [])}
${notes(
  'Additive changes, not gaps by themselves',
  additive.map((change) => markup`<li>${additiveText(change)}</li>`),
)}
${notes(
  'Operations that answered with an outage, so that nothing is said of them',
  outages.map(
    ({ operation, status, times, exchange, curl }) =>
      markup`<li>${operation} answered ${status} (${count(times, 'time')}), first in exchange ${exchange}: <code>${curl}</code></li>`,
  ),
)}
${notes('Exchanges that were not judged', [
  ...apart.map(({ reason, times }) => markup`<li>${times} ${reason}</li>`),
  ...unmatched.map(({ path, times }) => markup`<li><code>${path}</code> (${count(times, 'time')})</li>`),
])}
${notes(
  'Created and not removed',
  leftovers.map(({ kind, id, reason }) => markup`<li>${kind} <code>${id}</code>: ${reason}</li>`),
)}`
}

function readings({ id, follows = [] }: ClauseRow): readonly Markup[] {
  return follows.map(
    ({ name, text, times }) =>
      markup`<li><a href="#${id}"><code>${id}</code></a> <b>${name}</b> ${text} (${count(times, 'time')})</li>`,
  )
}

function notes(title: string, items: readonly Markup[]): Markup {
  if (items.length === 0) return markup``
  return markup`<details class="section notes"><summary><h3>${title}</h3> <span class="counts">${items.length}</span></summary><ul>${items}</ul></details>`
}
