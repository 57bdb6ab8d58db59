import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Knows which connections of a server wait for an answer, so that the others can be closed at once. */
export interface Attendance {
  meet(socket: Socket): void
  /** A whole request has come in; the connection is busy until the response is through. */
  serve(socket: Socket, response: ServerResponse): void
  /** Closes every connection that waits for nothing: the idle ones, those with half a request, and the others once they are answered. */
  dismiss(): void
}

export function createAttendance(): Attendance {
  const waiting = new Map<Socket, number>()
  let dismissed = false

  function leave(socket: Socket): void {
    if (dismissed && waiting.get(socket) === 0) socket.destroySoon()
  }

  return {
    meet(socket) {
      waiting.set(socket, 0)
      socket.once('close', () => waiting.delete(socket))
    },
    serve(socket, response) {
      waiting.set(socket, (waiting.get(socket) ?? 0) + 1)
      response.once('close', () => {
        if (!waiting.has(socket)) return
        waiting.set(socket, (waiting.get(socket) ?? 1) - 1)
        leave(socket)
      })
    },
    dismiss() {
      dismissed = true
      for (const [socket, requests] of waiting) if (requests === 0) socket.destroy()
    },
  }
}
