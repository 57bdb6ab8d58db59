import type { ClauseChange, Diff, ProviderDiff } from '../history/diff.ts'
import { pastText } from './changes.ts'
import { count, moment } from './figures.ts'
import { code, plain } from './markdown-text.ts'
import { oneLine } from './printable.ts'

/** What changed between two runs, for a terminal. */
export function diffText(diff: Diff): string {
  const lines = [
    `From the run of ${moment(diff.before)} to that of ${moment(diff.after)}`,
    ...diff.notes.map((note) => `  ${note}`),
    ...diff.providers.flatMap((one) => [
      '',
      `${one.title}: ${tally(one)}`,
      ...one.notes.map((note) => `  ${note}`),
      ...one.newCauses.map(
        (cause) => `  ✗ new cause ${cause.fingerprint}  ${cause.title}  breaks ${count(cause.breaks.length, 'clause')}`,
      ),
      ...one.mendedCauses.map((cause) => `  ✓ mended cause ${cause.fingerprint}  ${cause.title}`),
      ...changesOf(one).map(({ mark, word, change }) => `  ${mark} ${word}  ${change.clause}${detail(change)}`),
    ]),
  ]
  return `${lines.map(oneLine).join('\n')}\n`
}

/** What changed between two runs, for a comment on a change. */
export function diffMarkdown(diff: Diff): string {
  const parts = [
    `### From the run of ${moment(diff.before)} to that of ${moment(diff.after)}`,
    diff.notes.map((note) => `- ${plain(note)}`).join('\n'),
    ...diff.providers.flatMap((one) => [
      `**${plain(one.title)}**: ${tally(one)}`,
      [
        ...one.notes.map((note) => `- ${plain(note)}`),
        ...one.newCauses.map(
          (cause) => `- ✗ **new cause** ${plain(cause.title)} (breaks ${count(cause.breaks.length, 'clause')})`,
        ),
        ...one.mendedCauses.map((cause) => `- ✓ **mended cause** ${plain(cause.title)}`),
        ...changesOf(one).map(
          ({ mark, word, change }) => `- ${mark} **${word}** ${code(change.clause)}${plain(detail(change))}`,
        ),
      ].join('\n'),
    ]),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function tally({ news, mended, unjudged, standing }: ProviderDiff): string {
  return `${count(news.length, 'new gap')}, ${mended.length} mended, ${unjudged.length} no longer judged, ${standing.length} still there`
}

function changesOf({ news, mended, unjudged }: ProviderDiff) {
  const of = (mark: string, word: string, changes: readonly ClauseChange[]) =>
    changes.map((change) => ({ mark, word, change }))
  return [...of('✗', 'new', news), ...of('✓', 'mended', mended), ...of('?', 'no longer judged', unjudged)]
}

/** What is not said by the word already. */
function detail({ past, severity }: ClauseChange): string {
  const warns = severity === 'warn' ? ' (warns)' : severity === 'waived' ? ' (waived)' : ''
  return `${warns}${past.change === 'worse' || (past.change === 'new' && past.lastConforming === undefined) ? `  ${pastText(past)}` : ''}`
}
