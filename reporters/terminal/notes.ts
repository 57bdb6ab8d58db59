import type { AdditiveChange, ClauseRow, ProviderRow } from '../../model/report.ts'
import { groupInOrder, standingOf } from '../arrange.ts'
import type { Arranged } from '../arrange.ts'
import { count, grouped } from '../figures.ts'
import { oneLine } from '../printable.ts'
import { additiveText, listed, madeUpKeyText, standings, unjudgedReason } from '../wording.ts'
import type { Standing } from '../wording.ts'
import { paint } from './paint.ts'
import type { Colors } from './paint.ts'
import type { Limits } from './limits.ts'

const unjudged: readonly Standing[] = ['blocked', 'inconclusive', 'unobservable', 'excluded']
// Each exclusion has a reason of its own; a terminal says how many, the catalogue says why.
const unexplained = standings.excluded.meaning

/** What else there is to know, one part a kind: not judged, readings, retries, additive changes, leftovers. */
export function noteLines(
  arranged: readonly Arranged[],
  colors: Colors,
  limits: Limits,
): readonly (readonly string[])[] {
  const part = (title: string, lines: (rows: readonly ClauseRow[], provider: ProviderRow) => readonly string[]) =>
    titled(title, arranged, lines, colors, limits)
  return [
    part('Not judged', (rows) => unjudgedLines(rows, colors)),
    part('Readings followed, where the documentation contradicts itself', readingLines),
    part('Conforms only after a request was repeated', retryLines),
    part('Key', (_rows, { madeUpKey }) => (madeUpKey === true ? [madeUpKeyText] : [])),
    part('Additive changes, not gaps by themselves', (_rows, { additive }) => additive.map(additiveLine)),
    part('Operations that answered with an outage, so that nothing is said of them', (_rows, { outages }) =>
      outages.flatMap(({ operation, status, times, curl }) => [
        oneLine(`${operation} answered ${status} (${count(times, 'time')})`),
        `  ${colors.dim(oneLine(curl))}`,
      ]),
    ),
    part('Exchanges that were not judged', (_rows, { apart, unmatched }) => [
      ...apart.map(({ reason, times }) => oneLine(`${grouped(times)} ${reason}`)),
      ...unmatched.map(({ path, times }) => `  ${colors.dim(oneLine(`${path} (${count(times, 'time')})`))}`),
    ]),
    part('Created and not removed', (_rows, { leftovers }) => leftoverLines(leftovers)),
  ]
}

/** A count for each kind and reason, with the ids where there are few of them. */
function leftoverLines(leftovers: ProviderRow['leftovers']): readonly string[] {
  const groups = groupInOrder(leftovers, ({ kind, reason }) => `${kind}: ${reason}`)
  return [...groups].map(([what, group]) => {
    const ids = group.map(({ id }) => id)
    return oneLine(`${grouped(group.length)} ${what} (${listed(ids)})`)
  })
}

function titled(
  title: string,
  arranged: readonly Arranged[],
  linesOf: (rows: readonly ClauseRow[], provider: ProviderRow) => readonly string[],
  colors: Colors,
  limits: Limits,
): readonly string[] {
  const lines = arranged.flatMap(({ provider, sections }) => {
    const own = linesOf(
      sections.flatMap(({ rows }) => rows),
      provider,
    )
    const hidden = own.length - limits.lines
    return own.length === 0
      ? []
      : [
          `  ${oneLine(provider.title)}`,
          ...own.slice(0, limits.lines).map((line) => `    ${line}`),
          ...(hidden > 0 ? [`    ${colors.dim(`and ${grouped(hidden)} more in the report`)}`] : []),
        ]
  })
  return lines.length === 0 ? [] : [colors.bold(title), ...lines]
}

function unjudgedLines(rows: readonly ClauseRow[], colors: Colors): readonly string[] {
  return unjudged.flatMap((standing) => {
    const { mark, name, severity } = standings[standing]
    const ofStanding = rows.filter((row) => standingOf(row) === standing)
    const groups = groupInOrder(ofStanding, standing === 'excluded' ? () => unexplained : unjudgedReason)
    return [...groups]
      .toSorted(([, left], [, right]) => right.length - left.length)
      .map(
        ([reason, group]) =>
          `${paint(colors, severity, `${mark} ${grouped(group.length)} ${name}`)}  ${oneLine(reason)}`,
      )
  })
}

function readingLines(rows: readonly ClauseRow[]): readonly string[] {
  return rows.flatMap(({ id, follows = [] }) =>
    follows.map(({ name, text, times }) => oneLine(`${id}: ${name} (${count(times, 'time')})  ${text}`)),
  )
}

function retryLines(rows: readonly ClauseRow[]): readonly string[] {
  return rows.flatMap(({ id, afterRetry = 0 }) =>
    afterRetry > 0 ? [oneLine(`${id}: ${count(afterRetry, 'time')}`)] : [],
  )
}

function additiveLine(change: AdditiveChange): string {
  return oneLine(additiveText(change))
}
