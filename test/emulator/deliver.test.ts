import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { deliver, deliverOver } from '../../emulator/deliver.ts'

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

it.each(['https://shop.example/hooks', 'https://example.com', 'http://hooks.invalid/1'])(
  'looks nobody up at %s, where nobody can be',
  async (url) => {
    await expect(deliver(url, [], '{}')).rejects.toThrow('nobody listens')
  },
)

it('gives a receiver up that does not answer', async () => {
  const server = createServer(() => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await expect(deliverOver(undefined, 50)(`http://127.0.0.1:${port}/hook`, [], '{}')).rejects.toThrow(
    'no answer in time',
  )
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
