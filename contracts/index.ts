import type { Provider } from '../suites/model/contract.ts'

/** Every provider that Assay knows. A new one is one more line here. */
export const providers: readonly Provider[] = []
