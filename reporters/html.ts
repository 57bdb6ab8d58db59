import type { Report } from '../model/report.ts'
import { arrange, dependents } from './arrange.ts'
import { causeList } from './html/causes.ts'
import { pageHead } from './html/head.ts'
import { legend, closing } from './html/legend.ts'
import { markup, trusted } from './html/markup.ts'
import { masthead } from './html/masthead.ts'
import { providerSection } from './html/provider.ts'
import { proofsOf } from './html/proofs.ts'
import { script } from './html/script.ts'
import { providerTable, waiverProblemList } from './html/summary.ts'
import { toolbar } from './html/toolbar.ts'

/** A report as one page that needs nothing else: no network, no server, and with scripts switched off only the filter is missing. */
export function html(report: Report): string {
  const proofs = proofsOf(report)
  const standingOn = dependents(report)
  const page = markup`<!doctype html>
<html lang="en">
${pageHead(report)}
<body>
<a class="skip" href="#clauses">Skip to the clauses</a>
${masthead(report)}
<main>
${providerTable(report.providers)}
${causeList(report)}
${waiverProblemList(report)}
${toolbar(report)}
<div id="clauses">
${arrange(report).map((arranged) => providerSection(arranged, proofs, standingOn))}
</div>
${legend()}
</main>
${closing(report)}
<script>${trusted(script)}</script>
</body>
</html>
`
  return page.markup
}
