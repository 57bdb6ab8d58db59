import { createHash } from 'node:crypto'
import type { Location, Result } from 'sarif'
import type { ClauseRow, Finding, StoredExchange } from '../../model/report.ts'
import type { CausedRow } from '../arrange-by-cause.ts'
import { pastText } from '../changes.ts'
import { cut, place } from '../printable.ts'

const shownValue = 400
const shownBody = 4000

/** One gap as a result: what is wrong, where, and the exchange that shows it. */
export function resultOf(
  { row, cause }: CausedRow,
  ruleIndex: number,
  level: 'error' | 'warning',
  exchanges: ReadonlyMap<number, StoredExchange>,
): Result {
  const [finding] = row.findings
  const exchange = finding?.exchange === undefined ? undefined : exchanges.get(finding.exchange)
  const fingerprint = createHash('sha256').update(`${row.provider} ${row.id}`).digest('hex').slice(0, 16)
  return {
    ruleId: row.id,
    ruleIndex,
    level,
    message: { text: messageOf(row, finding, exchange) },
    locations: [locationOf(row, finding, exchange)],
    // the same in every run, whatever shows the gap; the second is the name that code scanning compares alerts by
    partialFingerprints: { 'assayClause/v1': fingerprint, primaryLocationLineHash: `${fingerprint}:1` },
    ...(row.waiver === undefined
      ? {}
      : {
          suppressions: [
            {
              kind: 'external',
              justification: `${row.waiver.reason} (${row.waiver.owner}, until ${row.waiver.expires})`,
            },
          ],
        }),
    ...(cause === undefined ? {} : { taxa: [{ id: cause.fingerprint, toolComponent: { name: 'causes' } }] }),
    ...(exchange === undefined ? {} : webExchange(exchange)),
    properties: {
      ...(cause === undefined ? {} : { cause: cause.title }),
      ...(row.past === undefined ? {} : { past: pastText(row.past) }),
      ...(finding === undefined
        ? {}
        : {
            expected: finding.expected,
            actual: finding.actual,
            times: finding.times,
            curl: finding.curl,
            replay: finding.replay,
          }),
    },
  }
}

function messageOf(row: ClauseRow, finding: Finding | undefined, exchange: StoredExchange | undefined): string {
  if (finding === undefined) return `${row.text} ${row.reason ?? ''}`.trim()
  const where = exchange === undefined ? '' : `${nameOf(exchange)} answered ${exchange.response.status}: `
  const value = (given: unknown): string => cut(JSON.stringify(given), shownValue)
  return `Not kept: ${row.text} ${where}at ${place(finding.at)}, expected ${value(finding.expected)}, actual ${value(finding.actual)}.`
}

/**
 * Where a gap is: an operation and a place in its answer. Code scanning shows no result without a file, so the section of the
 * documentation stands for one.
 */
function locationOf(row: ClauseRow, finding: Finding | undefined, exchange: StoredExchange | undefined): Location {
  const operation = exchange === undefined ? row.section : nameOf(exchange)
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(row) }, region: { startLine: 1 } },
    logicalLocations: [
      {
        name: operation,
        fullyQualifiedName: `${row.provider}/${operation}${finding === undefined || finding.at === '' ? '' : `#${finding.at}`}`,
        kind: 'resource',
      },
    ],
  }
}

function nameOf({ request, operation }: StoredExchange): string {
  return operation ?? `${request.method} ${request.path.replace(/[?#].*$/s, '')}`
}

/** The section of the documentation as a path. */
function uriOf({ provider, section }: ClauseRow): string {
  const words = section.toLowerCase().match(/[a-z0-9]+/g) ?? ['section']
  return `assay/${provider.replaceAll(/[^a-z0-9-]/gi, '-')}/${words.join('-')}`
}

function webExchange({ request, response }: StoredExchange): Pick<Result, 'webRequest' | 'webResponse'> {
  const bodyOf = (body: string) => (body === '' ? {} : { body: { text: cut(body, shownBody) } })
  return {
    webRequest: {
      method: request.method,
      target: request.path,
      headers: fieldsOf(request.headers),
      ...bodyOf(request.body),
    },
    webResponse: { statusCode: response.status, headers: fieldsOf(response.headers), ...bodyOf(response.body) },
  }
}

/** Fields by name; one that is sent more than once is a list, as HTTP reads it. */
function fieldsOf(headers: StoredExchange['request']['headers']): Record<string, string> {
  const fields = new Map<string, string>()
  for (const [name, value] of headers) fields.set(name, fields.has(name) ? `${fields.get(name)}, ${value}` : value)
  return Object.fromEntries(fields)
}
