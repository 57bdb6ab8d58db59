import type { Finding } from '../../model/report.ts'
import { indentJson } from '../indent-json.ts'
import { cut, place } from '../printable.ts'
import { proof, seen, shownIn } from '../proof.ts'
import type { ProofPart } from '../proof.ts'
import { evidenceLine } from './evidence.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'
import type { Proofs } from './proofs.ts'

const shownText = 20_000
// Shorter values are read faster in one line.
const shortValue = 72

/** One finding with its proof: expected and actual, how to repeat it, and the exchanges that show it. */
export function findingBlock(finding: Finding, proofs: Proofs, isFirst: boolean): Markup {
  return markup`<article class="finding">
<h4>at <code>${place(finding.at)}</code>${shownLink(finding, proofs)} <span class="quiet">${seen(finding)}</span></h4>
<div class="proof">${proof(finding).map(proofPart)}</div>
${isFirst ? scriptBlock(finding) : undefined}
${finding.evidence.map((id) => evidenceLine(id, finding, proofs))}
</article>
`
}

function shownLink(finding: Finding, { exchanges }: Proofs): Markup | string {
  const { exchange } = finding
  const text = shownIn(finding)
  return exchange === undefined || !exchanges.has(exchange)
    ? text
    : markup` <a href="#exchange-${exchange}">${text.trim()}</a>`
}

function scriptBlock({ script }: Finding): Markup | undefined {
  if (script === undefined) return undefined
  return markup`<details class="script"><summary>All steps as a shell script</summary><div class="command"><pre tabindex="0">${cut(script, shownText)}</pre></div></details>`
}

function proofPart({ part, text }: ProofPart): Markup {
  const command = part === 'curl' || part === 'replay'
  const shown = cut(command || text.length <= shortValue ? text : indentJson(text), shownText)
  return markup`<div class="${part}${command ? ' command' : ''}"><span class="label">${part}</span><pre tabindex="0">${shown}</pre></div>`
}
