import type { ProviderRow, Report, WaiverProblem } from '../model/report.ts'

/** 0 conforms, 1 gaps that fail the run (all that bind, unless `failing` says how many), 2 a fault of ours, 3 nothing could be judged, or not all of it any more. Nothing executed is never green. */
export function exitCodeOf(
  providers: readonly ProviderRow[],
  problems: readonly WaiverProblem[],
  partial: boolean,
  failing = sum(providers, ({ figures }) => figures.severities.fail),
): Report['exitCode'] {
  if (sum(providers, ({ figures }) => figures.severities.fault) > 0) return 2
  if (failing > 0 || problems.length > 0) return 1
  return partial || sum(providers, ({ figures }) => figures.judged) === 0 ? 3 : 0
}

function sum(providers: readonly ProviderRow[], pick: (row: ProviderRow) => number): number {
  return providers.reduce((total, row) => total + pick(row), 0)
}

/** What one provider's run came to; one that ended on the way conforms to nothing. */
export function outcomeOf({ severities, judged }: ProviderRow['figures'], partial: boolean): ProviderRow['outcome'] {
  if (severities.fault > 0) return 'fault'
  if (severities.fail > 0) return 'gaps'
  if (judged === 0) return 'not-judged'
  return partial ? 'interrupted' : 'conforms'
}
