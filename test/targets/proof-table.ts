import type { ClauseRow } from '../../model/report.ts'

/** The table of gaps of the worked example: what is promised, and why the server does not keep it. */
export function proofTable(gaps: readonly ClauseRow[], proofs: Readonly<Record<string, string>>): string {
  const rows = gaps.map(({ id, level, text }) => `| \`${id}\` | ${level} | ${cell(text)} | ${cell(proofs[id] ?? '')} |`)
  return [
    '| clause | level | what is promised | why it is a gap here |',
    '| --- | --- | --- | --- |',
    ...rows.toSorted(),
  ].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
