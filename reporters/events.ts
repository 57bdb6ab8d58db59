import type { Report } from '../model/report.ts'
import { rowsByCause } from './arrange-by-cause.ts'
import { shownCauses } from './causes.ts'
import { headline } from './headline.ts'

/** One line of a log of events. */
interface Event {
  readonly event: 'run' | 'cause' | 'clause' | 'ended'
}

/** What a finished report adds to the events of its run: what was judged, the causes, each clause, and how it ended. */
export function eventsOf(report: Report): readonly Event[] {
  const { target, seed, runs, only, versions, providers, exitCode, partial, durationMs } = report
  return [
    { event: 'run', target, seed, runs, only, assay: versions.assay, providers: providers.map(({ name }) => name) },
    ...shownCauses(report).map(({ cause }) => ({ event: 'cause', ...cause })),
    ...rowsByCause(report).map(({ row, cause }) => {
      const [finding] = row.findings
      return {
        event: 'clause',
        provider: row.provider,
        id: row.id,
        level: row.level,
        text: row.text,
        verdict: row.verdict,
        severity: row.severity,
        judged: row.judged,
        ...(row.reason === undefined ? {} : { reason: row.reason }),
        ...(cause === undefined ? {} : { cause: cause.fingerprint }),
        ...(row.past === undefined ? {} : { past: row.past }),
        ...(finding === undefined
          ? {}
          : {
              fingerprint: finding.fingerprint,
              place: finding.at,
              expected: finding.expected,
              actual: finding.actual,
              curl: finding.curl,
              replay: finding.replay,
            }),
      }
    }),
    {
      event: 'ended',
      exitCode,
      partial,
      durationMs,
      outcome: headline(report).word,
      sentence: headline(report).sentence,
      outcomes: Object.fromEntries(providers.map(({ name, outcome }) => [name, outcome])),
    },
  ] as readonly Event[]
}
