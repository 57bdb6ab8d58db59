import type { Report } from '../model/report.ts'
import { arrange } from './arrange.ts'
import { causeList } from './html/causes.ts'
import { contents } from './html/contents.ts'
import { historySection } from './html/history.ts'
import { pageHead } from './html/head.ts'
import { legend, closing } from './html/legend.ts'
import { markup, trusted } from './html/markup.ts'
import { masthead } from './html/masthead.ts'
import { providerSection } from './html/provider.ts'
import { pageOf } from './html/page.ts'
import { script } from './html/script/index.ts'
import { providerTable, waiverProblemList } from './html/summary.ts'
import { toolbar } from './html/toolbar.ts'

/** A report as one page that needs nothing else: no network, no server, and with scripts switched off only filter, copy buttons and the choice for paper are missing. */
export function html(report: Report): string {
  const arranged = arrange(report)
  const whole = pageOf(report)
  const page = markup`<!doctype html>
<html lang="en">
${pageHead(report)}
<body>
<a class="skip" href="#clauses">Skip to the clauses</a>
${contents(report, arranged)}
<div class="column">
${masthead(report)}
<main>
${causeList(report)}
${historySection(report)}
${waiverProblemList(report)}
${providerTable(report.providers)}
${toolbar(report)}
<div id="clauses">
${arranged.map((one) => providerSection(one, whole))}
</div>
${legend()}
</main>
${closing(report)}
</div>
<script>${trusted(script)}</script>
</body>
</html>
`
  return page.markup
}
