import type { Cause, ClauseRow } from '../../model/report.ts'
import { standingOf } from '../arrange.ts'
import { pastText } from '../changes.ts'
import { count } from '../figures.ts'
import { sourceNames, standings, unjudgedReason, versionText } from '../wording.ts'
import type { Standing } from '../wording.ts'
import { findingBlock } from './finding.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'
import type { Page } from './page.ts'
import { stopBlock } from './stop.ts'

const shownFindings = 3
const opening: ReadonlySet<Standing> = new Set(['gap', 'broken', 'warns'])

/** One clause: its sentence in one line, and on opening where it comes from, how it was judged and every proof. */
export function clauseItem(row: ClauseRow, page: Page): Markup {
  const standing = standingOf(row)
  const { mark, name, severity } = standings[standing]
  return markup`<li class="clause ${severity}" id="${row.id}" data-standing="${standing}" data-level="${row.level}" data-source="${row.source.kind}" data-causes="${page
    .causesOf(row.id)
    .map(({ fingerprint }) => fingerprint)
    .join(' ')}"><details${opening.has(standing) ? markup` open` : undefined}>
<summary><span class="mark" aria-hidden="true">${mark}</span><span class="verdict">${name}</span><span class="text">${row.text}${why(row)}</span><code class="id">${row.id}</code><span class="level">${row.level}</span></summary>
<div class="body">
<dl class="about">${about(row, page).map(([term, said]) => markup`<div><dt>${term}</dt><dd>${said}</dd></div>`)}</dl>
${findings(row, page)}
${stops(row, page)}
</div></details></li>
`
}

function findings(row: ClauseRow, { proofs }: Page): readonly Markup[] {
  const scripts = row.findings.map(({ script }) => script)
  // findings of one scenario have one script, which stands at the first of them
  const blocks = row.findings.map((finding, index) =>
    findingBlock(finding, proofs, scripts.indexOf(finding.script) === index),
  )
  const more = blocks.slice(shownFindings)
  if (more.length === 0) return blocks
  const summary = markup`<summary>${count(more.length, 'more finding')}</summary>`
  return [...blocks.slice(0, shownFindings), markup`<details class="more">${summary}${more}</details>`]
}

/** Why it was not judged or is waived, which a reader wants without opening the row. */
function why(row: ClauseRow): Markup | undefined {
  if (row.verdict === 'gap')
    return row.waiver === undefined ? undefined : markup` <span class="why">${row.waiver.reason}</span>`
  return row.verdict === 'conforms' || row.verdict === 'broken'
    ? undefined
    : markup` <span class="why">${unjudgedReason(row)}</span>`
}

function about(row: ClauseRow, page: Page): readonly (readonly [string, Markup])[] {
  const { reason, waiver, note, versionChange, blockedBy = [], follows = [], judged, past } = row
  const blocks = page.blockedBy(row.id)
  const causes = page.causesOf(row.id)
  const terms: Markup | undefined =
    waiver && markup`${waiver.reason} <span class="quiet">${waiver.owner}, until ${waiver.expires}</span>`
  return [
    ...fact('reason', reason),
    ...fact('blocked by', blockedBy.length > 0 ? markup`${blockedBy.map(clauseLink)}` : undefined),
    ...fact('blocks', blocks > 0 ? count(blocks, 'clause') : undefined),
    ...fact('cause', causes.length > 0 ? markup`${causes.map(causeLink)}` : undefined),
    ...fact('waiver', terms),
    ...fact('follows', follows.length > 0 ? markup`${follows.map(reading)}` : undefined),
    ...fact('history', past === undefined ? undefined : pastText(past)),
    ...fact('judged', judged > 0 ? judgedText(row) : undefined),
    ...fact('source', sourceLine(row)),
    ...fact('note', note),
    ...fact('version', versionChange && versionText(versionChange)),
  ]
}

function fact(term: string, said: Markup | string | undefined): readonly (readonly [string, Markup])[] {
  return said === undefined ? [] : [[term, markup`${said}`]]
}

function judgedText({ judged, afterRetry = 0 }: ClauseRow): string {
  const retried = afterRetry > 0 ? `, ${afterRetry} of them only after a request was repeated` : ''
  return count(judged, 'time') + retried
}

function clauseLink(id: string): Markup {
  return markup`<a href="#${id}"><code>${id}</code></a> `
}

function causeLink({ fingerprint, title }: Cause): Markup {
  return markup`<a href="#cause-${fingerprint}">${title}</a> `
}

/** The answers from which checks could not go on, which explain a verdict that no finding does. */
function stops({ stops: all = [] }: ClauseRow, { proofs }: Page): readonly Markup[] {
  return all.slice(0, shownFindings).map((stop) => stopBlock(stop, proofs))
}

function reading({ name, text, times }: NonNullable<ClauseRow['follows']>[number]): Markup {
  return markup`<span class="reading"><b>${name}</b> ${text} <span class="quiet">${count(times, 'time')}</span></span>`
}

function sourceLine({ source }: ClauseRow): Markup {
  const { kind, document, section, address } = source
  const where = `${document}, ${section}`
  const safe = address !== undefined && /^https?:\/\//i.test(address)
  return markup`${safe ? markup`<a href="${address}" rel="noreferrer noopener">${where}</a>` : where} <span class="quiet">${sourceNames[kind]}</span>`
}
