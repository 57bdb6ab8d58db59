import type { ReportHistory } from './report.ts'

/** Settings that a configuration has for all targets, and each target of it for itself. */
interface SharedSettings {
  /** Names of providers, or folders of one's own, that are judged where the command line names none. */
  readonly providers?: readonly string[]
  /** File of known gaps. */
  readonly waivers?: string
  /** Folder of earlier runs; none where false. */
  readonly history?: string | false
  /** Folder of the report. */
  readonly report?: string
  readonly formats?: readonly string[]
  readonly breadth?: 'one' | 'resource' | 'all'
  readonly failOn?: ReportHistory['failOn']
  readonly seed?: number
  readonly runs?: number
  /** Seconds for one request. */
  readonly timeout?: number
  readonly maxRequests?: number
  readonly maxCreations?: number
  readonly maxMinutes?: number
  readonly allowHost?: readonly string[]
  readonly thresholds?: Thresholds
}

/** From where on something becomes a warning or keeps a run from conforming. */
export interface Thresholds {
  /** Runs in a row that could not judge a clause, from which on it is a warning of its own. */
  readonly inconclusiveRuns?: number
  /** Least share of the clauses of a provider that has to be judged, in percent; a run that judges less ends with 3. */
  readonly judged?: number
}

/** One target by name. */
export interface ConfiguredTarget extends SharedSettings {
  /** `emulator`, `live`, a URL, or the path of a recording. */
  readonly target: string
  readonly emulated?: boolean
  readonly baseUrl?: string
  readonly anyVersion?: boolean
}

/** What `assay.config.ts` or `assay.config.json` says. Flags of the command line win over it. */
export interface AssayConfiguration extends SharedSettings {
  readonly $schema?: string
  /** What is judged where the command line names no target: one of `targets`, or what `--target` takes. */
  readonly target?: string
  readonly targets?: Readonly<Record<string, ConfiguredTarget>>
}
