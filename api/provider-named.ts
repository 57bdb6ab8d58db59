import { providers } from '../contracts/index.ts'
import type { Provider } from '../model/contract.ts'
import { UsageError } from '../wire/errors.ts'

/** The provider of this name; refuses a name that is unknown, naming those that are known. */
export function providerNamed(name: string): Provider {
  const known = providers.find((provider) => provider.name === name)
  if (known !== undefined) return known
  throw new UsageError(`There is no provider "${name}"; choose from ${providers.map((one) => one.name).join(', ')}.`)
}
