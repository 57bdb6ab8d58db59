import type { ClauseRow, Finding, Report } from '../../model/report.ts'
import { leadingCauses, shownCauses } from '../causes.ts'
import type { ShownCause } from '../causes.ts'
import { count, grouped } from '../figures.ts'
import { cut, place } from '../printable.ts'
import { severityMarks } from '../wording.ts'
import { standingOf } from '../arrange.ts'
import { standings } from '../wording.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

const shownValue = 200
// Longer lists of what a cause blocks are folded: they say how far it reaches, and nothing of how to mend it.
const shownLinks = 10

/** What is to be mended, one entry for each origin, with its proof and links to what it breaks and blocks. */
export function causeList(report: Report): Markup {
  const causes = shownCauses(report)
  if (causes.length === 0) return markup``
  const rows = new Map(report.clauses.map((row) => [`${row.provider} ${row.id}`, row]))
  const titles = new Map(report.providers.map(({ name, title }) => [name, title]))
  const several = report.providers.length > 1
  const leading = leadingCauses(causes)
  const others = causes.filter((shown) => !leading.includes(shown))
  const list = (shown: readonly ShownCause[]): readonly Markup[] =>
    shown.map((one) => causeItem(one, rows, several ? titles.get(one.cause.provider) : undefined))
  return markup`<section class="causes" id="causes" aria-labelledby="causes-title">
<h2 id="causes-title">What to mend <span class="quiet">${count(causes.length, 'cause')}, what fails and reaches farthest first</span></h2>
<ol>${list(leading)}</ol>
${others.length === 0 ? undefined : markup`<details class="more"><summary>${count(others.length, 'more cause')}</summary><ol>${list(others)}</ol></details>`}
</section>`
}

function causeItem(
  { cause, row, reach }: ShownCause,
  rows: ReadonlyMap<string, ClauseRow>,
  provider: string | undefined,
): Markup {
  const { fingerprint, severity, title, breaks, blocks } = cause
  const rowsOf = (ids: readonly string[]): readonly ClauseRow[] =>
    ids.flatMap((id) => rows.get(`${cause.provider} ${id}`) ?? [])
  return markup`<li class="cause ${severity}" id="cause-${fingerprint}"><details>
<summary><span class="mark" aria-hidden="true">${severityMarks[severity]}</span><strong>${withCode(title)}</strong><span class="reach">${provider === undefined ? undefined : markup`${provider}: `}${reach}</span></summary>
<div class="inside">
${row === undefined ? undefined : best(row)}
<h3>${count(breaks.length, 'clause')} broken</h3>
<ul class="links">${rowsOf(breaks).map(clauseLink)}</ul>
${blocked(rowsOf(blocks))}
<p><button type="button" class="only" data-cause="${fingerprint}" hidden>Show only these clauses below</button></p>
</div></details></li>
`
}

/** The finding that proves a cause best, as short as it can be said. */
function best({ id, text, findings: [finding] }: ClauseRow): Markup {
  return markup`<p>Best proof: <a href="#${id}">${text}</a></p>
${finding === undefined ? undefined : proofLines(finding)}`
}

function proofLines({ at, expected, actual, curl }: Finding): Markup {
  return markup`<dl class="best"><div><dt>at</dt><dd><code>${place(at)}</code></dd></div>
<div><dt>expected</dt><dd><code>${cut(JSON.stringify(expected), shownValue)}</code></dd></div>
<div><dt>actual</dt><dd><code>${cut(JSON.stringify(actual), shownValue)}</code></dd></div></dl>
${curl === '' ? undefined : markup`<div class="command"><span class="label">curl</span><pre tabindex="0">${cut(curl, 20_000)}</pre></div>`}`
}

function blocked(rows: readonly ClauseRow[]): Markup {
  if (rows.length === 0) return markup``
  const list = markup`<ul class="links">${rows.map(clauseLink)}</ul>`
  return rows.length <= shownLinks
    ? markup`<h3>${count(rows.length, 'clause')} blocked</h3>${list}`
    : markup`<details class="more"><summary>${grouped(rows.length)} clauses blocked</summary>${list}</details>`
}

function clauseLink(row: ClauseRow): Markup {
  const { mark, severity } = standings[standingOf(row)]
  return markup`<li><span class="mark ${severity}" aria-hidden="true">${mark}</span> <a href="#${row.id}"><code>${row.id}</code></a> <span class="text">${row.text}</span></li>
`
}

/** Text in which what stands between backticks is code. */
function withCode(text: string): readonly Markup[] {
  return text.split('`').map((part, index) => (index % 2 === 0 ? markup`${part}` : markup`<code>${part}</code>`))
}
