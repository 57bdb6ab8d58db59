import type { Outcome } from '../engine/outcome.ts'
import type { Contract } from '../model/contract.ts'
import type { Redactor } from '../wire/redaction/redactor.ts'

const longest = 160

/** Says a line for each clause with a gap, when its first gap is seen. */
export function announceGaps(
  { clauses }: Contract,
  redactor: Redactor,
  say: (line: string) => void,
): (outcomes: readonly Outcome[]) => void {
  const seen = new Set<string>()
  return (outcomes) => {
    for (const outcome of outcomes) {
      if (outcome.verdict !== 'gap' || seen.has(outcome.clause)) continue
      seen.add(outcome.clause)
      say(`gap  ${outcome.clause}  ${clauses.get(outcome.clause)?.text ?? ''}\n     ${detail(outcome, redactor)}`)
    }
  }
}

function detail({ mismatches, evidence }: Outcome, redactor: Redactor): string {
  const [mismatch] = mismatches
  const shown = mismatch?.in ?? evidence.at(-1)
  const redacted = (value: Parameters<Redactor['value']>[0]): string =>
    JSON.stringify(redactor.value(value)).slice(0, longest)
  const where = shown === undefined ? '' : redactor.exchange(shown)
  const request = where === '' ? '' : `${where.request.method} ${where.request.path} → ${where.response.status}`
  return mismatch === undefined
    ? request
    : `${request}: at ${mismatch.at === '' ? 'the body' : mismatch.at} ${redacted(mismatch.actual)} instead of ${redacted(mismatch.expected)}`
}
