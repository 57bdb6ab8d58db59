import { providers } from '../contracts/index.ts'
import { hasEmulator } from '../emulator/load.ts'
import type { Provider } from '../model/contract.ts'

/** The providers that have an emulator, for tests that run on it. */
export const emulated: readonly Provider[] = providers.filter(hasEmulator)
