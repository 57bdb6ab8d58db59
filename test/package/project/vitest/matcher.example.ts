import { startEmulator } from 'assay'
import 'assay/vitest'
import { expect, test } from 'vitest'

test('an answer conforms, and a changed one does not', async () => {
  await using emulator = await startEmulator('stripe')
  const headers = { authorization: `Bearer ${emulator.keys.first}` }
  const response = await fetch(`${emulator.origin}/v1/balance`, { headers })
  await expect(response).toConformTo('stripe', 'retrieveBalance')
  const body = (await response.json()) as object
  expect(body).toConformTo('stripe', 'retrieveBalance')
  expect({ ...body, object: 'charge' }).not.toConformTo('stripe', 'retrieveBalance')
  // @ts-expect-error -- there is no such provider
  expect(() => expect(body).toConformTo('strpie', 'retrieveBalance')).toThrow('There is no provider')
}, 120_000)
