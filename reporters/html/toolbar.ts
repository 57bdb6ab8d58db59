import type { Report } from '../../model/report.ts'
import { standingCounts } from '../arrange.ts'
import { grouped } from '../figures.ts'
import { standings } from '../wording.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

/** The filter, which its script unhides: text, and verdicts of which none chosen means all. */
export function toolbar({ clauses }: Report): Markup {
  if (clauses.length === 0) return markup``
  const choices = standingCounts(clauses).map(([standing, count]) => {
    const { mark, name, meaning, severity } = standings[standing]
    return markup`<label class="chip ${severity}" title="${meaning}"><input type="checkbox" name="standing" value="${standing}"><span><span class="mark" aria-hidden="true">${mark}</span>${name} <b>${grouped(count)}</b></span></label>
`
  })
  return markup`<form id="filter" class="toolbar" role="search" aria-label="Filter clauses" hidden>
<input type="search" id="text" placeholder="Filter by words, id or section  ( / )" aria-label="Words, id or section" autocomplete="off" spellcheck="false">
<fieldset><legend class="unseen">Verdicts</legend>${choices}</fieldset>
<p id="shown" role="status"></p>
</form>`
}
