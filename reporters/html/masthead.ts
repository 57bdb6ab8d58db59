import type { Report } from '../../model/report.ts'
import { circumstances, headline } from '../headline.ts'
import { exitSeverities, severityMarks, targetNames } from '../wording.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

/** The verdict of the run and what was judged. */
export function masthead(report: Report): Markup {
  const { word, sentence, partial } = headline(report)
  const severity = exitSeverities[report.exitCode]
  return markup`<header class="masthead ${severity}">
<p class="brand">Assay conformance report of ${targetNames[report.target]}</p>
<h1><span class="mark" aria-hidden="true">${severityMarks[severity]}</span><span class="word">${word}</span></h1>
<p class="sentence">${sentence}</p>
${partial === undefined ? undefined : markup`<p class="partial" role="note">${partial}</p>`}
<ul class="facts">${circumstances(report).map((fact) => markup`<li>${fact}</li>`)}</ul>
</header>`
}
