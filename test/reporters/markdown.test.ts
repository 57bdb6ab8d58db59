import { describe, expect, it } from 'vitest'
import { markdown } from '../../reporters/markdown.ts'
import { hostileReport, payloads } from './hostile-report.ts'
import { conformingReport, emptyReport, hugeReport, interruptedReport, sampleReport } from './sample-report.ts'

/** Lines of the tables, each as its cells. */
function cellsOf(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.slice(2, -2).split(' | '))
}

describe('the Markdown summary', () => {
  it('says verdict, figures, gaps, waiver problems and counts, and no more', () => {
    expect(markdown(sampleReport())).toMatchInlineSnapshot(`
      "## Assay: gaps

      **1 gap in 1 of 3 providers and 3 waiver problems. 1 clause could not be judged because of outages.**

      a server by URL · seed 42 · 100 runs · 2026-11-21 08:00:00 UTC · 12.3 s · assay 0.1.0 · node 20.20.2

      | Provider | Outcome | conforming ÷ judged | judged ÷ all |
      | --- | --- | --- | --- |
      | Acme | gaps | 3/6 (50.0 %) | 6/10 (60.0 %) |
      | Globex | fault of ours | 1/1 (100 %) | 1/2 (50.0 %) |
      | Initech | not judged: No key: set INITECH&#95;KEY. | 0/0 (none) | 0/1 (0.0 %) |

      ### What to mend

      | Cause | Reach | Proof |
      | --- | --- | --- |
      | ✗ A created charge carries the requested amount. | breaks 1 clause, blocks 1 | <code>acme.charges.create.echoes-amount</code> |
      | ‼ Assay itself failed: The check threw: Cannot read properties of undefined. | breaks 1 clause | <code>globex.invoices.pay.once</code> |
      | ! The Request-Id header has another value than documented | breaks 1 clause | <code>acme.charges.create.request-id</code> |

      |  | Clause | Where | Expected | Actual | Replay |
      | --- | --- | --- | --- | --- | --- |
      | ✗ gap | A created charge carries the requested amount.<br><code>acme.charges.create.echoes-amount</code> must | <code>/amount</code> in exchange 1 (1 of 2) | <code>1250</code> | <code>1249</code> | <code>npx assay run acme --target url --only acme/create-a-charge/echoes-amount --seed 42</code> |
      | ‼ broken | An invoice is paid once.<br><code>globex.invoices.pay.once</code> may | <code>the whole body</code> | <code>&#34;a judgement&#34;</code> | <code>&#34;TypeError: Cannot read properties of undefined&#34;</code> | <code>npx assay run globex --target url --only globex/invoices/pay-once --seed 42</code> |
      | ! gap that warns | Every answer carries a request id.<br><code>acme.charges.create.request-id</code> should | <code>header request-id</code> in exchange 3 | <code>&#34;^req&#95;&#34;</code> | <code>null</code> | <code>npx assay run acme --target url --only acme/create-a-charge/echoes-amount --seed 42</code> |

      - The waiver of <code>acme.refunds.create.partial</code> has expired. The waiver expired on 2026-10-31.
      - The waiver of <code>acme.charges.list.order</code> is no longer needed. The clause conforms; remove the waiver.
      - The waiver of <code>acme.charges.list.gone</code> matches nothing. No clause has this id.

      1 failing · 1 fault of ours · 1 warning · 1 waived · 2 not judged · 4 conforming · 3 not shown
      "
    `)
  })

  it.for([
    ['partial', sampleReport({ partial: true }), 'The run ended before all checks were tried'],
    ['interrupted', interruptedReport(), '## Assay: interrupted'],
    ['empty', emptyReport(), '## Assay: not judged'],
    ['conforming', conformingReport(), '## Assay: conforms'],
  ] as const)('words a %s report', ([, report, text]) => {
    expect(markdown(report)).toContain(text)
  })

  it('stays far below what a job summary may hold', () => {
    expect(markdown(hugeReport(2000)).length).toBeLessThan(50_000)
    expect(markdown(hugeReport(2000))).toContain('and 1,975 more clauses in the full report')
  })

  it.for(payloads)('keeps its tables and its text whole with %j everywhere', (payload) => {
    const honest = markdown(sampleReport())
    const hostile = markdown(hostileReport(sampleReport(), payload))
    expect(cellsOf(hostile).map((cells) => cells.length)).toEqual(cellsOf(honest).map((cells) => cells.length))
    expect(hostile.split('\n').length).toBe(honest.split('\n').length)
    const tags = hostile.match(/<[^>]*>?/g) ?? []
    expect(tags.filter((tag) => !['<code>', '</code>', '<br>'].includes(tag))).toEqual([])
    expect(hostile).not.toMatch(/`|\]\(|:\/\//)
  })
})
