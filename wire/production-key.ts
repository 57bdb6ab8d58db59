import type { LiveAccess } from '../model/contract.ts'

/** Whether a key is one of production; undefined where its form does not tell. */
export function isProductionKey({ productionKey, sandboxKey }: LiveAccess, key: string): boolean | undefined {
  if (productionKey !== undefined && new RegExp(productionKey).test(key)) return true
  return sandboxKey !== undefined && new RegExp(sandboxKey).test(key) ? false : undefined
}
