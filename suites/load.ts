import { importModule } from '../schemas/import-module.ts'
import type { Suite } from '../model/check.ts'
import type { Contract } from '../model/contract.ts'

/** The suite of a provider: `suite` of `suites/<provider>/index.ts`, made for its contract. */
export async function loadSuite(contract: Contract): Promise<Suite> {
  const { suite } = await importModule(`suites/${contract.provider.name}/index`)
  return (suite as (contract: Contract) => Suite)(contract)
}
