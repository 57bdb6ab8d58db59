import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { providers } from '../../../contracts/index.ts'
import { loadContract } from '../../../contracts/load.ts'
import type { Operation } from '../../../model/contract.ts'
import { runMain } from '../../cli/run-main.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { codedBodies } from '../coded-bodies.ts'
import { hostileTexts } from './texts.ts'

interface Recorded {
  readonly status?: unknown
  readonly headers?: unknown
  readonly content?: unknown
}

const texts = Object.values(hostileTexts).filter((text) => text.length < 1000)
const json = [{ name: 'content-type', value: 'application/json' }]
const bodies = [
  ...[...texts, 'x'.repeat(50_000)].flatMap((text) => [text, JSON.stringify({ id: text, url: text, [text]: [text] })]),
  '{"object": "list", "data": [',
  '{"id": "one", "id": "two"}',
  '{"amount": 9007199254740993}',
  `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  'null',
  '1e999',
]

/** What a recording may say of a response, however faulty. */
const responses: readonly Recorded[] = [
  ...bodies.map((text) => ({ status: 200, headers: json, content: { text } })),
  ...codedBodies.map(({ headers, bytes }) => ({
    status: 200,
    headers: headers.map(([name, value]) => ({ name, value })),
    content: { text: bytes.toString('base64'), encoding: 'base64' },
  })),
  { status: 0, headers: [], content: {} },
  { status: 99_999, headers: json, content: { text: '{}' } },
  { status: 200, headers: [{ name: 'x'.repeat(200_000), value: '\0' }], content: { text: '{}' } },
  { status: 200, headers: json, content: { text: '***', encoding: 'base64' } },
]

const origin = 'https://api.example'

/** A recording of a request for each response, and one of each hostile path. */
function recordingOf(
  { method, path }: Pick<Operation, 'method' | 'path'>,
  recorded: readonly Recorded[] = responses,
): string {
  const entry = (url: string, response: Recorded, index: number) => ({
    startedDateTime: new Date(Date.UTC(2024, 0, 1, 0, 0, index)).toISOString(),
    time: 1,
    request: { method, url, httpVersion: 'HTTP/1.1', headers: [], queryString: [], cookies: [] },
    response: { statusText: '', httpVersion: 'HTTP/1.1', cookies: [], redirectURL: '', ...response },
    cache: {},
    timings: {},
  })
  const known = `${origin}${path.replaceAll(/\{\w+\}/g, 'id_1')}`
  const answered = recorded.map((response, index) => entry(known, response, index))
  const asked = texts.map((text, index) =>
    entry(`${known}/${text}`, { status: 404, headers: json, content: { text: '{}' } }, 1000 + index),
  )
  return JSON.stringify({
    log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [...answered, ...asked] },
  })
}

describe('a recording that is full of hostile text ends with a report and no fault of ours:', () => {
  it.each(providers.map((provider) => [provider.name, loadContract(provider)] as const))(
    '%s',
    async (name, contract) => {
      const folder = temporaryFolder()
      const file = join(folder, 'hostile.har')
      const operation = [...contract.operations.values()].find(({ method }) => method === 'GET') as Operation
      writeFileSync(file, recordingOf(operation))
      const report = join(folder, 'report')
      const { code, stderr } = await runMain(['run', name, '--target', file, '--base-url', origin, '--report', report])
      expect(stderr).not.toMatch(/\n\s+at |fault of ours/)
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
      const { clauses } = JSON.parse(readFileSync(join(report, 'report.json'), 'utf8')) as {
        readonly clauses: readonly { readonly verdict: string }[]
      }
      expect(clauses.filter(({ verdict }) => verdict === 'broken')).toEqual([])
      expect(clauses.some(({ verdict }) => verdict === 'gap')).toBe(true)
    },
  )
})

it('a recording that is none is refused in one sentence', async () => {
  const [provider] = providers
  const file = join(temporaryFolder(), 'none.har')
  writeFileSync(file, JSON.stringify({ log: { entries: [{ request: { method: 'GET' } }, null] } }))
  const { code, stderr } = await runMain(['run', String(provider?.name), '--target', file])
  expect(code).toBe(2)
  expect(stderr).toMatch(/^assay: Entry 1 of the recording .* is not as HAR 1\.2 has it; record the traffic again\.\n$/)
})
