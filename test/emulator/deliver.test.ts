import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { deliverOver } from '../../emulator/deliver.ts'

const deliver = deliverOver()

it('posts the exact bytes and resolves with the status, also of a refusal', async () => {
  const seen: unknown[] = []
  const server = createServer((message, answer) => {
    const chunks: Buffer[] = []
    message.on('data', (chunk: Buffer) => chunks.push(chunk))
    message.on('end', () => {
      seen.push([message.method, message.url, message.headers['x-signature'], Buffer.concat(chunks).toString('utf8')])
      answer.writeHead(503).end('busy')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const status = await deliver(`http://127.0.0.1:${port}/hook?a=1`, [['x-signature', 'abc']], '{"a":"⚡"}')
  expect(status).toBe(503)
  expect(seen).toEqual([['POST', '/hook?a=1', 'abc', '{"a":"⚡"}']])
  await new Promise((resolve) => server.close(resolve))
  await expect(deliver(`http://127.0.0.1:${port}/hook`, [], '{}')).rejects.toThrow('ECONNREFUSED')
})

describe('a webhook', () => {
  it.each([
    'https://shop.example/hooks',
    'http://hooks.invalid/1',
    'http://10.0.0.1/hook',
    'http://169.254.169.254/latest/meta-data',
    'http://[2001:db8::1]/',
    'http://localhost.example/',
    'http://0.0.0.0/',
  ])('goes to no other machine: %s', async (url) => {
    await expect(deliver(url, [], '{}')).rejects.toThrow('this machine only; allow another host with --allow-host')
  })

  it('goes to a host that is allowed', async () => {
    const allowed = deliverOver({ allowedHosts: ['hooks.invalid'] })
    await expect(allowed('http://Hooks.Invalid.:1/hook', [], '{}')).rejects.not.toThrow('this machine only')
  })

  it('fails at once where too many are under way', async () => {
    const server = createServer(() => undefined)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
    const few = deliverOver({ atOnce: 2, timeoutMs: 500 })
    const ends = await Promise.allSettled([1, 2, 3].map(() => few(url, [], '{}')))
    expect(ends.map((end) => String((end as PromiseRejectedResult).reason))).toEqual([
      'Error: no answer in time',
      'Error: no answer in time',
      'Error: more than 2 webhooks are under way',
    ])
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
})

it('gives a receiver up that does not answer', async () => {
  const server = createServer(() => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await expect(deliverOver({ timeoutMs: 50 })(`http://127.0.0.1:${port}/hook`, [], '{}')).rejects.toThrow(
    'no answer in time',
  )
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
