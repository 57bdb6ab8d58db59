import type { Entry, Har } from 'har-format'
import type { Cause, Finding, Report, StoredExchange } from '../model/report.ts'
import { writeJson } from '../model/write-json.ts'
import type { Broken } from './bundle/broken.ts'
import { bundlePage } from './bundle/page.ts'
import { stepsOf } from './bundle/steps.ts'

/** A file of a bundle by its path below the folder. */
export type BundleFiles = Readonly<Record<string, string>>

export interface BundleSetting {
  /** An exchange as an entry of a recording. */
  readonly entryOf: (exchange: StoredExchange) => Entry
  /** Title of the provider. */
  readonly title: string
}

const shownFindings = 3

/** What somebody needs who has to mend one cause, and has nothing of ours: what is promised, what happened, all steps, all exchanges. */
export function bundle(report: Report, cause: Cause, { entryOf, title }: BundleSetting): BundleFiles {
  const rows = report.clauses.filter(({ provider, id }) => provider === cause.provider && cause.breaks.includes(id))
  const scripts = new Map<string, string>()
  const broken = rows.map((row): Broken => {
    const findings = distinct(row.findings).slice(0, shownFindings)
    const script = stepsOf(row)
    if (script === undefined) return { row, findings }
    const path = `steps/${row.id.replaceAll(/[^\w.-]/g, '-')}.sh`
    scripts.set(path, script)
    return { row, findings, script: path }
  })
  const shown = new Set(broken.flatMap(({ findings }) => findings.flatMap(({ evidence }) => evidence)))
  const exchanges = report.exchanges.filter(({ id }) => shown.has(id))
  const har: Har = {
    log: {
      version: '1.2',
      creator: { name: 'assay', version: report.versions.assay },
      entries: exchanges.map((exchange) => ({ ...entryOf(exchange), comment: `exchange ${exchange.id}` })),
    },
  }
  return {
    'README.md': bundlePage(report, cause, broken, { title, exchanges: exchanges.length }),
    ...Object.fromEntries(scripts),
    'exchanges.har': `${writeJson(har, 2)}\n`,
    'cause.json': `${writeJson({ cause, clauses: rows }, 2)}\n`,
  }
}

/** The findings of different places, positions in lists aside. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const placeOf = ({ at }: Finding): string => at.replaceAll(/\/\d+(?=\/|$)/g, '/*')
  return findings.filter(
    (finding, index) => findings.findIndex((other) => placeOf(other) === placeOf(finding)) === index,
  )
}
