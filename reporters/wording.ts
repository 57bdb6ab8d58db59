import type { Source } from '../model/clause.ts'
import type { Verdict } from '../model/finding.ts'
import type { AdditiveChange, ClauseRow, ProviderRow, Report, Severity, WaiverProblem } from '../model/report.ts'

/** How a clause stands in a report: its verdict, with gaps told apart by severity and exclusions by name. */
export type Standing = Verdict | 'warns' | 'waived' | 'excluded'

/** What a reader is told of one standing: a mark, a name, and what it means. */
export interface Wording {
  readonly mark: string
  readonly name: string
  readonly meaning: string
  readonly severity: Severity
}

/** The one place that names standings, in the order in which a reader should meet them. */
export const standings: Readonly<Record<Standing, Wording>> = {
  gap: { mark: '✗', name: 'gap', meaning: 'the target breaks a promise that binds', severity: 'fail' },
  broken: {
    mark: '‼',
    name: 'broken',
    meaning: 'Assay itself failed here; nothing is said of the target',
    severity: 'fault',
  },
  warns: {
    mark: '!',
    name: 'gap that warns',
    meaning: 'the target breaks a promise that does not bind',
    severity: 'warn',
  },
  waived: { mark: '~', name: 'waived gap', meaning: 'a known gap with an owner and an expiry', severity: 'waived' },
  blocked: { mark: '⊘', name: 'blocked', meaning: 'a clause that it stands on has a gap', severity: 'open' },
  inconclusive: { mark: '?', name: 'inconclusive', meaning: 'the target could not be judged', severity: 'open' },
  conforms: { mark: '✓', name: 'conforms', meaning: 'judged at least once and kept every time', severity: 'ok' },
  unobservable: { mark: '·', name: 'unobservable', meaning: 'this target cannot show it', severity: 'none' },
  excluded: { mark: '–', name: 'excluded', meaning: 'nothing can check it', severity: 'none' },
}

/** Short names of severities, for counts. */
export const severityNames: Readonly<Record<Severity, string>> = {
  fail: 'failing',
  fault: 'fault of ours',
  warn: 'warning',
  waived: 'waived',
  open: 'not judged',
  ok: 'conforming',
  none: 'not shown',
}

export const outcomeNames: Readonly<Record<ProviderRow['outcome'], string>> = {
  conforms: 'conforms',
  gaps: 'gaps',
  fault: 'fault of ours',
  interrupted: 'interrupted',
  'not-judged': 'not judged',
}

/** The mark of each severity. */
export const severityMarks: Readonly<Record<Severity, string>> = {
  fail: '✗',
  fault: '‼',
  warn: '!',
  waived: '~',
  open: '?',
  ok: '✓',
  none: '·',
}

/** The severity in whose colour an exit code and an outcome are shown. */
export const exitSeverities: Readonly<Record<Report['exitCode'], Severity>> = {
  0: 'ok',
  1: 'fail',
  2: 'fault',
  3: 'open',
}
export const outcomeSeverities: Readonly<Record<ProviderRow['outcome'], Severity>> = {
  conforms: 'ok',
  gaps: 'fail',
  fault: 'fault',
  interrupted: 'open',
  'not-judged': 'open',
}

export const targetNames: Readonly<Record<Report['target'], string>> = {
  emulator: 'the embedded emulator',
  live: 'the live sandbox',
  url: 'a server by URL',
  recording: 'a recording',
  proxy: 'traffic through the proxy',
}

export const sourceNames: Readonly<Record<Source['kind'], string>> = {
  document: 'stands in the document',
  derived: 'follows from the document',
  elsewhere: 'found elsewhere',
  ours: 'our own choice',
}

export const waiverProblemNames: Readonly<Record<WaiverProblem['problem'], string>> = {
  expired: 'has expired',
  conforms: 'is no longer needed',
  'matches-nothing': 'matches nothing',
}

/** Names of the two figures of a provider. */
export const figureNames = { conforming: 'conforming ÷ judged', judged: 'judged ÷ all' } as const

/** What each exit code says in one word, and the sentence where no count says it better. */
export const exits: Readonly<Record<Report['exitCode'], { readonly word: string; readonly sentence: string }>> = {
  0: { word: 'conforms', sentence: 'Every promise that binds and could be judged is kept' },
  1: { word: 'gaps', sentence: 'The run fails' },
  2: { word: 'fault', sentence: 'Assay itself failed, so the run says less than it should' },
  3: { word: 'not judged', sentence: 'Nothing could be judged' },
}

/** The same of a run that ended early and had found nothing by then. */
export const interrupted = {
  word: 'interrupted',
  sentence: 'The run ended before all checks were tried. It found no gap until then, and says nothing of the rest',
}

/** The same of a run that fails only for what is new, and has only gaps that earlier runs had. */
export const nothingNew = {
  word: 'nothing new',
  sentence: 'Every gap that fails was there before',
}

/** The same of a run that judged something, and less than its configuration asks for. */
export const tooLittle = { word: 'not judged', sentence: 'Too little could be judged' }

export const partialSentence = 'The run ended before all checks were tried: what is here is complete as far as it goes.'

/** Where a clause comes from, in one line. */
export function sourceText({ kind, document, section }: Source): string {
  return `${document}, ${section}${kind === 'document' ? '' : ` (${sourceNames[kind]})`}`
}

const shownNames = 3

/** A few names and how many more there are. */
export function listed(names: readonly string[]): string {
  const hidden = names.length - shownNames
  return `${names.slice(0, shownNames).join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}`
}

/** Why a clause was not judged. */
export function unjudgedReason(row: ClauseRow): string {
  const { blockedBy = [] } = row
  if (blockedBy.length > 0) return `by ${listed(blockedBy.toSorted())}`
  return row.reason ?? (row.excluded === true ? standings.excluded.meaning : standings[row.verdict].meaning)
}

/** One additive change with what the provider's change policy says of it. */
export function additiveText({ operation, schema, at, kind, value, allowedBy, times }: AdditiveChange): string {
  const what = kind === 'property' ? 'new property' : 'new value'
  const place = `${operation ?? 'no operation'}, ${schema}${at}`
  const policy = allowedBy === undefined ? 'no change policy covers it' : `allowed by ${allowedBy}`
  return `${what} ${value} in ${place}: ${policy} (seen ${times === 1 ? 'once' : `${times} times`})`
}

/** Of a provider whose target was not sent a key of the user's. */
/** What a later version has changed of what a gap is about. */
export function versionText({ since, text }: NonNullable<ClauseRow['versionChange']>): string {
  return `a difference of version ${since}: ${text}`
}

export const madeUpKeyText =
  'A key that Assay made up was sent. Yours goes to the sandbox of the provider, and to a host that --allow-host names.'
