import { createHash } from 'node:crypto'
import type { Cause, ClauseRow, Finding, Severity, StoredExchange } from '../model/report.ts'
import { severities } from '../model/report.ts'
import { isAbsent } from './absent.ts'

/** What findings of one origin have in common: a key that is the same in every run, and a title. */
interface Origin {
  readonly key: string
  readonly title: string
}

/** What a finding says, with what is known of the exchange that shows it. */
interface Shown {
  readonly row: ClauseRow
  readonly finding: Finding
  readonly operation: string | undefined
}

/**
 * Puts the gaps of a report together by where they come from: the same absent operation, the same missing header, the same
 * validation that is not there, the same property of the same kind of object. Those that break and block most come first.
 */
export function causesOf(rows: readonly ClauseRow[], exchanges: readonly StoredExchange[]): readonly Cause[] {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]))
  const groups = new Map<string, { readonly origin: Origin; readonly provider: string; readonly rows: ClauseRow[] }>()
  for (const row of rows) {
    const origin = row.verdict === 'broken' ? faultOf(row) : row.verdict === 'gap' ? originOf(row, byId) : undefined
    if (origin === undefined) continue
    const key = `${row.provider} ${origin.key}`
    const group = groups.get(key) ?? { origin, provider: row.provider, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  const causes = [...groups].map(([key, group]) => causeFor(key, group, rows))
  return causes.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      b.breaks.length + b.blocks.length - (a.breaks.length + a.blocks.length),
  )
}

function causeFor(
  key: string,
  {
    origin,
    provider,
    rows,
  }: { readonly origin: Origin; readonly provider: string; readonly rows: readonly ClauseRow[] },
  all: readonly ClauseRow[],
): Cause {
  const breaks = new Set(rows.map(({ id }) => id))
  const blocks = all.filter(
    ({ verdict, blockedBy = [] }) => verdict === 'blocked' && blockedBy.some((id) => breaks.has(id)),
  )
  const severity = severities.find((one) => rows.some((row) => row.severity === one)) as Severity
  const best = rows.find((row) => row.severity === severity && row.findings.length > 0) ?? rows[0]
  return {
    fingerprint: createHash('sha256').update(key).digest('hex').slice(0, 12),
    provider,
    // a single clause says best itself what is wrong
    title: rows.length === 1 && origin.key.startsWith('section ') ? (best?.text ?? origin.title) : origin.title,
    severity,
    breaks: [...breaks],
    blocks: blocks.map(({ id }) => id),
    proof: best?.id ?? '',
  }
}

function faultOf({ reason = '' }: ClauseRow): Origin {
  return { key: `fault ${reason}`, title: `Assay itself failed: ${reason}` }
}

function originOf(row: ClauseRow, exchanges: ReadonlyMap<number, StoredExchange>): Origin {
  const [finding] = row.findings
  if (finding === undefined) return { key: `clause ${row.id}`, title: row.text }
  const exchange = exchanges.get(finding.exchange ?? finding.evidence.at(-1) ?? -1)
  const operation = exchange === undefined ? undefined : nameOf(exchange)
  const shown = { row, finding, operation }
  return (
    absentOperation(shown) ??
    missingHeader(shown) ??
    missingRefusal(shown) ??
    otherStatus(shown) ??
    wrongProperty(shown) ?? { key: `section ${row.section}`, title: `${row.section}: rules are not kept` }
  )
}

/** Method and path of a request, ids left open, as a reader names an operation. */
function nameOf({ request }: StoredExchange): string {
  return `${request.method} ${familyOf(request.path)}`
}

/** The path as far as it names a kind of object: `/v1/charges` of `/v1/charges/ch_1/refunds`. */
function familyOf(path: string): string {
  const steps = path.replace(/[?#].*$/s, '').split('/')
  return steps.slice(0, /^v\d+$/.test(steps[1] ?? '') ? 3 : 2).join('/')
}

/** Operations of one kind of object that are not there. */
function absentOperation({ row, finding, operation }: Shown): Origin | undefined {
  if (!row.id.endsWith('.answers') || finding.at !== 'status' || !isAbsent(finding.actual)) return undefined
  const family = operation?.split(' ')[1] ?? row.id
  return { key: `absent ${family}`, title: `The server lacks operations below ${family}` }
}

function missingHeader({ finding }: Shown): Origin | undefined {
  if (!isHeader(finding.at)) return undefined
  return finding.actual === 'absent'
    ? { key: `header ${finding.at}`, title: `Responses lack the ${headerName(finding.at)} header` }
    : { key: `header value ${finding.at}`, title: `The ${headerName(finding.at)} header has another value` }
}

/** Requests that succeed where they are to be refused. */
function missingRefusal({ finding }: Shown): Origin | undefined {
  const expected = statusesIn(finding.expected)
  const wanted = expected.length === 0 ? textOf(finding.expected).startsWith('a refusal') : !expected.some(isSuccess)
  if (finding.at !== 'status' || !isSuccess(finding.actual) || !wanted) return undefined
  return expected.length > 0 && expected.every((status) => status === 401)
    ? { key: 'accepts credentials', title: 'The server accepts requests without valid credentials' }
    : { key: 'accepts requests', title: 'The server accepts requests that it has to refuse' }
}

function otherStatus({ finding, operation = 'a request' }: Shown): Origin | undefined {
  if (finding.at !== 'status' || typeof finding.actual !== 'number') return undefined
  const expected = statusesIn(finding.expected)
  if (expected.some(isSuccess) && !isSuccess(finding.actual))
    return { key: `refuses ${operation}`, title: `${operation} refuses requests that it has to accept` }
  const wanted = expected.length === 0 ? textOf(finding.expected) : expected.join(' or ')
  return {
    key: `status ${expected.join(' ')} ${finding.actual}`,
    title: `Responses have status ${finding.actual} in place of ${wanted}`,
  }
}

/** The same property of the same kind of object, whether it is missing or wrong, in whatever answers an observer saw. */
function wrongProperty({ row, finding }: Shown): Origin | undefined {
  if (!finding.by.startsWith('observer/')) return undefined
  const [, first] = finding.at.split('/')
  if (first === undefined || !finding.at.startsWith('/')) return undefined
  const lacks = finding.actual === 'absent'
  return {
    key: `property ${row.section} ${first} ${lacks ? 'absent' : 'other'}`,
    title: lacks ? `${row.section}: responses lack \`${first}\`` : `${row.section}: \`${first}\` is not as documented`,
  }
}

function statusesIn(expected: Finding['expected']): readonly number[] {
  if (typeof expected === 'number') return [expected]
  const listed = (expected as { readonly 'one of'?: unknown } | null)?.['one of']
  return Array.isArray(listed) ? listed.filter((status): status is number => typeof status === 'number') : []
}

const textOf = (expected: Finding['expected']): string =>
  typeof expected === 'string' ? expected : JSON.stringify(expected)

const isSuccess = (status: unknown): boolean => typeof status === 'number' && status >= 200 && status < 300

const isHeader = (at: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(at)

const headerName = (name: string): string => name.replaceAll(/(?<=^|-)\w/g, (letter) => letter.toUpperCase())
