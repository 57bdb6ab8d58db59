import type { ClauseRow, ProviderRow, Report } from '../model/report.ts'
import { arrange, standingOf } from './arrange.ts'
import { shownCauses } from './causes.ts'
import { changeSentence, changesOf, failsRun, pastText } from './changes.ts'
import { figuresOf } from './figures.ts'
import { headline } from './headline.ts'
import { cut, oneLine, place } from './printable.ts'
import { proof, seen, shownIn } from './proof.ts'
import { sourceText, standings, unjudgedReason, waiverProblemNames, madeUpKeyText } from './wording.ts'
import { content, element } from './xml.ts'

const shownMessage = 400
const shownText = 4000

interface Case {
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped'
  readonly markup: string
}

interface Suite {
  readonly name: string
  readonly durationMs: number
  readonly properties: Readonly<Record<string, string>>
  readonly cases: readonly Case[]
  readonly note: string
}

/**
 * JUnit XML for CI systems: one suite a provider, one case a clause, and one more suite for what else fails the run.
 * It keeps to what the Ant and the Jenkins schemas both accept: all required attributes, one outcome a case, local time without a zone.
 */
export function junit(report: Report): string {
  const providers = arrange(report).map(({ provider, sections }) =>
    providerSuite(
      report,
      provider,
      sections.flatMap(({ rows }) => rows),
    ),
  )
  const run = runSuite(report)
  const suites = run.cases.length > 0 ? [...providers, run] : providers
  const written = suites.map((suite, index) => suiteElement(suite, index, report.startedAt))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', {}, `\n${written.join('\n')}\n`)}\n`
}

function providerSuite(report: Report, provider: ProviderRow, rows: readonly ClauseRow[]): Suite {
  const figures = figuresOf(provider.figures).map(
    ({ name, part, whole, percent }) => [name, `${part}/${whole} (${percent})`] as const,
  )
  const causes = shownCauses(report)
    .filter(({ cause }) => cause.provider === provider.name)
    .map(({ cause, reach }, index) => [`cause ${index + 1}`, oneLine(`${cause.title}: ${reach}`)] as const)
  const { sentence, partial = '' } = headline(report)
  return {
    name: provider.name,
    durationMs: provider.durationMs,
    properties: {
      target: report.target,
      seed: String(report.seed),
      contract: provider.contract,
      ...Object.fromEntries(figures),
      ...Object.fromEntries(causes),
      ...changeProperties(report, provider.name),
    },
    cases: rows.map((row) => clauseCase(row, failsRun(report, row))),
    note: [provider.reason ?? '', provider.madeUpKey === true ? madeUpKeyText : '', partial, `Whole run: ${sentence}`]
      .filter((text) => text !== '')
      .join('\n'),
  }
}

/** What changed against earlier runs, where that is known. */
function changeProperties(report: Report, name: string): Readonly<Record<string, string>> {
  const changes = changesOf(report)
  if (changes === undefined || changeSentence(report) === '') return {}
  const ids = (rows: readonly ClauseRow[]): string =>
    rows
      .filter(({ provider }) => provider === name)
      .map(({ id }) => id)
      .join(' ')
  const { news, mended, unjudged } = changes
  const listed = {
    'new gaps': ids(news),
    mended: ids(mended),
    'no longer judged': ids(unjudged.flatMap(({ rows }) => rows)),
  }
  return Object.fromEntries(Object.entries(listed).filter(([, value]) => value !== ''))
}

function clauseCase(row: ClauseRow, fails: boolean): Case {
  const { name, severity } = standings[standingOf(row)]
  const where = { name: `${row.text} [${row.id}]`, classname: `${row.provider}.${row.section}` }
  if (severity === 'ok') return testcase(where, 'passed')
  const news = row.verdict === 'gap' && row.past !== undefined ? ` (${pastText(row.past)})` : ''
  const message = `${name}${news}: ${row.waiver?.reason ?? row.reason ?? (row.verdict === 'gap' ? gapSummary(row) : unjudgedReason(row))}`
  const outcome = fails ? 'failure' : severity === 'fault' ? 'error' : 'skipped'
  return testcase(where, outcome, { message, type: name, details: details(row) })
}

function gapSummary({ findings: [first] }: ClauseRow): string {
  return first === undefined
    ? 'no finding was kept'
    : `${place(first.at)}: expected ${JSON.stringify(first.expected)}, actual ${JSON.stringify(first.actual)}`
}

function details(row: ClauseRow): string {
  const findings = row.findings.flatMap((finding) => [
    `at ${place(finding.at)}${shownIn(finding)}, ${seen(finding)}`,
    ...proof(finding).map(({ part, text }) => `  ${part.padEnd(8)}  ${cut(oneLine(text), shownText)}`),
  ])
  const past = row.past === undefined ? [] : [pastText(row.past)]
  return [`${row.id} (${row.level}), ${sourceText(row.source)}`, ...past, ...findings].join('\n')
}

/** What fails the run besides its clauses, so that a run that is not green has no green file. */
function runSuite(report: Report): Suite {
  const { word, sentence } = headline(report)
  const undecided = report.exitCode === 2 || report.exitCode === 3
  const verdict = testcase({ name: 'The run came to a verdict', classname: 'run' }, 'error', {
    message: sentence,
    type: word,
    details: sentence,
  })
  const waivers = report.waiverProblems.map(({ clause, problem, text }) =>
    testcase({ name: `The waiver of ${clause} ${waiverProblemNames[problem]}`, classname: 'run.waivers' }, 'failure', {
      message: text,
      type: waiverProblemNames[problem],
      details: text,
    }),
  )
  return {
    name: 'run',
    durationMs: report.durationMs,
    properties: {},
    cases: [...(undecided ? [verdict] : []), ...waivers],
    note: '',
  }
}

interface Explanation {
  readonly message: string
  readonly type: string
  readonly details: string
}

function testcase(
  where: { readonly name: string; readonly classname: string },
  outcome: Case['outcome'],
  explanation?: Explanation,
): Case {
  const attributes = { name: oneLine(where.name), classname: oneLine(where.classname), time: 0 }
  if (outcome === 'passed' || explanation === undefined) return { outcome, markup: element('testcase', attributes) }
  const { message, type, details: text } = explanation
  const child = element(outcome, { message: cut(oneLine(message), shownMessage), type }, content(text))
  return { outcome, markup: element('testcase', attributes, child) }
}

function suiteElement(suite: Suite, index: number, startedAt: string): string {
  const number = (outcome: Case['outcome']): number => suite.cases.filter((one) => one.outcome === outcome).length
  const attributes = {
    name: suite.name,
    package: suite.name,
    id: index,
    timestamp: startedAt.slice(0, 19),
    hostname: 'localhost',
    tests: suite.cases.length,
    failures: number('failure'),
    errors: number('error'),
    skipped: number('skipped'),
    time: (suite.durationMs / 1000).toFixed(3),
  }
  const properties = Object.entries(suite.properties).map(([name, value]) => element('property', { name, value }))
  const lines = [
    element('properties', {}, properties.join('')),
    ...suite.cases.map(({ markup }) => markup),
    element('system-out', {}, content(suite.note)),
    element('system-err', {}),
  ]
  return element('testsuite', attributes, `\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
}
