import { isObject } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { WireResponse } from '../model/exchange.ts'
import { UsageError } from './errors.ts'
import type { Carry } from './in-process.ts'

/** The control interface of a served emulator, from outside. */
export interface ControlClient {
  /** Emulated time: as it was told last, and gone on since then where it runs with real time. */
  now(): number
  advance(seconds: number): Promise<void>
  lever(name: string, key: string, details: JsonObject): Promise<Json>
  /** Resolves when no delivery of the emulator is under way. */
  settled(): Promise<void>
}

interface Time {
  readonly now: number
  readonly ticking: boolean
  readonly heardAt: number
}

/** Asks an emulator for its time; undefined where nobody there has any. */
export async function openControl(carry: Carry): Promise<ControlClient | undefined> {
  const asked = await ask(carry, 'GET', 'clock')
  // another server answers 403 in words of its own
  if (asked.status === 403 && saidBy(asked.json) !== undefined)
    throw new UsageError(`The emulator refuses to be controlled: ${saidBy(asked.json)}`)
  const first = timeIn(asked)
  if (first === undefined) return undefined
  let time = first
  return {
    now: () => (time.ticking ? time.now + Date.now() - time.heardAt : time.now),
    async advance(seconds) {
      const answer = await ask(carry, 'POST', 'clock', { advance: seconds })
      time = timeIn(answer) ?? refused('clock', answer)
    },
    async lever(name, key, details) {
      const answer = await ask(carry, 'POST', `levers/${name}`, { ...details, key })
      return answer.status === 200 ? (answer.json ?? null) : refused(`lever ${name}`, answer)
    },
    async settled() {
      const answer = await ask(carry, 'POST', 'settled', {})
      if (answer.status !== 200) refused('settled', answer)
    },
  }
}

function ask(carry: Carry, method: string, name: string, details?: JsonObject): Promise<WireResponse> {
  return carry({
    method,
    path: `/_emulator/${name}`,
    headers: [['content-type', 'application/json']],
    body: details === undefined ? '' : JSON.stringify(details),
    credentials: { kind: 'none' },
  })
}

function timeIn({ status, json }: WireResponse): Time | undefined {
  if (status !== 200 || !isObject(json) || typeof json['now'] !== 'number') return undefined
  return { now: json['now'], ticking: json['ticking'] === true, heardAt: Date.now() }
}

/** A check asked for what the emulator does not have, which is no fault of what it imitates. */
function refused(what: string, { status, json }: WireResponse): never {
  throw new Error(`the control interface refused ${what}: ${saidBy(json) ?? `status ${status}`}`)
}

/** The sentence of a refusal. */
function saidBy(json: WireResponse['json']): string | undefined {
  return isObject(json) && typeof json['message'] === 'string' ? json['message'] : undefined
}
