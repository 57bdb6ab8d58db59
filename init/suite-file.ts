/** The text of `suite.ts`: what the description promises, and the place for checks written by hand. */
export function suiteFile(title: string): string {
  return `import { derived } from 'assay/suite'
import type { Check, Contract, Suite } from 'assay/suite'

/** Checks of your own: what the description of ${title} does not say. */
const own: readonly Check[] = []

export function suite(contract: Contract): Suite {
  const { checks, ...rest } = derived(contract)
  return { checks: [...checks, ...own], ...rest }
}
`
}
