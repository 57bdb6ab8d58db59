import type { Report } from '../../suites/model/report.ts'
import { circumstances, headline } from '../headline.ts'
import { exitSeverities, severityMarks } from '../wording.ts'
import { html } from './markup.ts'
import type { Markup } from './markup.ts'

/** The verdict of the run and what was judged. */
export function masthead(report: Report): Markup {
  const { word, sentence, partial } = headline(report)
  const severity = exitSeverities[report.exitCode]
  return html`<header class="masthead ${severity}">
<p class="brand">Assay conformance report</p>
<h1><span class="mark" aria-hidden="true">${severityMarks[severity]}</span><span class="word">${word}</span></h1>
<p class="sentence">${sentence}</p>
${partial === undefined ? undefined : html`<p class="partial" role="note">${partial}</p>`}
<ul class="facts">${circumstances(report).map((fact) => html`<li>${fact}</li>`)}</ul>
</header>`
}
