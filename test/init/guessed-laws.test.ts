import { join } from 'node:path'
import { expect, it } from 'vitest'
import { judge, startEmulator } from '../../api/index.ts'
import type { ProviderName } from '../../api/index.ts'
import { providers } from '../../contracts/index.ts'
import { projectRoot } from '../../schemas/project-root.ts'
import { runMain } from '../cli/run-main.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { withoutSuite } from './without-suite.ts'

it.each(providers.map(({ name, title }) => [title, name] as const))(
  'what is guessed from the description of %s holds where its documentation is kept',
  async (_, name) => {
    const folder = join(temporaryFolder(), 'own') as `/${string}`
    await runMain(['init', folder, '--openapi', join(projectRoot, 'contracts', name, 'openapi.yaml')])
    withoutSuite(folder)
    await using emulator = await startEmulator(name as ProviderName)
    const { clauses } = await judge({
      provider: folder,
      target: emulator.origin,
      only: ['own/matrix', 'own/lives'],
      allowHost: ['127.0.0.1'],
      ledger: temporaryFolder(),
      environment: { OWN_API_KEY: emulator.keys.first },
    })
    const guessed = clauses.filter(({ id }) =>
      /\.(shows|lists|pages|filters|keeps|stays|gone|reads-back|once|distinct)$/.test(id),
    )
    expect(
      guessed.filter(({ verdict }) => ['gap', 'broken', 'inconclusive'].includes(verdict)).map(({ id }) => id),
    ).toEqual([])
    expect(guessed.filter(({ verdict }) => verdict === 'conforms').length).toBeGreaterThan(0)
  },
)
