import { loadConfiguration } from '../cli/configuration-file.ts'
import type { Configuration } from '../cli/configuration-file.ts'
import { parseSettings } from '../cli/parse-settings.ts'
import type { GivenFlags, Setting } from '../cli/parse-settings.ts'
import { UsageError } from '../wire/errors.ts'

/** What is judged and how, as the flags of `assay run` say it. */
export interface TargetSetting {
  /** `emulator`, `live`, a URL with or without a base path, the path of a recording, or the name of a target in the configuration; the embedded emulator where absent. */
  readonly target?: string | URL
  /** Fixes every generated value, 1 where absent. */
  readonly seed?: number
  /** Generated inputs for each property; 10 on the emulator, 5 on a URL, 2 live. */
  readonly runs?: number
  /** Only checks with these ids, of these clauses or sections; all where absent. */
  readonly only?: readonly string[]
  /** Path of a file of known gaps, each with reason, owner and expiry. */
  readonly waivers?: string
  /** Time limit of one request in seconds, 30 where absent. */
  readonly timeout?: number
  /** Most requests to a live target or URL, for each provider, 20,000 where absent. */
  readonly maxRequests?: number
  /** Most objects made there, for each provider, 5,000 where absent. */
  readonly maxCreations?: number
  /** Checks side by side on a live target or URL, for each provider; as many as its documented pace has requests at once where absent. */
  readonly concurrency?: number
  /** Longest duration of a run in minutes, 60 where absent. */
  readonly maxMinutes?: number
  /** Folder in which objects made on a target are noted until they are removed, `.assay` where absent. */
  readonly ledger?: string
  /** Hosts besides the sandbox to which your key may be sent. */
  readonly allowHost?: readonly string[]
  /** Allows production hosts and keys. */
  readonly allowProduction?: boolean
  /** Path of a configuration, where it is not `assay.config.ts` or `.json` in the current folder; `false` for none. Settings win over it. */
  readonly config?: string | false
  /** Keys and addresses by the names of `.env.example`; `process.env` where absent. No file is read. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

const flagOf = {
  target: '--target',
  seed: '--seed',
  runs: '--runs',
  waivers: '--waivers',
  timeout: '--timeout',
  maxRequests: '--max-requests',
  maxCreations: '--max-creations',
  concurrency: '--concurrency',
  maxMinutes: '--max-minutes',
  ledger: '--ledger',
  allowHost: '--allow-host',
  allowProduction: '--allow-production',
} as const

const notFlags = ['only', 'environment', 'config'] as const

/** Reads settings, refusing those that do not exist; those of `before` hold where a setting is absent. */
export function flagsOf(
  setting: TargetSetting,
  before: readonly Setting[] = [],
  alsoKnown: readonly string[] = [],
): GivenFlags {
  const known = new Set<string>([...Object.keys(flagOf), ...notFlags, ...alsoKnown])
  const strange = Object.keys(setting).find((name) => !known.has(name))
  if (strange !== undefined)
    throw new UsageError(`There is no setting "${strange}"; choose from ${[...known].toSorted().join(', ')}.`)
  return parseSettings([
    ...before,
    ...Object.entries(flagOf).flatMap(([name, flag]) => settingsOf(name, flag, setting)),
  ])
}

function settingsOf(name: string, flag: string, setting: TargetSetting): readonly Setting[] {
  const value: unknown = (setting as Readonly<Record<string, unknown>>)[name]
  if (value === undefined || value === false) return []
  if (value === true) return [{ name, argument: flag }]
  return [value].flat().map((one) => ({ name, argument: `${flag}=${String(one)}` }))
}

/** Keys and addresses; an empty value is no value. */
export function environmentOf({
  environment = process.env,
}: TargetSetting): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

/** The configuration that a setting means. */
export async function configurationOf({ config }: TargetSetting): Promise<Configuration | undefined> {
  return config === false ? undefined : loadConfiguration(config)
}
