import { expect, it } from 'vitest'
import { providers } from '../../../contracts/index.ts'
import { createEmulator } from '../../../emulator/module.ts'
import { model } from '../../../emulator/strike/index.ts'
import { planFor } from '../../../engine/run.ts'
import { runProvider } from '../../../engine/provider-run.ts'
import type { Provider } from '../../../model/contract.ts'
import { createRedactor } from '../../../wire/redaction/create-redactor.ts'
import { emulatorTarget } from '../../../wire/emulator-target.ts'
import { toEmulator } from '../../../wire/in-process.ts'
import { withCredentials } from '../../../wire/layers/with-credentials.ts'

const provider = providers.find(({ name }) => name === 'strike') as Provider

it('checks of subscriptions leave an account that all of them share far below its limit', async () => {
  const emulator = createEmulator(model, { seed: 1, start: Date.UTC(2023, 0, 1), deliver: async () => 200 })
  const carry = withCredentials(
    toEmulator(emulator),
    provider.authentication,
    () => `${provider.authentication.keyPrefix}shared`,
  )
  const embedded = emulatorTarget(provider, () => emulator)
  const target = {
    ...embedded,
    kind: 'url' as const,
    capabilities: new Set(['keyed'] as const),
    open: (label: string) => ({ ...embedded.open(label), carry }),
  }
  const plan = await planFor(provider, ['strike/subscriptions', 'strike/validation'])
  const { clauses } = await runProvider(plan, target, {
    seed: 1,
    runs: 60,
    shrinks: 0,
    nonce: 'n',
    redactor: createRedactor(plan.contract, []),
    waivers: new Map(),
  })
  expect(clauses.filter(({ verdict }) => verdict === 'gap').map(({ id }) => id)).toEqual([])
  const list = await carry({
    method: 'GET',
    path: '/v1/subscriptions',
    headers: [],
    body: '',
    credentials: { kind: 'account', account: 'a' },
  })
  expect((list.json as readonly unknown[]).length).toBeLessThan(10)
})
