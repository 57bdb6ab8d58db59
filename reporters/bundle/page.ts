import type { Cause, ClauseRow, Finding, Report } from '../../model/report.ts'
import type { Broken } from './broken.ts'
import { count, moment } from '../figures.ts'
import { code, fenced, plain, prose } from '../markdown-text.ts'
import { cut, place } from '../printable.ts'
import { sourceNames, targetNames } from '../wording.ts'

const shownValue = 2000

/** The page of a bundle, for somebody who knows the API and has never heard of this project. */
export function bundlePage(
  report: Report,
  cause: Cause,
  broken: readonly Broken[],
  { title, exchanges }: { readonly title: string; readonly exchanges: number },
): string {
  const parts = [
    `# ${prose(cause.title)}`,
    `${prose(title)}: ${count(cause.breaks.length, 'documented promise')} ${cause.breaks.length === 1 ? 'is' : 'are'} not kept.` +
      (cause.blocks.length === 0 ? '' : ` ${count(cause.blocks.length, 'more')} could not be looked at because of it.`),
    `Seen on ${targetNames[report.target]} in a run that started on ${moment(report.startedAt)}.${since(cause)}`,
    ...broken.map(section),
    cause.blocks.length === 0 ? '' : `## What could not be looked at\n\n${blocked(report, cause)}`,
    `## What is in this folder\n\n${contents(broken, exchanges)}`,
    `## About the values\n\nKeys, secrets and personal data are replaced: \`[key]\`, \`[redacted]\` and the like stand for them, the same one for the same value. ` +
      `Found by Assay ${plain(report.versions.assay)} (seed ${report.seed}); cause ${code(cause.fingerprint)}.`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** Since when it is so, as far as earlier runs tell. */
function since({ past }: Cause): string {
  if (past === undefined) return ''
  return past.change === 'new' ? ' Earlier runs did not see it.' : ` It is so since the run of ${moment(past.since)}.`
}

function section({ row, findings, script }: Broken): string {
  const parts = [
    `## ${prose(row.text)}`,
    `**Promised** in ${promised(row)}. ${row.note === undefined ? '' : prose(row.note)}`.trim(),
    ...findings.map((finding) => happened(finding)),
    ...(script === undefined ? [] : [`All steps: [${plain(script)}](${script})`]),
  ]
  return parts.join('\n\n')
}

function promised({ source: { kind, document, section: where, address }, id }: ClauseRow): string {
  const link = address !== undefined && /^https?:\/\/[^\s()<>]+$/i.test(address) ? ` <${address}>` : ''
  return `${prose(document)}, ${prose(where)}${link} (${sourceNames[kind]}; ${code(id)})`
}

function happened(finding: Finding): string {
  const { at, expected, actual, exchange, times, curl } = finding
  const where = exchange === undefined ? '' : `, in exchange ${exchange} of exchanges.har`
  const value = (given: unknown): string => fenced(cut(JSON.stringify(given, null, 2), shownValue), 'json')
  return [
    `**What happened** at ${code(place(at))}${where}, seen ${count(times, 'time')}. Expected:`,
    value(expected),
    'Actual:',
    value(actual),
    ...(curl === '' ? [] : ['The request:', fenced(cut(curl, 20_000), 'sh')]),
  ].join('\n\n')
}

function blocked({ clauses }: Report, { blocks, provider }: Cause): string {
  const rows = clauses.filter((row) => row.provider === provider && blocks.includes(row.id))
  return rows.map(({ text, id }) => `- ${prose(text)} ${code(id)}`).join('\n')
}

function contents(broken: readonly Broken[], exchanges: number): string {
  const scripts = broken.filter(({ script }) => script !== undefined).length
  return [
    ...(scripts === 0
      ? []
      : [
          `- \`steps/\`: ${count(scripts, 'shell script')} of all requests with curl. Set \`ORIGIN\` to the address of the API and \`AUTHORIZATION\` to the value of the Authorization header, or to the key where that goes elsewhere.`,
        ]),
    `- \`exchanges.har\`: ${count(exchanges, 'request')} with ${exchanges === 1 ? 'its response' : 'their responses'}; browsers and HTTP tools open it.`,
    '- `cause.json`: the same for machines.',
  ].join('\n')
}
