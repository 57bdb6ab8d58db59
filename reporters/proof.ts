import type { Finding } from '../model/report.ts'
import { count } from './figures.ts'

/** One labelled part of a finding's proof, unescaped. */
export interface ProofPart {
  readonly part: 'expected' | 'actual' | 'input' | 'curl' | 'replay'
  readonly text: string
}

/** What a finding says, in the order in which a reader asks: what was promised, what came, with what, and how to see it again. */
export function proof(finding: Finding): readonly ProofPart[] {
  const { counterexample } = finding
  const parts: readonly ProofPart[] = [
    { part: 'expected', text: JSON.stringify(finding.expected) },
    { part: 'actual', text: JSON.stringify(finding.actual) },
    { part: 'input', text: counterexample === undefined ? '' : JSON.stringify(counterexample) },
    { part: 'curl', text: finding.curl },
    { part: 'replay', text: finding.replay },
  ]
  return parts.filter(({ text }) => text !== '')
}

/** Which exchange of the evidence a finding is in: its number in the report, and which of several it is. */
export function shownIn({ exchange, evidence, entries: [entry] = [] }: Finding): string {
  if (exchange === undefined) return ''
  const which = evidence.length === 1 ? '' : ` (${evidence.indexOf(exchange) + 1} of ${evidence.length})`
  const place = entry === undefined ? '' : `, entry ${entry} of the recording`
  return ` in exchange ${exchange}${which}${place}`
}

/** How often and by what a finding was made. */
export function seen({ times, by }: Finding): string {
  return `seen ${times === 1 ? 'once' : count(times, 'time')} by ${by}`
}
