import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { providers } from '../contracts/index.ts'
import { hasEmulator } from '../emulator/load.ts'
import { projectRoot } from '../schemas/project-root.ts'
import { matrixCells } from '../engine/matrix-cells.ts'
import { planFor, run } from '../engine/run.ts'
import { loadContract } from '../contracts/load.ts'
import type { ProviderRow } from '../model/report.ts'
import { createRedactor } from '../wire/redaction/create-redactor.ts'
import { embeddedEmulator } from '../wire/targets.ts'
import { laws } from '../suites/matrix.ts'
import { houseChart } from './house.ts'
import { markdownTable } from './markdown-table.ts'
import type { Regions } from './regions.ts'
import { readAlarms } from './stored-alarms.ts'
import type { AlarmCount } from './stored-alarms.ts'
import { readRecall, shareOf } from './stored-recall.ts'
import type { Recall } from './stored-recall.ts'
import { storedRegions } from './stored-regions.ts'
import { readScore } from './stored-score.ts'
import type { KeptScore, StoredScore } from './stored-score.ts'

/** What the documentation takes from data: the contracts, a run on the embedded emulator, the stored score and alarms. */
export async function generatedRegions(): Promise<Regions> {
  const rows = await judgedOnEmulator()
  return {
    providers: providersTable(rows),
    detected: detectedTable(readScore(), readRecall()),
    score: scoreTable(readScore()),
    alarms: alarmsTable(readAlarms()),
    sandboxes: sandboxesTable(),
    laws: lawsTable(),
    house: houseChart(),
    matrix: await matrixTables(),
    ...storedRegions(),
    'acme-description': exampleFile('acme.yaml'),
    'acme-server': exampleFile('server.mjs'),
    'acme-clause': exampleFile('own/refunds.json'),
    'acme-suite': exampleFile('own/suite.ts'),
  }
}

/** A file of the example of a provider of one's own, as a block of code. */
function exampleFile(name: string): string {
  const text = readFileSync(join(projectRoot, 'examples', 'own-provider', name), 'utf8').trimEnd()
  return [`\`\`\`${extname(name).slice(1).replace('mjs', 'js')}`, text, '```'].join('\n')
}

async function judgedOnEmulator(): Promise<readonly ProviderRow[]> {
  const report = await run({
    providers: providers.filter(hasEmulator),
    kind: 'emulator',
    openTarget: ({ provider }) => embeddedEmulator(provider, 1),
    redactor: (contract) => createRedactor(contract, []),
    seed: 1,
    runs: 10,
    shrinks: 0,
    only: [],
    nonce: '',
    version: '',
    waivers: [],
  })
  return report.providers
}

function providersTable(rows: readonly ProviderRow[]): string {
  const cells = rows.map(({ name, title, figures: { clauses, documented, judged, conforming } }) => {
    const { operations } = loadContract(
      providers.find((provider) => provider.name === name) as (typeof providers)[number],
    )
    return [`\`${name}\``, title, operations.size, clauses, documented, judged, conforming]
  })
  const sum = (column: number): number => cells.reduce((total, row) => total + Number(row[column]), 0)
  const total = ['', 'all', ...[2, 3, 4, 5, 6].map(sum)]
  return markdownTable(
    ['provider', 'documents', 'operations', 'clauses', 'documented', 'judged', 'conforming'],
    [...cells, total],
  )
}

/** What the suite sees, by rulers that are not its own data: lies told by hand, and mutants that Stryker makes. */
function detectedTable(score: StoredScore | undefined, recalls: readonly Recall[]): string {
  const rows = providers.map(({ name }) => {
    const semantic = score?.providers.find(({ provider }) => provider === name)?.semantic
    const recall = recalls.find(({ provider }) => provider === name)
    const byHand = [semantic?.total, semantic?.killed, semantic?.rightReason].map((figure) => figure ?? 'not measured')
    const tried = recall === undefined ? 'not measured' : `${recall.tried} of ${recall.all}`
    return [`\`${name}\``, ...byHand, tried, recall === undefined ? 'not measured' : shareOf(recall)]
  })
  const head = ['provider', 'bugs by hand', 'detected', 'by the right clause', 'mutants by Stryker, tried', 'detected']
  const days = [score?.measuredOn, ...recalls.map(({ measuredOn }) => measuredOn)].filter((day) => day !== undefined)
  return `${markdownTable(head, rows)}\n\nMeasured ${daysIn(days)}.`
}

function daysIn(days: readonly string[]): string {
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)]
  return first === last ? `on ${first}` : `from ${first} to ${last}`
}

const scoreHead = [
  'provider',
  'mutants',
  'killed',
  'for the right reason',
  'by hand',
  'killed',
  'for the right reason',
  'collateral',
  'equivalent',
  'idle judges',
  'clauses never seen to fail',
]

function scoreTable(score: StoredScore | undefined): string {
  if (score === undefined || score.providers.length < providers.length) {
    return 'The score has not been measured for every provider yet: `npm run score` does.'
  }
  const cells = score.providers.map((one) => [`\`${one.provider}\``, ...scoreCells(one)])
  const sums = scoreHead
    .slice(1)
    .map((_, index) => cells.reduce<number | string>((total, row) => sumOf(total, row[index + 1] ?? 0), 0))
  return `${markdownTable(scoreHead, [...cells, ['all', ...sums]])}\n\nMeasured on ${score.measuredOn} with seed ${score.seed}${score.every === undefined ? '' : `; of the derived mutants every ${score.every}th`}.`
}

/** A sum in which one part was not measured was not measured either. */
function sumOf(total: number | string, part: number | string): number | string {
  return typeof total === 'number' && typeof part === 'number' ? total + part : 'not measured'
}

function scoreCells({
  total,
  killed,
  rightReason,
  semantic,
  collateral,
  equivalent,
  idle,
  unfailing,
}: KeptScore): readonly (number | string)[] {
  return [
    total,
    killed,
    rightReason,
    semantic.total,
    semantic.killed,
    semantic.rightReason,
    collateral,
    equivalent,
    idle.length,
    unfailing?.length ?? 'not measured',
  ]
}

function alarmsTable(counts: readonly AlarmCount[]): string {
  if (counts.length < providers.length)
    return 'Not every provider has been counted yet: `npm run seeds -- --seeds 1000 --keep` does.'
  return markdownTable(
    ['provider', 'seeds', 'exchanges', 'false alarms', 'counted on'],
    counts.map(({ provider, seeds, exchanges, alarms, measuredOn }) => [
      `\`${provider}\``,
      seeds,
      exchanges,
      alarms,
      measuredOn,
    ]),
  )
}

function sandboxesTable(): string {
  const rows = providers.map(({ name, live, pace }) => [
    `\`${name}\``,
    `\`${live.keyVariable}\``,
    live.secondKeyVariable === undefined ? '' : `\`${live.secondKeyVariable}\``,
    `\`${live.originVariable}\``,
    live.origin ?? 'none is running',
    `${pace.requestsPerSecond} a second, ${pace.concurrency} at once`,
  ])
  return markdownTable(['provider', 'key', 'second account', 'other address', 'usual address', 'pace'], rows)
}

function lawsTable(): string {
  return markdownTable(
    ['law', 'what it says'],
    laws.map(({ name, text }) => [`\`${name}\``, text]),
  )
}

/** Law by resource for each provider: how many clauses judge the cell, or the number of the reason why nothing is promised. */
async function matrixTables(): Promise<string> {
  const tables: string[] = []
  for (const provider of providers) {
    const cells = matrixCells(await planFor(provider))
    const reasons = [...new Set(cells.flatMap(({ notPromised }) => notPromised ?? []))]
    const resources = [...new Set(cells.map(({ resource }) => resource))]
    const names = laws.map(({ name }) => name)
    const shown = (resource: string, law: string): string | number => {
      const cell = cells.find((one) => one.resource === resource && one.law === law)
      if (cell === undefined) return ''
      return cell.notPromised === undefined ? cell.clauses.length : `(${reasons.indexOf(cell.notPromised) + 1})`
    }
    const rows = resources.map((resource) => [resource, ...names.map((law) => shown(resource, law))])
    const notes = reasons.map((reason, index) => `(${index + 1}) ${reason}`).join('; ')
    tables.push(`## ${provider.title}\n\n${markdownTable(['resource', ...names], rows)}\n\nNot promised: ${notes}.`)
  }
  return tables.join('\n\n')
}
