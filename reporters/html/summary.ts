import type { ProviderRow, Report } from '../../model/report.ts'
import { duration, figuresOf, grouped } from '../figures.ts'
import type { Figure } from '../figures.ts'
import {
  figureNames,
  outcomeNames,
  outcomeSeverities,
  severityMarks,
  severityNames,
  waiverProblemNames,
} from '../wording.ts'
import { severities } from '../../model/report.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

/** One row a provider: outcome, two figures, counts. */
export function providerTable(providers: readonly ProviderRow[]): Markup {
  if (providers.length === 0) return markup``
  return markup`<section class="providers" id="providers" aria-labelledby="providers-title">
<h2 id="providers-title" class="unseen">Providers</h2>
<table>
<thead><tr><th scope="col">Provider</th><th scope="col">Outcome</th><th scope="col">${figureNames.conforming}</th><th scope="col">${figureNames.judged}</th><th scope="col">Clauses</th><th scope="col" class="number">Exchanges</th><th scope="col" class="number">Time</th><th scope="col">Contract</th></tr></thead>
<tbody>${providers.map(providerRow)}</tbody>
</table>
</section>`
}

/** Waivers that fail the run. */
export function waiverProblemList({ waiverProblems }: Report): Markup {
  if (waiverProblems.length === 0) return markup``
  const items = waiverProblems.map(
    ({ clause, problem, text }) =>
      markup`<li><strong>${waiverProblemNames[problem]}</strong> <code>${clause}</code> ${text}</li>`,
  )
  return markup`<section class="waivers" aria-labelledby="waivers-title">
<h2 id="waivers-title">Waivers that fail the run</h2>
<ul>${items}</ul>
</section>`
}

function providerRow(provider: ProviderRow): Markup {
  const severity = outcomeSeverities[provider.outcome]
  const [conforming, judged] = figuresOf(provider.figures)
  return markup`<tr>
<th scope="row"><a href="#provider-${provider.name}">${provider.title}</a></th>
<td data-label="Outcome"><span class="badge ${severity}">${severityMarks[severity]} ${outcomeNames[provider.outcome]}</span></td>
<td data-label="${conforming.name}">${figureBar(conforming, 'ok')}</td>
<td data-label="${judged.name}">${figureBar(judged, 'none')}</td>
<td data-label="Clauses" class="counts">${severityCounts(provider)}</td>
<td data-label="Exchanges" class="number">${grouped(provider.exchanges)}</td>
<td data-label="Time" class="number">${duration(provider.durationMs)}</td>
<td data-label="Contract"><code class="hash" title="${provider.contract}">${provider.contract.slice(0, 12)}</code></td>
</tr>`
}

function severityCounts({ figures }: ProviderRow): readonly Markup[] {
  return severities
    .filter((severity) => figures.severities[severity] > 0)
    .map(
      (severity) =>
        markup`<span class="${severity}"><span class="mark" aria-hidden="true">${severityMarks[severity]}</span>${grouped(figures.severities[severity])} ${severityNames[severity]}</span> `,
    )
}

function figureBar({ part, whole, percent }: Figure, severity: string): Markup {
  const width = whole === 0 ? 0 : (part / whole) * 100
  return markup`<span class="figure"><b>${percent}</b> <span class="of">${grouped(part)} of ${grouped(whole)}</span></span>
<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="4"/><rect class="${severity}" width="${width}" height="4"/></svg>`
}
