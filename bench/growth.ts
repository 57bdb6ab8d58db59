import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { drawGrowth } from './draw-growth.ts'
import { workloads } from './workloads.ts'
import type { Growth, Workload } from './workloads.ts'
import { markdownTable } from '../scripts/markdown-table.ts'

/**
 * What one item costs where there is so much work, four times and sixteen times as much: `npm run bench:growth`. Flat is 1. With `--keep` the
 * table and the picture in `docs/` are written anew.
 */
const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } })
const rounds = 5
const region = /(<!-- measured: growth -->\n)[\s\S]*?(<!-- end of measured -->)/

const measured: Growth[] = []
for (const workload of workloads) {
  const growth = await measure(workload)
  measured.push(growth)
  process.stdout.write(`${rowOf(growth).join('  ')}\n`)
}
if (values.keep) {
  writeFileSync('docs/growth.svg', drawGrowth(measured))
  const page = readFileSync('docs/performance.md', 'utf8')
  writeFileSync('docs/performance.md', page.replace(region, `$1${tableOf(measured)}$2`))
}

async function measure({ name, unit, most, prepare }: Workload): Promise<Growth> {
  const points = []
  // the first rounds compile the code, and are not measured
  for (let round = 0; round < rounds; round += 1) await timed(prepare, most / 16)
  for (const items of [most / 16, most / 4, most]) {
    let best = Infinity
    for (let round = 0; round < rounds; round += 1) best = Math.min(best, await timed(prepare, items))
    points.push({ items, microseconds: (best * 1000) / items })
  }
  return { name, unit, points }
}

async function timed(prepare: Workload['prepare'], items: number): Promise<number> {
  const work = await prepare(items)
  const startedAt = performance.now()
  await work.run()
  const milliseconds = performance.now() - startedAt
  await work.end?.()
  return milliseconds
}

/** Name, the cost of an item for each amount of work, and how much more the last costs than the first. */
function rowOf({ name, unit, points }: Growth): readonly string[] {
  const [first, , last] = points
  const growth = (last?.microseconds ?? 0) / (first?.microseconds ?? 1)
  return [
    name,
    `${(last?.items ?? 0).toLocaleString('en-US')} ${unit}`,
    ...points.map(({ microseconds }) => `${microseconds.toPrecision(2)} µs`),
    growth.toFixed(2),
  ]
}

function tableOf(rows: readonly Growth[]): string {
  const [cpu] = cpus()
  const head = ['workload', '16×', 'an item at 1×', 'at 4×', 'at 16×', 'growth']
  return [
    '',
    `${cpus().length} × ${cpu?.model ?? 'an unknown processor'}, Node ${process.versions.node}; the best of ${rounds} measurements each.`,
    '',
    markdownTable(head, rows.map(rowOf)),
    '',
    '',
  ].join('\n')
}
