import type { ClauseRow } from '../../suites/model/report.ts'
import { standingOf } from '../arrange.ts'
import { count } from '../figures.ts'
import { sourceNames, standings, unjudgedReason } from '../wording.ts'
import type { Standing } from '../wording.ts'
import { findingBlock } from './finding.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'
import type { Proofs } from './proofs.ts'

const shownFindings = 3
const opening: readonly Standing[] = ['gap', 'broken', 'warns']

/** One clause: its sentence in one line, and on opening where it comes from, how it was judged and every proof. */
export function clauseItem(row: ClauseRow, proofs: Proofs, standingOn: number): Markup {
  const standing = standingOf(row)
  const { mark, name, severity } = standings[standing]
  return markup`<li class="clause ${severity}" id="${row.id}" data-standing="${standing}"><details${opening.includes(standing) ? markup` open` : undefined}>
<summary><span class="mark" aria-hidden="true">${mark}</span><span class="verdict">${name}</span><span class="text">${row.text}${why(row)}</span><code class="id">${row.id}</code><span class="level">${row.level}</span></summary>
<div class="body">
<dl class="about">${about(row, standingOn).map(([term, said]) => markup`<div><dt>${term}</dt><dd>${said}</dd></div>`)}</dl>
${findings(row, proofs)}
</div></details></li>
`
}

function findings(row: ClauseRow, proofs: Proofs): readonly Markup[] {
  const blocks = row.findings.map((finding) => findingBlock(finding, proofs))
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

function about(row: ClauseRow, standingOn: number): readonly (readonly [string, Markup])[] {
  const { reason, waiver, note, blockedBy = [], follows = [], afterRetry = 0 } = row
  const facts: readonly (readonly [string, Markup | undefined])[] = [
    ['reason', reason === undefined ? undefined : markup`${reason}`],
    [
      'blocked by',
      blockedBy.length === 0
        ? undefined
        : markup`${blockedBy.map((id) => markup`<a href="#${id}"><code>${id}</code></a> `)}`,
    ],
    [
      'blocks',
      standingOn === 0
        ? undefined
        : markup`${count(standingOn, 'clause')} that ${standingOn === 1 ? 'stands' : 'stand'} on it`,
    ],
    [
      'waiver',
      waiver === undefined
        ? undefined
        : markup`${waiver.reason} <span class="quiet">${waiver.owner}, until ${waiver.expires}</span>`,
    ],
    ['follows', follows.length === 0 ? undefined : markup`${follows.map(reading)}`],
    [
      'judged',
      row.judged === 0
        ? undefined
        : markup`${count(row.judged, 'time')}${afterRetry > 0 ? `, ${afterRetry} of them only after a request was repeated` : ''}`,
    ],
    ['source', sourceLine(row)],
    ['note', note === undefined ? undefined : markup`${note}`],
  ]
  return facts.flatMap(([term, said]) => (said === undefined ? [] : [[term, said] as const]))
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
