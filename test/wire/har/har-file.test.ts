import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Har } from 'har-format'
import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../../model/exchange.ts'
import type { StoredExchange } from '../../../model/report.ts'
import { createHarFile } from '../../../wire/har/har-file.ts'
import { readHar } from '../../../wire/har/read-har.ts'
import { recordingOf } from '../../../wire/har/recording.ts'
import { toEntry } from '../../../wire/har/to-entry.ts'
import { toResponse } from '../../../wire/response.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { contract, fileWith } from './entries.ts'

const freshPath = (): string => join(temporaryFolder(), 'deep', 'file.har')
const har = (path: string): Har => JSON.parse(readFileSync(path, 'utf8')) as Har

const exchange: Exchange = {
  id: 3,
  direction: 'outbound',
  operation: 'createOrder',
  request: {
    method: 'POST',
    path: '/v1/orders?a=1&a=2',
    headers: [
      ['content-type', 'application/json'],
      ['x-b', '1'],
      ['x-a', '2'],
    ],
    body: '{"amount":1}',
    credentials: { kind: 'literal', headers: [['authorization', 'Bearer secret']] },
  },
  response: toResponse(
    201,
    [
      ['content-type', 'application/json'],
      ['set-cookie', 'a'],
      ['set-cookie', 'b'],
    ],
    '{"id":"Zoë"}',
  ),
  attempts: [
    { status: 503, waitedMs: 5 },
    { status: 201, waitedMs: 0 },
  ],
  startedAt: Date.UTC(2026, 0, 2),
  durationMs: 12,
  after: 0,
}

function stored({
  id,
  direction,
  operation,
  request,
  response,
  attempts,
  startedAt,
  durationMs,
}: Exchange): StoredExchange {
  return {
    id,
    direction,
    operation: operation ?? null,
    request,
    response,
    attempts,
    startedAt: new Date(startedAt).toISOString(),
    durationMs,
    truncated: 0,
  }
}

const recorded = { provider: 'acme', origin: 'https://api.acme.example' }

describe('a recording that is being written', () => {
  it('is a valid file at any moment', () => {
    const path = freshPath()
    const file = createHarFile(path, '1.0.0')
    expect(har(path).log).toMatchObject({ version: '1.2', creator: { name: 'assay', version: '1.0.0' }, entries: [] })
    for (let count = 1; count <= 3; count += 1) {
      file.add(toEntry(stored(exchange), exchange, recorded))
      expect(har(path).log.entries).toHaveLength(count)
    }
    file.close()
    expect(har(path).log.entries).toHaveLength(3)
  })

  it('comes back as what was written, without the key', () => {
    const path = freshPath()
    const delivery: Exchange = {
      ...exchange,
      id: 4,
      direction: 'inbound',
      operation: undefined,
      request: { ...exchange.request, path: '/hook', credentials: { kind: 'none' } },
      attempts: [],
    }
    const file = createHarFile(path, '1.0.0')
    for (const one of [exchange, delivery]) file.add(toEntry(stored(one), one, recorded))
    file.close()
    expect(readFileSync(path, 'utf8')).not.toContain('secret')
    const { exchanges } = recordingOf(readHar(path), contract, [])
    expect([...exchanges]).toEqual([
      {
        ...exchange,
        id: 1,
        request: { ...exchange.request, operation: 'createOrder', credentials: { kind: 'literal', headers: [] } },
      },
      { ...delivery, id: 2, after: 0 },
    ])
  })

  it('leaves out exchanges of which a part was not kept', () => {
    const path = freshPath()
    const file = createHarFile(path, '1.0.0')
    file.add(toEntry({ ...stored(exchange), truncated: 10 }, exchange, recorded))
    file.close()
    expect(recordingOf(readHar(path), contract, [])).toMatchObject({ exchanges: { length: 0 }, skipped: { noBody: 1 } })
  })

  it('holds no character that does not print', () => {
    const path = freshPath()
    const file = createHarFile(path, '1.0.0')
    const hostile = { ...exchange, response: toResponse(200, [], '"\u202e\u2066\u009b31m\u007f"') }
    file.add(toEntry(stored(hostile), hostile, recorded))
    file.close()
    expect(readFileSync(path, 'utf8')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    expect(har(path).log.entries[0]?.response.content.text).toBe(hostile.response.body)
  })

  it('refuses a place that cannot be written', () => {
    expect(() => createHarFile(join(fileWith(''), 'file.har'), '1')).toThrow(/cannot be written to/)
  })
})
