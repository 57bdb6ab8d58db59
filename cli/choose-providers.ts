import { providers } from '../contracts/index.ts'
import type { Provider } from '../model/contract.ts'
import { UsageError } from '../wire/errors.ts'

/** The providers that were named, or all of them. */
export function chooseProviders(names: readonly string[]): readonly Provider[] {
  const unknown = names.find((name) => !providers.some((provider) => provider.name === name))
  if (unknown !== undefined) {
    throw new UsageError(
      `There is no provider "${unknown}"; choose from ${providers.map(({ name }) => name).join(', ')}.`,
    )
  }
  return names.length === 0 ? providers : providers.filter(({ name }) => names.includes(name))
}
