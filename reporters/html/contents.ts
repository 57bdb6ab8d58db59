import type { Report } from '../../model/report.ts'
import type { Arranged, Section } from '../arrange.ts'
import { standingOf } from '../arrange.ts'
import { shownCauses } from '../causes.ts'
import { grouped } from '../figures.ts'
import { standings } from '../wording.ts'
import type { Standing } from '../wording.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

const counted: readonly Standing[] = ['gap', 'broken', 'warns']

/** The list of what is on the page: at the side where there is room, folded above the rest where there is none. */
export function contents(report: Report, arranged: readonly Arranged[]): Markup {
  if (report.providers.length === 0) return markup``
  const causes = shownCauses(report).length
  const top = [
    ...(causes === 0 ? [] : [markup`<li><a href="#causes">What to mend <b>${grouped(causes)}</b></a></li>`]),
    markup`<li><a href="#providers">Figures</a></li>`,
  ]
  return markup`<nav class="contents" aria-label="Sections">
<details id="contents"><summary>Sections</summary>
<ul>${top}${arranged.map(providerEntry)}</ul>
</details></nav>`
}

function providerEntry({ provider, sections }: Arranged): Markup {
  const entries = sections.map((section) => sectionEntry(provider.name, section))
  return markup`<li><a class="title" href="#provider-${provider.name}">${provider.title}</a>
<ul>${entries}</ul></li>
`
}

function sectionEntry(provider: string, { title, rows }: Section): Markup {
  const counts = counted.flatMap((standing) => {
    const { mark, name, severity } = standings[standing]
    const number = rows.filter((row) => standingOf(row) === standing).length
    return number === 0
      ? []
      : [
          markup` <span class="${severity}"><span class="mark" aria-hidden="true">${mark}</span>${number}<span class="unseen"> ${name}</span></span>`,
        ]
  })
  return markup`<li><a href="#${sectionId(provider, title)}"><span>${title}</span><span class="counts">${counts}</span></a></li>
`
}

/** The id of a section on the page, which stays the same as long as its title does. */
export function sectionId(provider: string, title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return `section-${provider}-${words.join('-')}`
}
