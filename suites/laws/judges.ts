import type { ClausesByRule } from '../../model/declaration.ts'
import { all } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'

/** The rules of a law that have a clause, with how each is judged. */
export function judges<Evidence>(
  clauses: ClausesByRule,
  rules: Readonly<Record<string, (evidence: Evidence) => Judgement>>,
): Readonly<Record<string, (evidence: Evidence) => Judgement>> {
  const judged = new Map<string, ((evidence: Evidence) => Judgement)[]>()
  for (const [rule, judge] of Object.entries(rules)) {
    const clause = clauses[rule]
    if (clause !== undefined) judged.set(clause, [...(judged.get(clause) ?? []), judge])
  }
  return Object.fromEntries(
    [...judged].map(([clause, several]) => [clause, (evidence) => all(...several.map((judge) => judge(evidence)))]),
  )
}
