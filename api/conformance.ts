import type { ProviderName } from '../contracts/index.ts'
import { conformance as conformanceOf } from '../cli/vitest-conformance.ts'
import { providerNamed } from './provider-named.ts'

/**
 * Registers a provider's checks as vitest tests of the file that calls it. `ASSAY_TARGET` and the other variables of
 * `.env.example` say what is judged.
 *
 * @throws {UsageError} for an unknown provider or a variable that cannot be used.
 * @example await conformance('stripe')
 */
export function conformance(provider: ProviderName): Promise<void> {
  return conformanceOf(providerNamed(provider))
}
