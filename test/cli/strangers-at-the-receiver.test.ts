import { request } from 'undici'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Served } from '../../emulator/server.ts'
import type { Report } from '../../model/report.ts'
import { publicFront } from './public-front.ts'
import type { PublicFront } from './public-front.ts'
import { served } from './served.ts'
import { judged } from './run-main.ts'
import type { Judged } from './run-main.ts'

/** Key and first account of a run that is given none. */
const key = `STRIKEAPIKEYassay${'0'.repeat(19)}`
const checks = [
  'strike/webhooks/delivered',
  'strike/webhooks/subscribed-types-only',
  'strike/deliveries/signed',
  'strike/deliveries/secret-outlives-other-updates',
  'strike/deliveries/to-one-of-two',
]
const promised = [
  'strike.webhooks.delivery.post',
  'strike.webhooks.delivery.subscribed-only',
  'strike.webhooks.payload.names-invoice',
  'strike.deliveries.signature.hmac',
  'strike.deliveries.signature.new-secret',
  'strike.subscriptions.update.only-sent',
  'strike.events.delivery-success.false',
]

let front: PublicFront
let target: Served
const hooks = new Set<string>()
let invoices = 0

beforeEach(async () => {
  hooks.clear()
  invoices = 0
  front = await publicFront()
  target = await served('strike', {
    deliver: front.deliver,
    between: async (asked, honestly) => {
      if (asked.method === 'POST' && asked.url.endsWith('/subscriptions'))
        hooks.add(String((JSON.parse(asked.body) as { webhookUrl?: unknown }).webhookUrl))
      const answer = await honestly()
      if (!asked.headers.has(strange)) await pester(await makeInvoice())
      return answer
    },
  })
})
afterEach(async () => {
  await target.close()
  await front.close()
})

const post = async (url: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<string> => {
  const answer = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  return answer.body.text()
}

/** Marks what the run did not send itself. */
const strange = 'x-stranger'

/** Somebody else at work on the same account. */
async function makeInvoice(): Promise<string> {
  invoices += 1
  const body = JSON.stringify({ amount: { amount: '1.00', currency: 'USD' } })
  const made = JSON.parse(
    await post(`${target.origin}/v1/invoices`, body, { authorization: `Bearer ${key}`, [strange]: 'yes' }),
  ) as {
    readonly invoiceId: string
  }
  return made.invoiceId
}

const eventAbout = (entityId: string): string =>
  JSON.stringify({
    id: '5f0c4a3e-8a49-4d1f-9c2e-1a2b3c4d5e6f',
    eventType: 'invoice.created',
    webhookVersion: 'v1',
    data: { entityId, changes: [] },
    created: '2026-11-21T12:00:00.000Z',
    deliverySuccess: null,
  })

/** What a public address has to bear: rubbish, guesses, and events with a signature of nobody. Nobody but the target knows the address of a check. */
async function pester(invoice: string): Promise<void> {
  const address = `http://127.0.0.1:${front.port}`
  const forged = [['x-webhook-signature', 'ab'.repeat(32)]] as const
  await Promise.allSettled([
    post(`${address}/hooks/`, '{'),
    post(`${address}/hooks/1`, eventAbout(invoice)),
    request(`${address}/wp-login.php?redirect=${'x'.repeat(2000)}`),
    front.deliver(`${front.url}/hooks/${'ab'.repeat(16)}`, forged, eventAbout(invoice)),
    ...[...hooks].map((url) => front.deliver(`${url.slice(0, -1)}?`, forged, eventAbout(invoice))),
  ])
}

it('neither what others do on the account nor what strangers send to the receiver is a gap of the target', async () => {
  const environment = { ASSAY_WEBHOOK_URL: `${front.url}/hooks`, ASSAY_WEBHOOK_PORT: String(front.port) }
  const only = checks.map((id) => `--only ${id}`).join(' ')
  const { code, report } = (await judged(`strike --target ${target.origin} ${only}`, environment)) as Judged & {
    readonly report: Report
  }
  const of = (id: string) => report.clauses.find((clause) => clause.id === id)
  expect(
    report.clauses
      .filter(({ verdict }) => verdict === 'gap' || verdict === 'broken')
      .map(({ id, findings }) => ({ id, findings })),
  ).toEqual([])
  expect(promised.filter((id) => of(id)?.verdict !== 'conforms')).toEqual([])
  expect(code).toBe(0)
  expect(invoices).toBeGreaterThan(10)
  // strangers were heard while the run had its addresses open, and the neighbour's events came to them
  expect(hooks.size).toBeGreaterThanOrEqual(4)
  expect(front.seen.length).toBeGreaterThan(10)
})
