import { createServer as createHttpServer } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'

/** A server that misbehaves in one way. */
export interface Hostile {
  readonly origin: URL
  close(): Promise<void>
}

/** Answers every connection with raw bytes; `answer` gets the socket once a whole request has arrived. */
export function rawServer(answer: (socket: Socket, count: number) => void): Promise<Hostile> {
  let count = 0
  const server = createTcpServer((socket) => {
    socket.on('error', () => socket.destroy())
    let received = ''
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1')
      if (!isWhole(received)) return
      received = ''
      count += 1
      answer(socket, count)
    })
  })
  return listening(server)
}

/** Answers over a well-behaved HTTP server. */
export function httpServer(answer: Parameters<typeof createHttpServer>[1]): Promise<Hostile> {
  return listening(createHttpServer(answer as never))
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  if (end === -1) return false
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
  return text.length - end - 4 >= length
}

async function listening(server: Server): Promise<Hostile> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: new URL(`http://127.0.0.1:${port}`),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
