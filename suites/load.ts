import { ContractError } from '../schemas/contract-error.ts'
import { firstLine } from '../schemas/first-line.ts'
import { importModule } from '../schemas/import-module.ts'
import { importOwn } from '../schemas/import-own.ts'
import type { Suite } from '../model/check.ts'
import type { Contract } from '../model/contract.ts'
import { derived } from './derived/index.ts'

/** The suite of a provider: `suite` of `suites/<provider>/index.ts`, or of `suite.ts` in a folder of the user's own, made for its contract. */
export async function loadSuite(contract: Contract): Promise<Suite> {
  const { name, own } = contract.provider
  if (own !== undefined) return loadOwnSuite(contract, own.folder)
  const { suite } = await importModule(`suites/${name}/index`)
  return (suite as (contract: Contract) => Suite)(contract)
}

/** A folder without a suite gets what its description alone promises. */
async function loadOwnSuite(contract: Contract, folder: string): Promise<Suite> {
  const { checks, observers, notPromised = [] } = await suiteIn(contract, folder)
  if (Array.isArray(checks) && Array.isArray(observers)) return { checks, observers, notPromised }
  throw new ContractError(`the suite of ${folder} is no object with "checks" and "observers".`)
}

async function suiteIn(contract: Contract, folder: string): Promise<Partial<Suite>> {
  try {
    const module = await importOwn(folder, 'suite')
    if (module === undefined) return derived(contract)
    const { suite } = module
    if (typeof suite === 'function') return Object(await suite(contract)) as Partial<Suite>
  } catch (thrown) {
    throw new ContractError(`the suite of ${folder} cannot be used: ${firstLine(thrown)}`)
  }
  throw new ContractError(`${folder} has a suite file that exports no function "suite".`)
}
