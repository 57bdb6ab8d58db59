import { expect } from 'vitest'
import type { ProviderName } from '../contracts/index.ts'
import { matchers } from './matchers.ts'
import type { Told } from './matchers.ts'

export { conformance } from './conformance.ts'
export { matchers } from './matchers.ts'
export type { TargetSetting } from './target-setting.ts'
export type { ProviderName } from '../contracts/index.ts'

expect.extend(matchers)

interface Conforming<Received> {
  /**
   * Passes where an answer keeps what its provider promises of this operation. Await it where the answer is a `Response` of fetch.
   *
   * @example await expect(await fetch(url)).toConformTo('stripe', 'retrieveCharge')
   */
  toConformTo(provider: ProviderName, operation: string): Told<Received>
}

declare module 'vitest' {
  // oxlint-disable-next-line typescript/no-explicit-any, typescript/no-empty-object-type -- as vitest declares it
  interface Matchers<T = any> extends Conforming<T> {}
}
