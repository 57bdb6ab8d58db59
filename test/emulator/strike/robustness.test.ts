import fc from 'fast-check'
import { expect, it } from 'vitest'
import { serve } from '../../../emulator/server.ts'
import { routes } from '../../../emulator/strike/routes.ts'
import { firstKey, openDesk, order } from './desk.ts'

const known = Object.keys(routes).map((route) => route.split(' ') as [string, string])
const documented = [200, 201, 400, 401, 403, 404, 409, 422]

it('answers whatever it is sent with a documented status', async () => {
  const { ask } = openDesk()
  const body = fc.oneof(
    fc.json(),
    fc.string(),
    fc
      .dictionary(
        fc.constantFrom('amount', 'correlationId', 'secret', 'eventTypes', 'lnInvoice', '__proto__'),
        fc.jsonValue(),
      )
      .map((value) => JSON.stringify(value)),
  )
  const property = fc.asyncProperty(
    fc.constantFrom(...known),
    fc.string({ unit: 'binary' }),
    body,
    async ([method, path], parameter, sent) => {
      const filled = path.replace(/:\w+/g, encodeURIComponent(parameter === '' ? 'x' : parameter))
      const { status, body: answered } = await ask(method, filled, sent)
      expect(documented).toContain(status)
      const error = status < 400 ? undefined : answered.data
      expect([error?.status, typeof error?.code, typeof error?.message]).toEqual(
        status < 400 ? [undefined, 'undefined', 'undefined'] : [status, 'string', 'string'],
      )
    },
  )
  await fc.assert(property, { numRuns: 500 })
})

it('is served over HTTP', async () => {
  const { emulator } = openDesk()
  const served = await serve(emulator, { port: 0 })
  try {
    const headers = { authorization: `Bearer ${firstKey}`, 'content-type': 'application/json' }
    const created = await fetch(`${served.origin}/v1/invoices`, {
      method: 'POST',
      headers,
      body: JSON.stringify(order()),
    })
    expect([created.status, created.headers.get('content-type')]).toEqual([201, 'application/json; charset=utf-8'])
    const { invoiceId } = (await created.json()) as { invoiceId: string }
    const paid = await fetch(`${served.origin}/_emulator/levers/pay`, {
      headers: { 'content-type': 'application/json' },
      method: 'POST',
      body: JSON.stringify({ key: firstKey, invoiceId }),
    })
    expect(await paid.json()).toMatchObject({ invoiceId, state: 'PAID' })
  } finally {
    await served.close()
  }
})
