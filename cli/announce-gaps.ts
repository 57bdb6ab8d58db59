import type { Outcome } from '../engine/outcome.ts'
import type { Contract } from '../model/contract.ts'
import type { Json } from '../model/json.ts'
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
  const where = shown === undefined ? '' : redactor.exchange(shown)
  const request = where === '' ? '' : `${where.request.method} ${where.request.path} → ${where.response.status}`
  if (mismatch === undefined) return request
  const { at, expected, actual } = redactor.mismatch(mismatch)
  return `${request}: at ${at === '' ? 'the body' : at} ${cut(actual)} instead of ${cut(expected)}`
}

function cut(value: Json): string {
  return JSON.stringify(value).slice(0, longest)
}
