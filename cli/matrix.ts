import { Command } from 'commander'
import { matrixCells } from '../engine/matrix-cells.ts'
import { planFor } from '../engine/run.ts'
import { chooseProviders } from './choose-providers.ts'
import type { Io, Running } from './io.ts'

export function matrixCommand(running: Running): Command {
  return new Command('matrix')
    .description('List the laws for each resource: which are judged, and which are not promised.')
    .argument('[provider...]', 'providers to list (default: all)')
    .option('--json', 'print JSON')
    .action(running(matrixAction))
}

async function matrixAction(
  { stdout }: Io,
  names: readonly string[],
  flags: { readonly json?: boolean },
): Promise<number> {
  const plans = await Promise.all((await chooseProviders(names)).map((provider) => planFor(provider)))
  const cells = plans.flatMap(matrixCells)
  if (flags.json === true) {
    stdout.write(`${JSON.stringify(cells, null, 2)}\n`)
    return 0
  }
  for (const { provider, resource, law, checks, clauses, notPromised } of cells) {
    const says =
      notPromised === undefined
        ? `judged by ${counted(checks.length, 'check')} against ${counted(clauses.length, 'clause')}`
        : `not promised: ${notPromised}`
    stdout.write(`${provider}  ${resource}  ${law}  ${says}\n`)
  }
  const judged = cells.filter((cell) => cell.notPromised === undefined).length
  stdout.write(`${counted(cells.length, 'cell')}: ${judged} judged, ${cells.length - judged} not promised\n`)
  return 0
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
