import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { runMain } from './run-main.ts'
import { served } from './served.ts'

describe('assay variants', () => {
  it('tells each variant of a provider that was asked for, and that it has no gap', async () => {
    const { code, stdout } = await runMain(['variants', 'acinq-strike', '--only', 'json'])
    expect(stdout.split('\n')).toEqual([
      'ok    acinq-strike/json-is-indented: The JSON of an answer is indented and ends in a line break.',
      'ok    acinq-strike/json-escapes-what-is-not-ascii: The JSON of an answer writes slashes and all that is not ASCII as escapes.',
      '2 of 2 variants have no gap',
      '',
    ])
    expect(code).toBe(0)
  })

  it('leaves out on a URL what only an emulator can be, and what the target departs from anyway', async () => {
    const server = await served('acinq-strike', {
      between: async (request, honestly) => {
        const answer = await honestly()
        return request.method === 'POST' ? { ...answer, status: 202 } : answer
      },
    })
    try {
      const { code, stdout } = await runMain([
        'variants',
        'acinq-strike',
        '--only',
        'errors',
        '--only',
        'the-service',
        '--only',
        'answers-take',
        '--target',
        server.origin,
        '--emulated',
      ])
      expect(stdout).toBe(
        'ok    acinq-strike/errors-are-worded-otherwise: Errors have other messages.\n1 of 1 variants have no gap\n',
      )
      expect(code).toBe(0)
    } finally {
      await server.close()
    }
  })

  it('says what cannot be asked for', async () => {
    const recording = join(temporaryFolder(), 'some.har')
    writeFileSync(recording, '{}')
    expect(await runMain(['variants', 'strike', '--only', 'nothing'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('No variant has an id that begins with nothing.'),
    })
    expect(await runMain(['variants', 'strike', '--target', recording])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('A recording has no variants; give a URL, or leave --target out.'),
    })
  })
})
