import { configured } from '../cli/configured.ts'
import { chooseProviders } from '../cli/choose-providers.ts'
import { conformance as conformanceOf } from '../cli/vitest-conformance.ts'
import type { TestFlags } from '../cli/vitest-run.ts'
import { variableSettings } from '../cli/vitest-settings.ts'
import type { ProviderName } from '../contracts/index.ts'
import type { OwnFolder } from './own-folder.ts'
import { configurationOf, environmentOf, flagsOf } from './target-setting.ts'
import type { TargetSetting } from './target-setting.ts'

/**
 * Registers a provider's promises as vitest tests of the file that calls it: a test for each check, then one for each promise, which
 * fails where the target breaks it. The target is the embedded emulator, `live` or a URL. A setting that is absent is taken from its
 * variable (`ASSAY_TARGET`, `ASSAY_SEED` and others), or else from the configuration. What is made on a target that keeps it is removed after the last test.
 *
 * @throws {UsageError} for an unknown provider, or a setting or variable that cannot be used.
 * @example await conformance('stripe', { target: 'http://localhost:8080', only: ['charges'] })
 */
export async function conformance(provider: ProviderName | OwnFolder, setting: TargetSetting = {}): Promise<void> {
  const environment = environmentOf(setting)
  const { flags, given } = flagsOf(setting, variableSettings(environment))
  const asked = configured<TestFlags>(await configurationOf(setting), given, flags, [])
  const [known] = await chooseProviders([provider])
  if (known !== undefined) await conformanceOf(known, { ...asked, environment, only: setting.only ?? [] })
}
