import type { EmulatorResponse } from '../../emulator/http.ts'
import { hostileTexts } from '../../test/wire/hostile/texts.ts'

/** What becomes of one request on its way through a server with bad days. */
export type Fate =
  | 'honest'
  | 'reset'
  | 'half'
  | 'no-http'
  | 'long-header'
  | 'no-gzip'
  | 'unavailable'
  | 'too-many'
  | 'slow'
  | 'truncated'
  | 'html'
  | 'twice-named'
  | 'hostile-text'

/** Marks an answer that is not the emulator's own, so that a gap can be told from one that was asked for. */
export const injectedHeader = 'x-soak-injected'

/** How often each fate befalls a request; what is left over is honest. */
export type Shares = readonly (readonly [Fate, number])[]

const usualShares: Shares = [
  ['reset', 0.002],
  ['half', 0.002],
  ['unavailable', 0.002],
  ['too-many', 0.005],
  ['slow', 0.005],
  ['no-http', 0.001],
  ['long-header', 0.0005],
  ['no-gzip', 0.001],
  ['truncated', 0.001],
  ['html', 0.001],
  ['twice-named', 0.001],
  ['hostile-text', 0.005],
]
/** Every fifth answer cannot be read. */
export const garbled: Shares = [
  ['truncated', 0.1],
  ['html', 0.1],
]
const longestBurst = 6

/** Draws fates, the same for the same seed; one server error brings others with it. */
export function createFates(seed: number, shares: Shares = usualShares): () => Fate {
  const random = createRandom(seed)
  let burst = 0
  return () => {
    if (burst > 0) {
      burst -= 1
      return 'unavailable'
    }
    let drawn = random()
    const fate = shares.find(([, share]) => (drawn -= share) < 0)?.[0] ?? 'honest'
    if (fate === 'unavailable') burst = Math.floor(random() * longestBurst)
    return fate
  }
}

/** Numbers from 0 to 1, by Tommy Ettinger's mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const texts = Object.values(hostileTexts).filter((text) => text.length < 1000)
const member = /(?<="[^"\\]{1,60}": ?)"(?:[^"\\]|\\.)*"/g

/**
 * An answer as a fate leaves it; those that never arrive whole are the server's own business. `number` chooses where more than one
 * place could be spoiled.
 */
export function answerOf(fate: Fate, honest: EmulatorResponse, number: number): EmulatorResponse {
  const marked = honest.headers.filter(([name]) => name.toLowerCase() !== 'content-length')
  const spoiled = (body: string): EmulatorResponse => ({
    ...honest,
    headers: [...marked, [injectedHeader, fate]],
    body,
  })
  switch (fate) {
    case 'unavailable':
      return { status: 503, headers: [['content-type', 'text/html']], body: '<html>busy</html>' }
    case 'too-many':
      return { status: 429, headers: [['retry-after', '0']], body: '' }
    case 'truncated':
      return spoiled(honest.body.slice(0, honest.body.length / 2))
    case 'twice-named':
      return spoiled(honest.body.replace(/^\{/, '{"id":"twice",'))
    case 'hostile-text': {
      const at = number % Math.max(1, honest.body.match(member)?.length ?? 0)
      let index = 0
      return spoiled(
        honest.body.replace(member, (text) => (index++ === at ? JSON.stringify(texts[number % texts.length]) : text)),
      )
    }
    case 'no-gzip':
      return { ...honest, headers: [...marked, ['content-encoding', 'gzip']] }
    case 'long-header':
      return { ...honest, headers: [...marked, ['x-long', 'x'.repeat(200_000)]] }
    case 'html':
      return {
        status: honest.status,
        headers: [
          ['content-type', 'text/html'],
          [injectedHeader, fate],
        ],
        body: '<html><h1>Something went wrong</h1></html>',
      }
    default:
      return honest
  }
}
