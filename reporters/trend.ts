import type { CauseTrend, ClauseTrend, Trend } from '../history/trend.ts'
import type { KnownRun } from '../history/known-run.ts'
import { count, moment } from './figures.ts'
import { oneLine } from './printable.ts'
import { outcomeNames, outcomeSeverities, severityMarks, standings, targetNames } from './wording.ts'

/** Runs that are listed one by one. */
const listedRuns = 20
const bars = '▁▂▃▄▅▆▇█'

/** The runs of each provider and target: a line of bars for the failing gaps, then the latest runs one by one. */
export function trendText(trends: readonly Trend[]): string {
  return blocks(
    trends.map((trend) => [
      titleOf(trend),
      `  failing gaps  ${sparkline(trend.runs.map(failing))}  ${count(trend.runs.length, 'run')}`,
      ...trend.runs.slice(-listedRuns).map(runLine),
    ]),
  )
}

/** How a clause stood, run by run. */
export function clauseTrendText(trends: readonly ClauseTrend[]): string {
  return blocks(
    trends.map((trend) => [
      `${trend.clause}  ${titleOf(trend)}`,
      `  ${trend.verdicts.map(({ verdict }) => standings[verdict].mark).join('')}  ${count(trend.verdicts.length, 'run')}`,
      ...trend.verdicts
        .slice(-listedRuns)
        .map(
          ({ startedAt, verdict }) => `  ${moment(startedAt)}  ${standings[verdict].mark} ${standings[verdict].name}`,
        ),
    ]),
  )
}

/** How many clauses a cause broke, run by run. */
export function causeTrendText(trends: readonly CauseTrend[]): string {
  return blocks(
    trends.map((trend) => [
      `${trend.cause.fingerprint}  ${trend.cause.title}  ${titleOf(trend)}`,
      `  clauses broken  ${sparkline(trend.breaks.map(({ broken }) => broken))}  ${count(trend.breaks.length, 'run')}`,
      ...trend.breaks
        .slice(-listedRuns)
        .map(
          ({ startedAt, broken }) =>
            `  ${moment(startedAt)}  ${broken === 0 ? 'not seen' : `breaks ${count(broken, 'clause')}`}`,
        ),
    ]),
  )
}

const failing = ({ provider }: KnownRun): number => provider.figures.severities.fail

function runLine(run: KnownRun): string {
  const { outcome, figures, scope } = run.provider
  const part = scope?.tried === undefined ? '' : '  a part of the suite'
  return `  ${moment(run.startedAt)}  ${severityMarks[outcomeSeverities[outcome]]} ${outcomeNames[outcome].padEnd(13)}  ${count(failing(run), 'failing gap')}, ${figures.judged} of ${figures.clauses} judged${part}`
}

function titleOf({ title, target, targetName }: Trend): string {
  return `${title}, ${targetName === undefined ? targetNames[target] : targetName}`
}

/** A bar for each number, as high as its share of the largest. */
function sparkline(numbers: readonly number[]): string {
  const most = Math.max(1, ...numbers)
  return numbers.map((number) => bars[Math.round((number / most) * (bars.length - 1))]).join('')
}

const blocks = (parts: readonly (readonly string[])[]): string =>
  parts.map((lines) => `${lines.map(oneLine).join('\n')}\n`).join('\n')
