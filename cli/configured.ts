import { canonicalHost } from '../model/host.ts'
import type { AssayConfiguration, ConfiguredTarget, Thresholds } from '../model/configuration.ts'
import { UsageError } from '../wire/errors.ts'
import { fromHere } from './configuration-file.ts'
import type { Configuration } from './configuration-file.ts'

/** What a command asks of the command line: which flags its user gave. */
export interface Given {
  getOptionValueSource(name: string): string | undefined
}

/** Flags with what the configuration says where the user gave none, and what no flag says. */
export interface Configured<Flags> {
  readonly flags: Flags
  readonly names: readonly string[]
  readonly thresholds: Thresholds
  /** Name of the target in the configuration. */
  readonly targetName?: string
  /** Names of all its targets. */
  readonly targets: readonly string[]
}

/** Reads a configuration into the flags of a command. A flag that was given wins over the target's setting, and that over the common one. */
export function configured<Flags extends { readonly target: string }>(
  configuration: Configuration | undefined,
  command: Given,
  flags: Flags,
  names: readonly string[],
): Configured<Flags> {
  if (configuration === undefined) return { flags, names, thresholds: {}, targets: [] }
  const { values } = configuration
  const isGiven = (name: string): boolean => command.getOptionValueSource(name) === 'cli'
  const named = isGiven('target') ? flags.target : (values.target ?? flags.target)
  const own = Object.hasOwn(values.targets ?? {}, named) ? values.targets?.[named] : undefined
  const set = { ...settingsOf(values, configuration), ...(own === undefined ? {} : settingsOf(own, configuration)) }
  const chosen = Object.entries(set).filter(([name]) => !isGiven(name))
  return {
    flags: {
      ...flags,
      target: targetFrom(configuration, own?.target ?? (isGiven('target') ? undefined : values.target)) ?? named,
      ...(Object.fromEntries(chosen) as Partial<Flags>),
    },
    names:
      names.length > 0
        ? names
        : (own?.providers ?? values.providers ?? []).map((name) => providerFrom(configuration, name)),
    thresholds: { ...values.thresholds, ...own?.thresholds },
    targets: Object.keys(values.targets ?? {}),
    ...(own === undefined ? {} : { targetName: named }),
  }
}

/** Settings by the names that the flags have; paths as they are written from where the command runs. */
function settingsOf(
  settings: AssayConfiguration | ConfiguredTarget,
  configuration: Configuration,
): Readonly<Record<string, unknown>> {
  const {
    waivers,
    history,
    report,
    formats,
    allowHost,
    providers: _p,
    thresholds: _t,
    target: _target,
    ...same
  } = settings
  const { targets: _targets, $schema: _schema, ...plain } = same as Readonly<Record<string, unknown>>
  const path = (value: string): string => fromHere(configuration, value)
  return {
    ...plain,
    ...(waivers === undefined ? {} : { waivers: path(waivers) }),
    ...(history === undefined ? {} : { history: history === false ? false : path(history) }),
    ...(report === undefined ? {} : { report: path(report) }),
    ...(formats === undefined ? {} : { format: formats }),
    ...(allowHost === undefined ? {} : { allowHost: allowHost.map((host) => hostFrom(configuration, host)) }),
  }
}

/** The path of a recording starts from the folder of the configuration, as every path of it. */
function targetFrom(configuration: Configuration, target: string | undefined): string | undefined {
  if (target === undefined || target === 'emulator' || target === 'live' || /^https?:/.test(target)) return target
  return fromHere(configuration, target)
}

/** A folder of one's own is written from the folder of the configuration. */
function providerFrom(configuration: Configuration, name: string): string {
  if (!/[./\\]/.test(name)) return name
  const path = fromHere(configuration, name)
  return path.startsWith('.') || path.startsWith('/') ? path : `./${path}`
}

function hostFrom({ file }: Configuration, host: string): string {
  const canonical = canonicalHost(host)
  if (canonical === undefined)
    throw new UsageError(`${file}: "${host}" in allowHost is no host name or address, such as mock.example.`)
  return canonical
}
