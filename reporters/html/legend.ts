import type { Report } from '../../model/report.ts'
import { headline, tallyWords } from '../headline.ts'
import { standings } from '../wording.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

/** What each verdict means. */
export function legend(): Markup {
  const entries = Object.values(standings).map(
    ({ mark, name, meaning, severity }) =>
      markup`<div><dt class="${severity}"><span class="mark" aria-hidden="true">${mark}</span>${name}</dt><dd>${meaning}</dd></div>`,
  )
  return markup`<details class="legend"><summary>What the verdicts mean</summary><dl>${entries}</dl></details>`
}

/** The last line of the page. */
export function closing(report: Report): Markup {
  return markup`<footer>${headline(report).word} (exit ${report.exitCode}) · ${tallyWords(report).join(' · ') || 'no clause was judged'}</footer>`
}
