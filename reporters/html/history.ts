import type { ClauseRow, ProviderPast, Report, RunPoint } from '../../model/report.ts'
import { changesOf, comparedWith, pastText, stuckText } from '../changes.ts'
import { count, moment } from '../figures.ts'
import { outcomeNames, outcomeSeverities } from '../wording.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

const shownRows = 50
const height = 24
const step = 8

/** What changed against earlier runs, and the trend of each provider. */
export function historySection(report: Report): Markup {
  const changes = changesOf(report)
  if (changes === undefined || report.history === undefined) return markup``
  const { news, mended, unjudged, stuck, notes } = changes
  const before = comparedWith(report)
  const title = before === undefined ? 'Earlier runs' : `Changes since ${moment(before)}`
  const titles = new Map(report.providers.map(({ name, title: shown }) => [name, shown]))
  return markup`<section class="changes" id="changes" aria-labelledby="changes-title">
<h2 id="changes-title">${title}</h2>
${trendTable(report.history.providers, titles)}
${rowList('new', 'New gaps', 'fail', news)}
${rowList('mended', 'Mended', 'ok', mended)}
${unjudged.map(({ reason, rows }) => rowList('unjudged', `No longer judged, ${reason}`, 'open', rows))}
${stuck.length === 0 ? undefined : markup`<details class="stuck"><summary>${count(stuck.length, 'clause')} that several runs in a row could not judge</summary><ul>${stuck.slice(0, shownRows).map((one) => markup`<li><a href="#${one.clause}"><code>${one.clause}</code></a> <span class="quiet">${stuckText(one)}</span></li>`)}</ul></details>`}
${notes.map((note) => markup`<p class="quiet">${note}</p>`)}
</section>`
}

function rowList(kind: string, title: string, severity: string, rows: readonly ClauseRow[]): Markup {
  if (rows.length === 0) return markup``
  const hidden = rows.length - shownRows
  const items = rows
    .slice(0, shownRows)
    .map(
      ({ id, text, past }) =>
        markup`<li><a href="#${id}">${text}</a> <code>${id}</code> <span class="quiet">${past === undefined ? '' : pastText(past)}</span></li>`,
    )
  return markup`<details class="${kind}"${kind === 'unjudged' ? undefined : markup` open`}><summary><span class="badge ${severity}">${title}</span> <b>${rows.length}</b></summary>
<ul>${items}</ul>${hidden > 0 ? markup`<p class="quiet">and ${hidden} more below</p>` : undefined}</details>`
}

function trendTable(providers: readonly ProviderPast[], titles: ReadonlyMap<string, string>): Markup {
  const shown = providers.filter(({ points }) => points.length > 1)
  if (shown.length === 0) return markup``
  return markup`<table class="trend"><thead><tr><th scope="col">Provider</th><th scope="col">Runs, the latest at the right</th><th scope="col">Failing gaps</th><th scope="col" class="number">Now</th></tr></thead>
<tbody>${shown.map(
    ({ name, points }) => markup`<tr><th scope="row">${titles.get(name) ?? name}</th>
<td data-label="Runs">${strip(points)}</td><td data-label="Failing gaps">${sparkline(points)}</td>
<td data-label="Now" class="number">${points.at(-1)?.failing ?? 0}</td></tr>`,
  )}</tbody></table>`
}

/** Each run as a cell in the colour of its outcome; a run of a part of the suite is lower. */
function strip(points: readonly RunPoint[]): Markup {
  const cells = points.map((point, index) => {
    const top = point.narrowed === true ? height / 2 : 0
    const said = `${moment(point.startedAt)}: ${outcomeNames[point.outcome]}, ${count(point.failing, 'failing gap')}, ${point.judged} of ${point.clauses} judged${point.narrowed === true ? ', a part of the suite' : ''}`
    return markup`<rect class="${outcomeSeverities[point.outcome]}" x="${index * step}" y="${top}" width="${step - 2}" height="${height - top}"><title>${said}</title></rect>`
  })
  return markup`<svg class="strip" role="img" aria-label="${count(points.length, 'run')}" width="${points.length * step}" height="${height}">${cells}</svg>`
}

/** How many gaps failed each run. */
function sparkline(points: readonly RunPoint[]): Markup {
  const most = Math.max(1, ...points.map(({ failing }) => failing))
  const place = ({ failing }: RunPoint, index: number): string =>
    `${index * step + 2},${(height - 2 - (failing / most) * (height - 4)).toFixed(1)}`
  const said = `failing gaps of the latest ${points.length} runs: ${points.map(({ failing }) => failing).join(', ')}`
  return markup`<svg class="spark" role="img" aria-label="${said}" width="${points.length * step}" height="${height}"><polyline points="${points.map(place).join(' ')}"/></svg>`
}
