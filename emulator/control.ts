import { isAddress, isAllowedHost } from './hosts.ts'
import type { Emulator, EmulatorRequest, EmulatorResponse } from './http.ts'
import { UnknownLever } from './http.ts'

const base = '/_emulator/'

function answer(status: number, body: unknown): EmulatorResponse {
  return { status, headers: [['content-type', 'application/json']], body: JSON.stringify(body ?? null) }
}

const refuse = (status: number, message: string): EmulatorResponse => answer(status, { message })

function detailsOf(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(body === '' ? '{}' : body)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}

async function moveClock(
  emulator: Emulator,
  { advance }: Readonly<Record<string, unknown>>,
): Promise<EmulatorResponse> {
  if (typeof advance !== 'number' || !Number.isSafeInteger(advance) || advance < 0) {
    return refuse(400, '"advance" is a whole number of seconds, zero or more.')
  }
  try {
    await emulator.advance(advance)
  } catch (error) {
    if (error instanceof RangeError) return refuse(400, error.message)
    throw error
  }
  return answer(200, timeOf(emulator))
}

const timeOf = (emulator: Emulator): unknown => ({ now: emulator.now(), ticking: emulator.ticking === true })

async function pullLever(
  emulator: Emulator,
  name: string,
  { key, ...details }: Readonly<Record<string, unknown>>,
): Promise<EmulatorResponse> {
  if (typeof key !== 'string' || key === '') return refuse(400, '"key" is the API key of the account to act on.')
  try {
    return answer(200, await emulator.lever(name, key, details))
  } catch (error) {
    if (error instanceof UnknownLever) return refuse(404, error.message || `There is no lever ${name}.`)
    return refuse(400, error instanceof Error ? error.message : String(error))
  }
}

/**
 * Why a request is not taken: it may come from a page of somebody else's, which a browser of this machine shows. Such a page has an
 * origin, or has made its own name lead here, and cannot send JSON without asking first.
 */
function strangeness({ method, headers }: EmulatorRequest, allowed: readonly string[]): EmulatorResponse | undefined {
  const host = headers.get('host') ?? ''
  if (!isAddress(host) && !isAllowedHost(host, allowed))
    return refuse(
      403,
      'The control interface is asked by an address or localhost; allow other names with --allow-host.',
    )
  const origin = headers.get('origin')
  if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host.toLowerCase()))
    return refuse(403, 'The control interface takes nothing from pages of other origins.')
  const [mediaType = ''] = (headers.get('content-type') ?? '').split(';')
  return method === 'POST' && mediaType.trim().toLowerCase() !== 'application/json'
    ? refuse(415, 'The control interface takes JSON; send content-type: application/json.')
    : undefined
}

/** Whether a request is for the control interface, and not for the emulated API. */
export function isForControl({ url }: EmulatorRequest): boolean {
  return url.startsWith(base)
}

/** Answers a request to the control interface. */
export async function control(
  emulator: Emulator,
  request: EmulatorRequest,
  allowedHosts: readonly string[],
): Promise<EmulatorResponse> {
  const path = request.url.split('?')[0] ?? ''
  const name = path.slice(base.length)
  const strange = strangeness(request, allowedHosts)
  if (strange !== undefined) return strange
  if (name === 'clock' && request.method === 'GET') return answer(200, timeOf(emulator))
  if (request.method !== 'POST') return refuse(405, 'The control interface takes POST, and GET for its clock.')
  const details = detailsOf(request.body)
  if (details === undefined) return refuse(400, 'The body has to be a JSON object.')
  if (name === 'clock') return moveClock(emulator, details)
  if (name === 'settled') {
    await emulator.settled()
    return answer(200, {})
  }
  if (name.startsWith('levers/')) return pullLever(emulator, name.slice('levers/'.length), details)
  return refuse(404, `The control interface has clock, settled and levers/<name>, no ${name}.`)
}
