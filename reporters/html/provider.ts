import type { Arranged, Section } from '../arrange.ts'
import { standingCounts, standingOf } from '../arrange.ts'
import { grouped } from '../figures.ts'
import { outcomeNames, outcomeSeverities, severityMarks, standings } from '../wording.ts'
import type { Standing } from '../wording.ts'
import { clauseItem } from './clause.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'
import { providerNotes } from './notes.ts'
import { sectionId } from './contents.ts'
import type { Page } from './page.ts'

const opening: ReadonlySet<Standing> = new Set(['gap', 'broken', 'warns'])

/** One provider: its clauses by section of the documentation, then what else there is to know of it. */
export function providerSection({ provider, sections }: Arranged, page: Page): Markup {
  const { name, title, outcome, reason } = provider
  const severity = outcomeSeverities[outcome]
  return markup`<section class="provider" id="provider-${name}" data-provider="${name}" aria-labelledby="title-${name}">
<h2 id="title-${name}">${title} <span class="badge ${severity}">${severityMarks[severity]} ${outcomeNames[outcome]}</span></h2>
${reason === undefined ? undefined : markup`<p class="reason">${reason}</p>`}
${sections.map((section) => sectionBlock(name, section, page))}
${providerNotes(
  provider,
  sections.flatMap(({ rows }) => rows),
)}
</section>
`
}

function sectionBlock(provider: string, { title, rows }: Section, page: Page): Markup {
  const open = rows.some((row) => opening.has(standingOf(row)))
  const counts = standingCounts(rows).map(([standing, count]) => {
    const { mark, name, severity } = standings[standing]
    return markup`<span class="${severity}" title="${name}"><span class="mark" aria-hidden="true">${mark}</span>${grouped(count)}<span class="unseen"> ${name}</span></span> `
  })
  return markup`<details class="section" id="${sectionId(provider, title)}"${open ? markup` open` : undefined}>
<summary><h3>${title}</h3> <span class="counts">${counts}</span></summary>
<ul class="clauses">${rows.map((row) => clauseItem(row, page))}</ul>
</details>
`
}
