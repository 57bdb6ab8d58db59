import { request as forward } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { Agent } from 'undici'
import { makeCertificates } from '../../emulator/certificates.ts'
import { deliverOver } from '../../emulator/deliver.ts'
import type { Deliver } from '../../emulator/http.ts'
import { freePort } from './served.ts'

/** What a tunnel gives its user: an https address that leads to a port of this machine. */
export interface PublicFront {
  readonly url: string
  readonly port: number
  /** How a target that trusts the address delivers to it. */
  readonly deliver: Deliver
  /** What came to the address, by path. */
  readonly seen: readonly string[]
  close(): Promise<void>
}

export async function publicFront(): Promise<PublicFront> {
  const certificates = await makeCertificates()
  const port = await freePort()
  const seen: string[] = []
  const server = createServer({ key: certificates.key, cert: certificates.certificate }, (message, to) => {
    seen.push(message.url ?? '')
    passOn(message, to, port)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const agent = new Agent({ connect: { ca: certificates.authority } })
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    port,
    seen,
    deliver: deliverOver({ dispatcher: agent }),
    close: async () => {
      await agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function passOn(message: IncomingMessage, to: ServerResponse, port: number): void {
  const { method, url: path, headers } = message
  const onward = forward({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    to.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(to)
  })
  // a tunnel with nobody at its end
  onward.on('error', () => to.writeHead(502).end())
  message.pipe(onward)
}
