import type { Exchange } from '../../model/exchange.ts'
import { idOf } from './making.ts'

export type Make = () => Promise<Exchange>

/** Makes one after the other; two at a time are of the same moment. */
export async function inTurn(makes: readonly Make[], pause: () => Promise<void>): Promise<string[]> {
  const ids: string[] = []
  for (const [index, make] of makes.entries()) {
    ids.push(idOf(await make()))
    if (index % 2 === 1) await pause()
  }
  return ids
}

/** So many of the same. */
export async function many(count: number, make: Make): Promise<{ readonly ids: readonly string[] }> {
  const ids: string[] = []
  while (ids.length < count) ids.push(idOf(await make()))
  return { ids }
}
