import { keysIn } from '../model/keys-in.ts'
import type { Emulator, EmulatorRequest, EmulatorResponse } from './http.ts'
import { usualLimits } from './limits.ts'
import type { Limits } from './limits.ts'
import { measure } from './measure.ts'
import { refused } from './refused.ts'

/** What keeping one more object costs beside its text. */
const objectBytes = 1_000

/** What an account costs that holds nothing. */
const accountBytes = 20_000

/** An emulator that keeps no more than its limits allow, and refuses in one sentence what would go beyond them. */
export function bounded(
  emulator: Emulator,
  { limits: given, keyHeader }: { readonly limits?: Partial<Limits>; readonly keyHeader?: string } = {},
): Emulator {
  const limits = { ...usualLimits, ...given }
  const kept = new Map<string, number>()
  let total = 0

  /** The key that opens an account: that in the provider's own header, where it has one. */
  function accountOf({ headers }: EmulatorRequest): string | undefined {
    const carriers = ['authorization', ...(keyHeader === undefined ? [] : [keyHeader])]
    const keys = keysIn(
      carriers.map((name) => [name, headers.get(name) ?? ''] as const).filter(([, value]) => value !== ''),
      keyHeader,
    )
    return (keys.find(({ name }) => name === keyHeader) ?? keys[0])?.key
  }

  function refusal(request: EmulatorRequest, account: string | undefined): EmulatorResponse | undefined {
    const excess = excessOf(request, limits)
    if (excess !== undefined) return refused(413, excess)
    if (account !== undefined && !kept.has(account) && kept.size >= limits.accounts)
      return refused(507, `there are ${limits.accounts} accounts already; reset one, or start the emulator anew`)
    if (writes(request) && total >= limits.keptBytes)
      return refused(507, 'it keeps as much as its memory allows; reset an account, start it anew, or allow more')
    return undefined
  }

  function note(account: string | undefined, request: EmulatorRequest, { status, body }: EmulatorResponse): void {
    if (account === undefined || status === 401) return
    // a refusal may be kept, too, under an idempotency key
    const written = writes(request) ? objectBytes + request.body.length + body.length : 0
    const cost = written + (kept.has(account) ? 0 : accountBytes)
    kept.set(account, (kept.get(account) ?? 0) + cost)
    total += cost
  }

  return {
    ...emulator,
    async handle(request) {
      const account = accountOf(request)
      const answer = refusal(request, account)
      if (answer !== undefined) return answer
      const response = await emulator.handle(request)
      note(account, request, response)
      return response
    },
    async lever(name, account, details) {
      const outcome = await emulator.lever(name, account, details)
      if (name === 'reset') {
        total -= kept.get(account) ?? 0
        kept.delete(account)
      }
      return outcome
    },
  }
}

const writes = ({ method }: EmulatorRequest): boolean => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'

/** What of a request is more than the emulator takes, in a sentence. */
function excessOf({ url, body }: EmulatorRequest, limits: Limits): string | undefined {
  const parts = [measure(body), measure(url.split('?').slice(1).join('?'))]
  const parameters = parts.reduce((sum, part) => sum + part.parameters, 0)
  if (parameters > limits.parameters) return `the request has more than ${limits.parameters} parameters`
  const depth = Math.max(...parts.map((part) => part.depth))
  return depth > limits.depth ? `the parameters of the request are nested more than ${limits.depth} deep` : undefined
}
