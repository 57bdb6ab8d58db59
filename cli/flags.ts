import { Option } from 'commander'
import type { Command } from 'commander'
import { breadths } from '../engine/breadth.ts'
import type { Breadth } from '../engine/breadth.ts'
import type { Budget } from '../wire/layers/with-budget.ts'
import { defaultLimits } from '../wire/limits.ts'
import type { Limits } from '../wire/limits.ts'
import type { Permissions } from './guard.ts'
import { hosts, repeatable, wholeNumber } from './option-values.ts'

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

export function configOption(): Option {
  return new Option(
    '--config <file>',
    'configuration file (default: assay.config.ts or assay.config.json in the current folder)',
  )
}

export function targetOptions(command: Command): Command {
  return upstreamOptions(
    command.option(
      '--target <target>',
      'what to judge: emulator, live, a URL, the path of a HAR file, or the name of a target in the configuration',
      'emulator',
    ),
  )
}

export function upstreamOptions(command: Command): Command {
  return command
    .option('--seed <number>', 'seed of all generated values', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--timeout <seconds>', 'time limit of one request', wholeNumber(1, 600), defaultLimits.timeoutMs / 1000)
    .option('--allow-production', 'allow production hosts and keys')
    .addOption(repeatable('--allow-host <host>', 'allow your key to be sent to this host, besides the sandbox', hosts))
}

export function budgetOptions(command: Command): Command {
  return command
    .option(
      '--max-requests <number>',
      'maximum number of requests to a live target or URL, for each provider',
      wholeNumber(1, 10_000_000),
      20_000,
    )
    .option(
      '--max-creations <number>',
      'maximum number of objects to create there, for each provider',
      wholeNumber(0, 10_000_000),
      20_000,
    )
    .option(
      '--concurrency <number>',
      'number of checks to run at the same time on a live target or URL, for each provider (default: what its documented rate limit allows)',
      wholeNumber(1, 1_000),
    )
    .option('--max-minutes <number>', 'maximum duration of a run', wholeNumber(1, 10_000), 60)
    .option('--ledger <folder>', 'folder for the list of created objects that are still to be removed', '.assay')
}

/** What a run makes of its target: how often each property is tried, and what is known already. */
export function judgingOptions(command: Command): Command {
  return command
    .option(
      '--runs <number>',
      'number of generated inputs for each property (default: 10 on the emulator, 5 on a URL, 2 live)',
      wholeNumber(1, 100_000),
    )
    .addOption(
      new Option(
        '--breadth <breadth>',
        'how much of each law to check: one cell, one cell for each resource, or all cells (default: one on a live target, all elsewhere)',
      ).choices(breadths),
    )
    .option('--waivers <file>', 'file of known gaps, each with a reason, an owner and an expiry date')
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
