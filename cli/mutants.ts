import { availableParallelism } from 'node:os'
import { Command } from 'commander'
import pLimit from 'p-limit'
import { runMutants } from '../engine/mutants/run-mutants.ts'
import type { Score } from '../engine/mutants/score.ts'
import { planFor } from '../engine/run.ts'
import { hasEmulator, loadLies } from '../emulator/load.ts'
import type { Provider } from '../model/contract.ts'
import { UsageError } from '../wire/errors.ts'
import { embeddedEmulator } from '../wire/targets.ts'
import { chooseProviders } from './choose-providers.ts'
import type { Io, Running } from './io.ts'
import { repeatable, wholeNumber } from './option-values.ts'
import { scoreInChild } from './score-in-child.ts'

interface MutantsFlags {
  readonly only: readonly string[]
  readonly json?: boolean
  readonly seed: number
  readonly runs: number
  readonly every: number
}

export function mutantsCommand(running: Running): Command {
  return new Command('mutants')
    .description(
      'Run the suite against mutants (emulators with one deliberate fault each), and count how many it detects.',
    )
    .argument('[provider...]', 'providers whose mutants to run (default: all)')
    .addOption(repeatable('--only <id>', 'run only mutants whose id begins with this'))
    .option('--json', 'print JSON')
    .option('--seed <number>', 'seed of all generated values', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--runs <number>', 'number of generated inputs for each property', wholeNumber(1, 10_000), 10)
    .option(
      '--every <number>',
      'run only every n-th of the mutants that are derived from schemas',
      wholeNumber(1, 10_000),
      1,
    )
    .action(running(mutantsAction))
}

async function mutantsAction(io: Io, names: readonly string[], flags: MutantsFlags): Promise<number> {
  const chosen = await chooseProviders(names)
  const alone = chosen.find((provider) => !hasEmulator(provider))
  if (alone !== undefined) throw new UsageError(`${alone.title} has no emulator, so it has no mutants.`)
  const scores = await scoreAll(io, chosen, flags)
  if (flags.only.length > 0 && scores.every(({ total, equivalent }) => total + equivalent === 0))
    throw new UsageError(`No mutant has an id that begins with ${flags.only.join(' or ')}.`)
  io.stdout.write(flags.json === true ? `${JSON.stringify(scores, null, 2)}\n` : scores.map(describeScore).join('\n'))
  const seen = scores.every(
    ({ total, rightReason, idle, unfailing }) => total === rightReason && idle.length === 0 && unfailing.length === 0,
  )
  return seen ? 0 : 1
}

/** One provider, or a few mutants, here; several providers side by side, each in a process of its own. */
async function scoreAll(io: Io, providers: readonly Provider[], flags: MutantsFlags): Promise<readonly Score[]> {
  if (providers.length === 1 || flags.only.length > 0) {
    const scores: Score[] = []
    for (const provider of providers) scores.push(await scoreProvider(io, provider, flags))
    return scores
  }
  const options = ['--seed', '--runs', '--every'].flatMap((name, index) => [
    name,
    String([flags.seed, flags.runs, flags.every][index]),
  ])
  const limit = pLimit(availableParallelism())
  return Promise.all(providers.map(({ name }) => limit(() => scoreInChild(io.program, name, options))))
}

async function scoreProvider({ stderr }: Io, provider: Provider, flags: MutantsFlags): Promise<Score> {
  return runMutants({
    ...flags,
    plan: await planFor(provider),
    lies: await loadLies(provider.name),
    openTarget: (mutant) => embeddedEmulator(provider, flags.seed, mutant),
    onMutant: (done, all) => {
      if (done % 500 === 0 || done === all) stderr.write(`${provider.name}: ${done} of ${all} mutants\n`)
    },
    onLook: (done, all, of) => {
      if (done % 20 === 0 || done === all)
        stderr.write(`${provider.name}: ${done} of ${all} ${of} of which no mutant is known yet\n`)
    },
  })
}

function describeScore(score: Score): string {
  const list = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `  ${title}:\n${lines.map((line) => `    ${line}\n`).join('')}`
  return [
    `${score.provider}: ${score.killed} of ${score.total} mutants killed, ${score.rightReason} of them for the right reason ` +
      `(by hand: ${score.semantic.killed} of ${score.semantic.total}, ${score.semantic.rightReason} for the right reason)\n`,
    `  ${score.equivalent} equivalent; ${score.collateral} with collateral\n`,
    list('survivors', score.survivors),
    list('killed for another reason', score.wrongReason),
    list(
      'collateral of lies told by hand (--json lists all)',
      score.collateralClauses
        .filter(({ mutant }) => !mutant.includes('/'))
        .map(({ mutant, clauses }) => `${mutant}: ${clauses.join(', ')}`),
    ),
    list('checks and observers that killed nothing', score.idle),
    list('judged clauses that no mutant made a gap of', score.unfailing),
  ].join('')
}
