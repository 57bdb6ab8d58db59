import { verdicts } from '../../model/finding.ts'
import { severities } from '../../model/report.ts'
import type { ClauseRow, Figures, ProviderRow } from '../../model/report.ts'

/** Provider rows that agree with their clauses. */
export function providersOf(rows: readonly ClauseRow[]): readonly ProviderRow[] {
  return [...new Set(rows.map(({ provider }) => provider))].map((name) => {
    const own = rows.filter(({ provider }) => provider === name)
    const figures = figuresOfRows(own)
    return {
      name,
      title: name.charAt(0).toUpperCase() + name.slice(1),
      ...outcomeOf(figures),
      figures,
      contract: `sha256-${name}`,
      exchanges: own.length * 7,
      durationMs: own.length * 300,
      outages: [],
      apart: [],
      unmatched: [],
      additive: name === 'acme' ? additive : [],
      leftovers:
        name === 'globex' ? [{ kind: 'invoice', id: 'in_9', reason: 'The API has no operation that removes it.' }] : [],
    }
  })
}

const additive: ProviderRow['additive'] = [
  {
    operation: 'createCharge',
    schema: 'charge.json',
    at: '/risk_score',
    kind: 'property',
    value: 'risk_score',
    allowedBy: 'acme.versioning.changes.additive',
    times: 12,
  },
  { operation: null, schema: 'charge.json', at: '/status', kind: 'enum-value', value: 'on_hold', times: 1 },
]

function outcomeOf({ severities: counts, judged }: Figures): Pick<ProviderRow, 'outcome' | 'reason'> {
  if (counts.fail > 0) return { outcome: 'gaps' }
  if (counts.fault > 0) return { outcome: 'fault' }
  return judged > 0 ? { outcome: 'conforms' } : { outcome: 'not-judged', reason: 'No key: set INITECH_KEY.' }
}

function figuresOfRows(rows: readonly ClauseRow[]): Figures {
  const conforming = rows.filter(({ verdict }) => verdict === 'conforms').length
  return {
    clauses: rows.length,
    documented: rows.filter(({ source }) => source.kind === 'document' || source.kind === 'derived').length,
    judged: conforming + rows.filter(({ verdict }) => verdict === 'gap').length,
    conforming,
    failing: {
      document: rows.filter(({ severity, source }) => severity === 'fail' && isDocumented(source)).length,
      elsewhere: rows.filter(({ severity, source }) => severity === 'fail' && !isDocumented(source)).length,
    },
    verdicts: countsOf(verdicts, (verdict) => rows.filter((row) => row.verdict === verdict).length),
    severities: countsOf(severities, (severity) => rows.filter((row) => row.severity === severity).length),
  }
}

const isDocumented = ({ kind }: ClauseRow['source']): boolean => kind === 'document' || kind === 'derived'

function countsOf<Name extends string>(
  names: readonly Name[],
  count: (name: Name) => number,
): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name) => [name, count(name)])) as Record<Name, number>
}
