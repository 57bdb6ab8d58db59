export { conformance } from './conformance.ts'
export { AssayReporter } from '../reporters/vitest.ts'
export type { ProviderName } from '../contracts/index.ts'
