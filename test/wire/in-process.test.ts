import { expect, it } from 'vitest'
import type { Emulator } from '../../emulator/http.ts'
import { toEmulator } from '../../wire/in-process.ts'

it('an emulator that throws answers 500, as it does behind a port', async () => {
  const failing = { handle: () => Promise.reject(new Error('no such record')) } as unknown as Emulator
  const response = await toEmulator(failing)({
    method: 'GET',
    path: '/v1/things',
    headers: [],
    credentials: { kind: 'none' },
  } as never)
  expect(response.status).toBe(500)
  expect(response.body).toBe('The emulator failed: no such record\n')
})
