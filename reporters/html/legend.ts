import type { Report } from '../../model/report.ts'
import { headline, tallyWords } from '../headline.ts'
import { standings } from '../wording.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

const keys: readonly (readonly [string, string])[] = [
  ['/', 'to the search'],
  ['Esc', 'clears search and filter'],
  ['j', 'to the next clause'],
  ['k', 'to the previous clause'],
  ['Enter', 'opens and closes the clause'],
]

/** What each verdict means, and which keys do what. */
export function legend(): Markup {
  const entries = Object.values(standings).map(
    ({ mark, name, meaning, severity }) =>
      markup`<div><dt class="${severity}"><span class="mark" aria-hidden="true">${mark}</span>${name}</dt><dd>${meaning}</dd></div>`,
  )
  const shortcuts = keys.map(([key, meaning]) => markup`<div><dt><kbd>${key}</kbd></dt><dd>${meaning}</dd></div>`)
  return markup`<details class="legend"><summary>What the verdicts mean</summary><dl>${entries}</dl></details>
<details class="legend"><summary>Keys</summary><dl>${shortcuts}</dl></details>`
}

/** The last line of the page. */
export function closing(report: Report): Markup {
  return markup`<footer>${headline(report).word} (exit ${report.exitCode}) · ${tallyWords(report).join(' · ') || 'no clause was judged'}</footer>`
}
