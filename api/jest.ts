import type { ProviderName } from '../contracts/index.ts'
import { matchers } from './matchers.ts'
import type { Told } from './matchers.ts'

export { matchers } from './matchers.ts'
export type { ProviderName } from '../contracts/index.ts'

const { expect } = globalThis as { readonly expect?: { extend(matchers: object): void } }
expect?.extend(matchers)

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- as @types/jest declares it
  namespace jest {
    // oxlint-disable-next-line typescript/no-empty-object-type -- as @types/jest declares it
    interface Matchers<R, T = {}> {
      /**
       * Passes where an answer keeps what its provider promises of this operation. Await it where the answer is a `Response` of fetch.
       *
       * @example await expect(await fetch(url)).toConformTo('stripe', 'retrieveCharge')
       */
      toConformTo(provider: ProviderName, operation: string): Told<T, R>
    }
  }
}
