import { expect, it } from 'vitest'
import type { Emulator } from '../../emulator/http.ts'
import type { WireRequest } from '../../model/exchange.ts'
import { toEmulator } from '../../wire/in-process.ts'

const request: WireRequest = { method: 'GET', path: '/v1/things', headers: [], body: '', credentials: { kind: 'none' } }

it.each([
  ['throws', () => Promise.reject(new Error('no such record')), 'The emulator failed: no such record\n'],
  ['answers nothing', () => Promise.resolve(undefined), expect.stringContaining('The emulator failed: ')],
])('an emulator that %s is a server that answers 500', async (_, handle, body) => {
  const response = await toEmulator({ handle } as unknown as Emulator)(request)
  expect(response).toMatchObject({ status: 500, body })
})
