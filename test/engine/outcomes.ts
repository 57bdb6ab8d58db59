import type { Outcome } from '../../engine/outcome.ts'

/** An outcome of a check of Acme, that conforms if nothing else is said. */
export const outcome = (more: Partial<Outcome> = {}): Outcome => ({
  clause: 'acme.a',
  verdict: 'conforms',
  by: 'acme/a',
  during: 'acme/a',
  instances: 1,
  mismatches: [],
  evidence: [],
  afterRetry: false,
  ...more,
})
