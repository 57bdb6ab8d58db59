import type { ProviderRow, Report } from '../../model/report.ts'
import { figuresOf, grouped } from '../figures.ts'
import { circumstances, headline, tallyWords } from '../headline.ts'
import { oneLine } from '../printable.ts'
import { exitSeverities, outcomeNames, outcomeSeverities } from '../wording.ts'
import { columns, paint } from './paint.ts'
import type { Colors } from './paint.ts'

/** The verdict, what was judged, and one line a provider with its two figures. */
export function headingLines(report: Report, colors: Colors): readonly string[] {
  const { word, sentence, partial } = headline(report)
  return [
    `${colors.bold(paint(colors, exitSeverities[report.exitCode], word.toUpperCase()))}  ${colors.bold(sentence)}`,
    ...(partial === undefined ? [] : [paint(colors, 'warn', partial)]),
    colors.dim(oneLine(circumstances(report).join(' · '))),
    ...(report.providers.length > 0 ? ['', ...providerLines(report.providers, colors)] : []),
  ]
}

/** The last line: all counts, and the exit code that the report carries. */
export function closingLine(report: Report, colors: Colors): string {
  const { word, partial } = headline(report)
  const counts = tallyWords(report)
  const verdict = paint(colors, exitSeverities[report.exitCode], partial === undefined ? word : `${word}, interrupted`)
  return `${colors.bold(verdict)} ${colors.dim(`(exit ${report.exitCode})`)}  ${counts.join(' · ') || 'no clause was judged'}`
}

function providerLines(providers: readonly ProviderRow[], colors: Colors): readonly string[] {
  return columns(providers.map(providerCells)).map((cells, index) => {
    const [title = '', outcome = '', ...figures] = cells
    const severity = outcomeSeverities[providers[index]?.outcome ?? 'not-judged']
    return `  ${title}  ${paint(colors, severity, outcome)}  ${figures.join('   ')}`.trimEnd()
  })
}

function providerCells(provider: ProviderRow): readonly string[] {
  const figures = figuresOf(provider.figures).map(
    ({ name, part, whole, percent }) => `${name} ${grouped(part)}/${grouped(whole)} (${percent})`,
  )
  const reason = provider.reason === undefined ? '' : oneLine(provider.reason)
  return [oneLine(provider.title), outcomeNames[provider.outcome], ...figures, reason]
}
