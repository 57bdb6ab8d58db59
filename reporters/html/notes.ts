import type { ClauseRow, ProviderRow } from '../../model/report.ts'
import { groupInOrder } from '../arrange.ts'
import { count, grouped } from '../figures.ts'
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
${notes('Created and not removed', leftoverLines(leftovers), leftovers.length)}`
}

function readings({ id, follows = [] }: ClauseRow): readonly Markup[] {
  return follows.map(
    ({ name, text, times }) =>
      markup`<li><a href="#${id}"><code>${id}</code></a> <b>${name}</b> ${text} (${count(times, 'time')})</li>`,
  )
}

/** The ids by kind and reason: there may be hundreds of one. */
function leftoverLines(leftovers: ProviderRow['leftovers']): readonly Markup[] {
  const groups = groupInOrder(leftovers, ({ kind, reason }) => `${kind}: ${reason}`)
  return [...groups].map(
    ([what, group]) =>
      markup`<li>${grouped(group.length)} ${what} <span class="ids">${group.map(({ id }) => markup`<code>${id}</code> `)}</span></li>`,
  )
}

function notes(title: string, items: readonly Markup[], number = items.length): Markup {
  if (items.length === 0) return markup``
  return markup`<details class="section notes"><summary><h3>${title}</h3> <span class="counts">${grouped(number)}</span></summary><ul>${items}</ul></details>`
}
