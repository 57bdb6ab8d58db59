import type { AssayConfiguration } from '../model/configuration.ts'

export type { AssayConfiguration }

/**
 * Gives the settings of `assay.config.ts` their type.
 *
 * @example
 * export default defineConfig({ targets: { staging: { target: 'https://payments.staging.example' } } })
 */
export function defineConfig(configuration: AssayConfiguration): AssayConfiguration {
  return configuration
}
