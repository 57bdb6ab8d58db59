import { Command } from 'commander'
import { judgeVariants } from '../engine/variants/judge-variants.ts'
import type { VariantResult, VariantsSetting } from '../engine/variants/judge-variants.ts'
import { variantsOf } from '../engine/variants/of-contract.ts'
import { planFor } from '../engine/run.ts'
import { hasEmulator, loadVariants } from '../emulator/load.ts'
import type { Variant } from '../emulator/variants/variant.ts'
import type { Provider } from '../model/contract.ts'
import type { ClauseRow } from '../model/report.ts'
import { UsageError } from '../wire/errors.ts'
import { embeddedEmulator } from '../wire/targets.ts'
import { chooseProviders } from './choose-providers.ts'
import { budgetOptions, targetOptions } from './flags.ts'
import type { TargetFlags } from './flags.ts'
import type { Io, Running } from './io.ts'
import { ledgerFor } from './ledger-for.ts'
import { createMishaps } from './mishap.ts'
import { openSetting, openTarget } from './open-target.ts'
import { repeatable, wholeNumber } from './option-values.ts'
import { removeMade } from './remove-made.ts'
import { noEmulator } from './require-target.ts'
import { parseTarget, usualRuns } from './target.ts'
import type { TargetChoice } from './target.ts'

interface VariantsFlags extends TargetFlags {
  readonly only: readonly string[]
  readonly emulated?: boolean
  readonly json?: boolean
  readonly runs?: number
}

export function variantsCommand(running: Running): Command {
  const command = new Command('variants')
    .description('Judge targets with one thing different that the documents allow, and list every false gap.')
    .argument('[provider...]', 'providers; all of them where none is named')
    .addOption(repeatable('--only <id>', 'run only variants whose id begins with this'))
    .option('--emulated', 'treat the URL as that of an Assay emulator, and use its control interface')
    .option('--json', 'print JSON')
    .option('--runs <number>', 'number of generated inputs for each property', wholeNumber(1, 10_000))
  return budgetOptions(targetOptions(command)).action(running(variantsAction))
}

async function variantsAction(io: Io, names: readonly string[], flags: VariantsFlags): Promise<number> {
  const choice = parseTarget(flags.target, flags.emulated === true)
  const providers = await chooseProviders(names)
  const results: (VariantResult & { readonly provider: string })[] = []
  for (const provider of providers) {
    const setting = await settingFor(io, provider, choice, flags)
    // what a target departs from anyway is nothing that a variant brings about
    const known = choice.kind === 'emulator' ? new Set<string>() : await departuresOf(setting)
    for (const variant of await variantsFor(provider, choice, flags.only)) {
      const result = { provider: provider.name, ...(await judgeVariants(setting, [variant], known)) }
      if (flags.json !== true) io.stdout.write(describe(result, variant))
      results.push(result)
    }
  }
  if (results.length === 0) throw new UsageError(`No variant has an id that begins with ${flags.only.join(' or ')}.`)
  const clean = results.filter(({ departures, hidden }) => departures.length + hidden.length === 0).length
  io.stdout.write(
    flags.json === true
      ? `${JSON.stringify(results, null, 2)}\n`
      : `${clean} of ${results.length} variants have no gap\n`,
  )
  return clean === results.length ? 0 : 1
}

/** All variants of a provider; on a target other than the emulator, only those that stand between it and the suite. */
async function variantsFor(
  provider: Provider,
  { kind }: TargetChoice,
  only: readonly string[],
): Promise<readonly Variant[]> {
  const { contract } = await planFor(provider)
  const own = hasEmulator(provider) ? await loadVariants(provider.name) : []
  return [...variantsOf(contract), ...own]
    .filter((variant) => kind === 'emulator' || !isOfEmulator(variant))
    .filter(({ id }) => only.length === 0 || only.some((prefix) => id.startsWith(prefix)))
}

/** Whether it changes the emulator, or asks of it what no other target can do. */
function isOfEmulator({ rules, formIds, movesClock }: Variant): boolean {
  return rules !== undefined || formIds !== undefined || movesClock === true
}

async function settingFor(
  io: Io,
  provider: Provider,
  choice: TargetChoice,
  flags: VariantsFlags,
): Promise<VariantsSetting> {
  const plan = await planFor(provider)
  const { seed } = flags
  const runs = flags.runs ?? usualRuns[choice.kind]
  if (choice.kind === 'recording')
    throw new UsageError('A recording has no variants; give a URL, or leave --target out.')
  if (choice.kind === 'emulator' && !hasEmulator(provider)) throw new UsageError(noEmulator(provider))
  if (choice.kind === 'emulator')
    return { plan, seed, runs, openTarget: (told) => embeddedEmulator(provider, seed, told) }
  const mishaps = createMishaps()
  const ledger = ledgerFor(choice, [provider], flags, io.environment, mishaps.raise)
  const remove = removeMade(choice, flags, io, mishaps)
  return {
    plan,
    seed,
    runs,
    nonce: Date.now().toString(36),
    signal: mishaps.signal,
    async openTarget() {
      const target = await openTarget(choice, plan.contract, { ...openSetting(flags, io), signal: mishaps.signal })
      if ('unreachable' in target) throw new UsageError(target.unreachable)
      return target
    },
    ...(ledger === undefined
      ? {}
      : {
          onExchange: (exchange) => ledger.see(plan.contract, exchange),
          cleanUp: () => remove(plan.contract, ledger),
        }),
  }
}

async function departuresOf(setting: VariantsSetting): Promise<ReadonlySet<string>> {
  const { departures, hidden } = await judgeVariants(setting, [])
  return new Set([...departures, ...hidden].map(({ id }) => id))
}

function describe(
  { provider, departures, hidden }: VariantResult & { readonly provider: string },
  { id, text }: Variant,
): string {
  const isClean = departures.length + hidden.length === 0
  return [
    `${isClean ? 'ok  ' : 'GAPS'}  ${provider}/${id}: ${text}\n`,
    ...departures.map((row) => `        ${row.id}: ${row.verdict}${proofOf(row)}\n`),
    ...hidden.map((row) => `        ${row.id}: not shown${row.reason === undefined ? '' : `, ${row.reason}`}\n`),
  ].join('')
}

function proofOf({ findings: [first], reason }: ClauseRow): string {
  if (first !== undefined)
    return ` at ${first.at}: expected ${JSON.stringify(first.expected)}, not ${JSON.stringify(first.actual)}`
  return reason === undefined ? '' : `, ${reason}`
}
