import type { Report } from '../../model/report.ts'
import { shownCauses } from '../causes.ts'
import { severityMarks } from '../wording.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

/** What is to be mended, one entry for each origin, with links to what it breaks and blocks. */
export function causeList(report: Report): Markup {
  const causes = shownCauses(report)
  if (causes.length === 0) return markup``
  const items = causes.map(
    ({ cause, row, reach }) =>
      markup`<li id="cause-${cause.fingerprint}"><details>
<summary><span class="${cause.severity}"><span class="mark" aria-hidden="true">${severityMarks[cause.severity]}</span> <strong>${cause.title}</strong></span> <span class="quiet">${reach}</span></summary>
${row === undefined ? undefined : markup`<p>Proof: <a href="#${row.id}"><code>${row.id}</code></a> ${row.text}</p>`}
${links('Breaks', cause.breaks)}
${links('Blocks', cause.blocks)}
</details></li>`,
  )
  return markup`<section class="causes" aria-labelledby="causes-title">
<h2 id="causes-title">What to mend</h2>
<ol>${items}</ol>
</section>`
}

function links(title: string, ids: readonly string[]): Markup {
  if (ids.length === 0) return markup``
  return markup`<p>${title}: ${ids.map((id) => markup`<a href="#${id}"><code>${id}</code></a> `)}</p>`
}
