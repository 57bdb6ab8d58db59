import { Option } from 'commander'
import type { Command } from 'commander'
import { breadths } from '../engine/breadth.ts'
import type { Breadth } from '../engine/breadth.ts'
import type { Budget } from '../wire/layers/with-budget.ts'
import { defaultLimits } from '../wire/limits.ts'
import type { Limits } from '../wire/limits.ts'
import type { Permissions } from './guard.ts'
import { hosts, wholeNumber } from './option-values.ts'

/** Flags of every command that sends something to another server. */
export interface UpstreamFlags {
  readonly seed: number
  readonly timeout: number
  readonly allowProduction?: boolean
  readonly allowHost: readonly string[]
}

/** Flags of every command that talks to a target. */
export interface TargetFlags extends UpstreamFlags {
  readonly target: string
  readonly maxRequests: number
  readonly maxCreations: number
  readonly maxMinutes: number
  readonly concurrency?: number
  readonly ledger: string
}

/** Flags of what judges a target. */
export interface JudgingFlags extends TargetFlags {
  readonly runs?: number
  readonly breadth?: Breadth
  readonly waivers?: string
}

export function targetOptions(command: Command): Command {
  return upstreamOptions(
    command.option(
      '--target <target>',
      'emulator, live, a URL, the path of a recording, or a target of the configuration',
      'emulator',
    ),
  )
}

export function upstreamOptions(command: Command): Command {
  return command
    .option('--seed <number>', 'fixes every generated value', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--timeout <seconds>', 'time limit of one request', wholeNumber(1, 600), defaultLimits.timeoutMs / 1000)
    .option('--allow-production', 'production hosts and keys are meant')
    .option('--allow-host <host>', 'a host that is not the sandbox may have your key; may be repeated', hosts, [])
}

export function budgetOptions(command: Command): Command {
  return command
    .option(
      '--max-requests <number>',
      'most requests to a live target or URL, for each provider',
      wholeNumber(1, 10_000_000),
      20_000,
    )
    .option(
      '--max-creations <number>',
      'most objects made there, for each provider',
      wholeNumber(0, 10_000_000),
      20_000,
    )
    .option(
      '--concurrency <number>',
      'checks side by side on a live target or URL, for each provider; as many as its documented pace has requests at once',
      wholeNumber(1, 1_000),
    )
    .option('--max-minutes <number>', 'longest duration of a run', wholeNumber(1, 10_000), 60)
    .option('--ledger <folder>', 'where what was made there is noted until it is removed', '.assay')
}

/** What a run makes of its target: how often each property is tried, and what is known already. */
export function judgingOptions(command: Command): Command {
  return command
    .option('--runs <number>', 'generated inputs for each property', wholeNumber(1, 100_000))
    .addOption(
      new Option(
        '--breadth <breadth>',
        'of the laws: one cell of each, each resource once, or all; one on a live target, all elsewhere',
      ).choices(breadths),
    )
    .option('--waivers <file>', 'known gaps, each with reason, owner and expiry')
}

export function permissionsOf({ allowProduction = false, allowHost }: UpstreamFlags): Permissions {
  return { allowProduction, allowHost }
}

export function limitsOf({ timeout }: UpstreamFlags): Limits {
  return { ...defaultLimits, timeoutMs: timeout * 1000 }
}

export function budgetOf({ maxRequests, maxCreations }: TargetFlags): Budget {
  return { requests: maxRequests, creations: maxCreations }
}
