import type { Level, Source } from './clause.ts'
import type { Attempt } from './exchange.ts'
import type { Outage, Verdict } from './finding.ts'
import type { Json } from './json.ts'

/** Kinds of target; a report says the kind, never a host or a key. */
export type TargetKind = 'emulator' | 'live' | 'url' | 'recording'

/**
 * What a verdict means for the reader: `fail` and `warn` are gaps of a must and of another level, `waived` a known gap,
 * `fault` our own, `open` could not be judged, `ok` conforms, `none` is not shown by this target.
 */
export const severities = ['fail', 'fault', 'warn', 'waived', 'open', 'ok', 'none'] as const
export type Severity = (typeof severities)[number]

/** An exchange as it is stored: redacted, bodies cut at a limit. */
export interface StoredExchange {
  readonly id: number
  readonly direction: 'outbound' | 'inbound'
  readonly operation: string | null
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers: readonly (readonly [string, string])[]
    readonly body: string
  }
  readonly response: {
    readonly status: number
    readonly headers: readonly (readonly [string, string])[]
    readonly body: string
  }
  readonly attempts: readonly Attempt[]
  readonly startedAt: string
  readonly durationMs: number
  /** Bytes of bodies left out of what is stored. */
  readonly truncated: number
  /** Place, from 1, of its entry in the recording, where it is from one. */
  readonly entry?: number
}

/** One proof of a gap (or of a fault of ours). */
export interface Finding {
  /** Stable over runs: the same gap shown in the same way. */
  readonly fingerprint: string
  /** Id of the check or observer that found it. */
  readonly by: string
  /** JSON Pointer into the body, `status`, or a header name. */
  readonly at: string
  readonly expected: Json
  readonly actual: Json
  /** Ids of the exchanges that prove it, in `exchanges` of the report, in the order in which they came. */
  readonly evidence: readonly number[]
  /** Which of them departs; absent where it takes several to show it, as of a count over several answers. */
  readonly exchange?: number
  /** The shrunk input of a property. */
  readonly counterexample?: Json
  /** Places, from 1, of the entries of the recording that show it, as far as they are kept. */
  readonly entries?: readonly number[]
  /** How often it was seen in this run. */
  readonly times: number
  /** The request of `exchange`, or the last one, with the key as a shell variable; empty for a delivery. */
  readonly curl: string
  /** A shell script of all steps that led there, where it takes more than one request. */
  readonly script?: string
  /** The known departure that it shows: what was seen of the provider itself. */
  readonly known?: string
  /** The command that replays it alone. */
  readonly replay: string
}

/** An answer from which a check could not go on. */
interface Stop {
  readonly reason: string
  readonly times: number
  /** Id of the exchange in `exchanges` of the report, with its request as a curl line. */
  readonly exchange?: number
  readonly curl?: string
}

/** An operation whose answers were outages, so that nothing is said of them. */
interface OutageRow {
  /** Method and path template. */
  readonly operation: string
  readonly outage: Outage
  readonly status: number
  readonly times: number
  readonly exchange: number
  readonly curl: string
}

/**
 * How a clause changed against earlier runs. `new`: its gap was in no earlier run; `back`: it conformed after an earlier gap;
 * `worse`: its gap did not fail before; `standing`: the gap was there before; `mended`: it conforms now; `unjudged`: it was judged before.
 */
export const changes = ['new', 'back', 'worse', 'standing', 'mended', 'unjudged'] as const
export type Change = (typeof changes)[number]

/** What earlier runs say of a clause. Times are starts of runs; only runs that tried what shows the gap are counted. */
export interface Past {
  readonly change: Change
  /** The first of the runs in a row that say the same: of the gap, of its being mended, of its not being judged. */
  readonly since: string
  /** In how many runs the gap was seen, of those that judged the clause, this one included. */
  readonly seen: number
  readonly of: number
  readonly lastConforming?: string
  /** The last run that saw the gap, where it is mended; the last run that judged the clause, where it is not judged any more. */
  readonly last?: string
}

/** One clause and what the run says of it. */
export interface ClauseRow {
  readonly provider: string
  readonly id: string
  readonly level: Level
  readonly text: string
  readonly section: string
  readonly source: Source
  readonly verdict: Verdict
  readonly severity: Severity
  /** How many instances were looked at. */
  readonly judged: number
  /** Why it is unobservable, inconclusive or broken, in one sentence. */
  readonly reason?: string
  readonly outage?: Outage
  /** Clauses with a gap that kept a check of it from going on; beside `conforms`, of a part that was not seen. */
  readonly blockedBy?: readonly string[]
  /** The answers from which checks of it could not go on, the most frequent first. */
  readonly stops?: readonly Stop[]
  /** The readings of a contradiction that the target follows. */
  readonly follows?: readonly { readonly name: string; readonly text: string; readonly times: number }[]
  /** How often it conformed only after the retry policy had repeated a request. */
  readonly afterRetry?: number
  /** Excluded from judging in the contract. */
  readonly excluded?: boolean
  readonly waiver?: { readonly reason: string; readonly owner: string; readonly expires: string }
  readonly note?: string
  /** What a later version, which the target answers in, has changed of what the gap is about. */
  readonly versionChange?: { readonly since: string; readonly text: string; readonly address?: string }
  /** What earlier runs say of it, where there were any and they say something. */
  readonly past?: Past
  readonly findings: readonly Finding[]
}

/** A property or enum value that the contract does not know, and what the provider's change policy says of it. */
export interface AdditiveChange {
  readonly operation: string | null
  readonly schema: string
  readonly at: string
  readonly kind: 'property' | 'enum-value'
  readonly value: string
  readonly allowedBy?: string
  readonly times: number
}

/** Counts over the fixed set of a provider's clauses. */
export interface Figures {
  /** All clauses, and those that stand in the source document (or follow from it). */
  readonly clauses: number
  readonly documented: number
  /** Clauses with a verdict of conforms or gap. */
  readonly judged: number
  readonly conforming: number
  /** Gaps that fail the run, by where the clause stands: in the source document (or it follows from it), or elsewhere. */
  readonly failing: { readonly document: number; readonly elsewhere: number }
  readonly verdicts: Readonly<Record<Verdict, number>>
  readonly severities: Readonly<Record<Severity, number>>
}

/** What was tried of a provider's suite, so that runs of different breadth are compared in what they share. */
export interface Scope {
  /** Checks of the whole suite. */
  readonly checks: number
  /** Ids of the checks that were tried, where that was not all of them; of traffic that somebody else caused, its operations. */
  readonly tried?: readonly string[]
}

/** A version of the API that a target answers in, by the header of its answers or by what they have and lack. */
export interface SpokenVersion {
  readonly name: string
  readonly by: 'header' | 'properties'
}

export interface ProviderRow {
  readonly name: string
  readonly title: string
  readonly outcome: 'conforms' | 'gaps' | 'fault' | 'interrupted' | 'not-judged'
  /** One sentence where the whole provider could not be judged. */
  readonly reason?: string
  /** The target was sent a key that Assay made up, and none of the user's. */
  readonly madeUpKey?: boolean
  /** The version that the target answers in, where it is another than the contract's. */
  readonly speaks?: SpokenVersion & { readonly asked: string }
  readonly figures: Figures
  readonly contract: string
  readonly scope?: Scope
  readonly exchanges: number
  readonly durationMs: number
  readonly additive: readonly AdditiveChange[]
  /** Operations that answered with an outage (a rate limit, a server error). */
  readonly outages: readonly OutageRow[]
  /** Exchanges of passing or recorded traffic that are not judged, by the reason. */
  readonly apart: readonly { readonly reason: string; readonly times: number }[]
  /** Method and path of requests for which no operation is described, the most frequent first. */
  readonly unmatched: readonly { readonly path: string; readonly times: number }[]
  /** Objects that the run created and could not remove. */
  readonly leftovers: readonly { readonly kind: string; readonly id: string; readonly reason: string }[]
}

/** Gaps of one origin: what a maintainer has to mend once. */
export interface Cause {
  /** Stable over runs. */
  readonly fingerprint: string
  readonly provider: string
  /** What is wrong, in plain words. */
  readonly title: string
  /** The gravest of its clauses'. */
  readonly severity: Severity
  /** Clauses with a gap (or a fault of ours) that come from it. */
  readonly breaks: readonly string[]
  /** Clauses that could not be judged because of it. */
  readonly blocks: readonly string[]
  /** The clause whose first finding proves it best. */
  readonly proof: string
  readonly past?: CausePast
}

/** What earlier runs say of a cause: `grown` breaks more clauses than before. */
export interface CausePast {
  readonly change: 'new' | 'grown' | 'standing'
  readonly since: string
}

/** One run of a provider, as a point of its trend. */
export interface RunPoint {
  readonly startedAt: string
  readonly outcome: ProviderRow['outcome']
  readonly clauses: number
  readonly judged: number
  readonly conforming: number
  /** Gaps that fail the run. */
  readonly failing: number
  /** Only a part of the suite was tried. */
  readonly narrowed?: boolean
}

/** The earlier runs of one provider on the same target. */
export interface ProviderPast {
  readonly name: string
  /** Earlier runs that were compared. */
  readonly runs: number
  /** The contract is another than in the run before. */
  readonly contractChanged?: boolean
  /** Clauses that an earlier run judged, and that the contract does not have any more. */
  readonly gone: readonly string[]
  /** The latest runs in order, this one last. */
  readonly points: readonly RunPoint[]
  /** Causes of the run before whose clauses all conform now. */
  readonly mended: readonly Pick<Cause, 'fingerprint' | 'title' | 'breaks'>[]
}

/** A clause that several runs in a row could not judge because of outages. */
export interface StuckClause {
  readonly provider: string
  readonly clause: string
  readonly runs: number
  readonly since: string
}

/** What this run was compared with. */
export interface ReportHistory {
  readonly against: 'history' | 'baseline'
  /** What fails the run: every gap that binds, or only those that earlier runs did not have. */
  readonly failOn: 'gaps' | 'new'
  readonly providers: readonly ProviderPast[]
  readonly stuck: readonly StuckClause[]
  /** What of the kept runs could not be read, one sentence each. */
  readonly notes: readonly string[]
}

/** A waiver that fails the run. */
export interface WaiverProblem {
  readonly clause: string
  readonly problem: 'expired' | 'conforms' | 'matches-nothing'
  readonly text: string
}

/** A provider of which less was judged than is asked for, in percent of its clauses. */
export interface Shortfall {
  readonly provider: string
  readonly judged: number
  readonly least: number
}

/** All that one run says: the only input of the reporters. */
export interface Report {
  readonly format: 'assay-report'
  readonly version: 2
  /** What was judged; `proxy` is traffic that passed through it, which is judged as a recording is. */
  readonly target: TargetKind | 'proxy'
  readonly seed: number
  readonly runs: number
  readonly only: readonly string[]
  /** The run was stopped before it was through; what is here is complete as far as it goes. */
  readonly partial: boolean
  readonly startedAt: string
  readonly finishedAt: string
  readonly durationMs: number
  readonly versions: { readonly assay: string; readonly node: string }
  readonly exitCode: 0 | 1 | 2 | 3
  readonly providers: readonly ProviderRow[]
  /** What is to be mended, the gravest and most far-reaching first. */
  readonly causes: readonly Cause[]
  readonly clauses: readonly ClauseRow[]
  readonly exchanges: readonly StoredExchange[]
  readonly waiverProblems: readonly WaiverProblem[]
  /** Providers of which less was judged than the configuration asks for. */
  readonly shortfalls?: readonly Shortfall[]
  /** Name of the target in the configuration. */
  readonly targetName?: string
  /** What earlier runs say, where they were asked. */
  readonly history?: ReportHistory
}
