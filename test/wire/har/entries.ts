import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contract } from '../../../model/contract.ts'
import type { LooseEntry } from '../../../wire/har/loose-entry.ts'
import { operation } from '../../operation.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

/** An entry of the API's host with parts replaced. */
export function entry(
  request: Partial<LooseEntry['request']> = {},
  response: LooseEntry['response'] = {},
  more: Partial<LooseEntry> = {},
): LooseEntry {
  return {
    startedDateTime: '2026-01-02T03:04:05.000Z',
    time: 10,
    request: { method: 'GET', url: 'https://api.acme.example/v1/orders/1', headers: [], ...request },
    response:
      response === null
        ? null
        : {
            status: 200,
            headers: [{ name: 'content-type', value: 'application/json' }],
            content: { size: 8, text: '{"id":1}' },
            ...response,
          },
    ...more,
  }
}

/** As much of a contract as reading a recording takes. */
export const contract = {
  provider: {
    name: 'acme',
    live: {},
    authentication: { schemes: ['bearer'], keyHeader: 'X-Api-Key', keyPrefix: 'k', unknownKey: 'k0' },
  },
  servers: ['https://api.acme.example'],
  operations: new Map(
    [operation('retrieveOrder', 'GET', '/v1/orders/{order}'), operation('createOrder', 'POST', '/v1/orders')].map(
      (one) => [one.id, one] as const,
    ),
  ),
} as unknown as Contract

export const bases = ['https://api.acme.example']

/** Writes a file into a folder of its own. */
export function fileWith(content: string): string {
  const path = join(temporaryFolder(), 'file.har')
  writeFileSync(path, content)
  return path
}
