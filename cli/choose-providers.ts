import { providers } from '../contracts/index.ts'
import type { Provider } from '../model/contract.ts'
import { UsageError } from '../wire/errors.ts'
import { loadOwnProvider, meansFolder } from './own-provider.ts'

/** The providers that were named, by name or by the folder of one of the user's own, or all that Assay has. */
export async function chooseProviders(names: readonly string[]): Promise<readonly Provider[]> {
  const folders = names.filter(meansFolder)
  const known = names.filter((name) => !meansFolder(name))
  const unknown = known.find((name) => !providers.some((provider) => provider.name === name))
  if (unknown !== undefined) {
    throw new UsageError(
      `There is no provider "${unknown}"; choose from ${providers.map(({ name }) => name).join(', ')}, or name the folder of one of your own, as ./${unknown}.`,
    )
  }
  if (names.length === 0) return providers
  const own = await Promise.all(folders.map(loadOwnProvider))
  return [...providers.filter(({ name }) => known.includes(name)), ...own]
}
