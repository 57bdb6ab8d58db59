import type { Report } from '../../model/report.ts'
import { standingCounts } from '../arrange.ts'
import { shownCauses } from '../causes.ts'
import { grouped } from '../figures.ts'
import { cut } from '../printable.ts'
import { sourceNames, standings } from '../wording.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

type Option = readonly [value: string, name: string]

const papers: readonly Option[] = [
  ['gaps', 'causes and gaps'],
  ['causes', 'causes only'],
  ['clauses', 'a line for each clause'],
  ['screen', 'all that is open'],
]

/** The filter with what else is done to the whole list, which its script unhides: what is not chosen means all. */
export function toolbar(report: Report): Markup {
  const { clauses, providers } = report
  if (clauses.length === 0) return markup``
  const choices = standingCounts(clauses).map(([standing, count]) => {
    const { mark, name, meaning, severity } = standings[standing]
    return markup`<label class="chip ${severity}" title="${meaning}"><input type="checkbox" name="standing" value="${standing}"><span><span class="mark" aria-hidden="true">${mark}</span>${name} <b>${grouped(count)}</b></span></label>
`
  })
  const levels = [...new Set(clauses.map(({ level }) => level))].map((level): Option => [level, level])
  const sources = [...new Set(clauses.map(({ source }) => source.kind))].map((kind): Option => [
    kind,
    sourceNames[kind],
  ])
  const causes = shownCauses(report).map(({ cause }): Option => [cause.fingerprint, cut(cause.title, 60)])
  return markup`<form id="filter" class="toolbar" role="search" aria-label="Filter clauses" hidden>
<input type="search" name="text" placeholder="Search clauses, requests, answers, commands ( / )" aria-label="Words of a clause, request, answer or command" autocomplete="off" spellcheck="false">
${choice(
  'provider',
  'provider',
  providers.map(({ name, title }): Option => [name, title]),
)}
${choice('cause', 'cause', causes)}
${choice('level', 'level', levels)}
${choice('source', 'source', sources)}
<fieldset><legend class="unseen">Verdicts</legend>${choices}</fieldset>
<p class="actions"><button type="button" id="expand">Expand all</button><button type="button" id="collapse">Collapse all</button>
<label>Print <select id="paper">${papers.map(option)}</select></label><button type="button" id="print">Print</button></p>
<p id="shown" role="status"></p>
</form>
<p id="nothing" class="nothing" hidden>No clause matches the filter. <button type="button" id="clear">Clear the filter</button></p>`
}

/** A choice of one of several; where there is only one, there is nothing to choose. */
function choice(name: string, label: string, options: readonly Option[]): Markup {
  if (options.length < 2) return markup``
  return markup`<select name="${name}" aria-label="${label}"><option value="">any ${label}</option>${options.map(option)}</select>
`
}

function option([value, name]: Option): Markup {
  return markup`<option value="${value}">${name}</option>`
}
