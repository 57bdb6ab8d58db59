import { Command } from 'commander'
import { coverage } from '../engine/plan.ts'
import { planFor } from '../engine/run.ts'
import { chooseProviders } from './choose-providers.ts'
import type { Io, Running } from './io.ts'

interface ClausesFlags {
  readonly json?: boolean
  readonly uncovered?: boolean
}

export function clausesCommand(running: Running): Command {
  return new Command('clauses')
    .description('List all clauses (documented promises) and the checks that judge them.')
    .argument('[provider...]', 'providers to list (default: all)')
    .option('--json', 'print JSON')
    .option('--uncovered', 'list only clauses that no check judges and that are not excluded')
    .action(running(clausesAction))
}

async function clausesAction({ stdout }: Io, names: readonly string[], flags: ClausesFlags): Promise<number> {
  const plans = await Promise.all((await chooseProviders(names)).map((provider) => planFor(provider)))
  const rows = plans.flatMap((plan) => {
    const covered = coverage(plan)
    return [...plan.contract.clauses.values()].map((clause) => ({
      provider: plan.contract.provider.name,
      ...clause,
      judgedBy: covered.get(clause.id) ?? [],
    }))
  })
  const shown =
    flags.uncovered === true
      ? rows.filter(({ judgedBy, excluded }) => judgedBy.length === 0 && excluded === undefined)
      : rows
  if (flags.json === true) {
    stdout.write(`${JSON.stringify(shown, null, 2)}\n`)
    return 0
  }
  for (const row of shown) {
    stdout.write(
      `${row.id}  ${row.level}  ${row.text}\n    ${row.excluded === undefined ? row.judgedBy.join(', ') || 'no check judges it' : `excluded: ${row.excluded}`}\n`,
    )
  }
  const of = (kinds: readonly string[]): number => shown.filter(({ source }) => kinds.includes(source.kind)).length
  stdout.write(
    `${shown.length} clauses: ${of(['document', 'derived'])} documented, ${of(['elsewhere'])} found elsewhere, ${of(['ours'])} ours; ` +
      `${shown.filter(({ excluded }) => excluded !== undefined).length} excluded\n`,
  )
  return 0
}
