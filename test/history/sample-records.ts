import type { Verdict } from '../../model/finding.ts'
import type { KeptGap, ProviderRecord, RunRecord } from '../../model/record.ts'
import type { Severity } from '../../model/report.ts'

/** How the clauses `acme.a.b.<name>` stood in a run; a gap may say with what severity and during which checks it was found. */
export type Stood = Readonly<Record<string, Verdict | { readonly gap: Severity; readonly during?: readonly string[] }>>

export interface SampleSetting {
  /** Checks that were tried, where that was not all of them. */
  readonly tried?: readonly string[]
  readonly overrides?: Partial<RunRecord>
  readonly contract?: string
}

const zero = { fail: 0, fault: 0, warn: 0, waived: 0, open: 0, ok: 0, none: 0 }

/** The record of the run of a day of November. */
export function sampleRecord(day: number, stood: Stood, setting: SampleSetting = {}): RunRecord {
  const at = `2026-11-${String(day).padStart(2, '0')}T05:00:00.000Z`
  return {
    format: 'assay-record',
    version: 1,
    target: 'url',
    seed: 1,
    runs: 5,
    only: [],
    partial: false,
    startedAt: at,
    finishedAt: at,
    durationMs: 0,
    versions: { assay: '0.1.0', node: '20.20.2' },
    exitCode: 0,
    providers: [sampleProvider(stood, setting)],
    ...setting.overrides,
  }
}

function sampleProvider(stood: Stood, { tried, contract = 'c1' }: SampleSetting): ProviderRecord {
  const verdicts: Partial<Record<Verdict, string[]>> = {}
  const gaps: Record<string, KeptGap> = {}
  for (const [name, how] of Object.entries(stood)) {
    const verdict = typeof how === 'string' ? how : 'gap'
    const names = (verdicts[verdict] ??= [])
    names.push(name)
    if (verdict !== 'gap') continue
    const said = typeof how === 'string' ? { gap: 'fail' as const } : how
    gaps[`acme.a.b.${name}`] = { severity: said.gap, during: said.during ?? ['acme/one'], findings: [] }
  }
  const failing = Object.values(gaps).filter(({ severity }) => severity === 'fail').length
  return {
    name: 'acme',
    title: 'Acme',
    outcome: failing > 0 ? 'gaps' : 'conforms',
    contract,
    exchanges: 1,
    scope: { checks: 3, ...(tried === undefined ? {} : { tried }) },
    figures: {
      clauses: Object.keys(stood).length,
      documented: 0,
      judged: 0,
      conforming: 0,
      failing: { document: failing, elsewhere: 0 },
      severities: { ...zero, fail: failing },
    },
    clauses: { 'acme.a.b': verdicts },
    gaps,
    causes: [],
  }
}
