import type { Trial } from '../../model/trial.ts'
import type { Filling, Population } from '../laws/lists/filling.ts'
import { textAt } from '../vocabulary/read.ts'
import { givenCharge } from './charge.ts'

async function makeCharges(trial: Trial, count: number, pause?: () => Promise<void>): Promise<Population> {
  const ids: string[] = []
  while (ids.length < count) {
    ids.push(textAt(await givenCharge(trial, { amount: 1000 + ids.length }), '/id'))
    if (ids.length % 2 === 0) await pause?.()
  }
  return { ids }
}

/** How the list of ACINQ's Strike is filled; an account holds more and more, so only a new one is listed whole. */
export const populations: Readonly<Record<string, Filling>> = {
  listCharges: {
    needs: ['fresh-account'],
    async populate(trial, pause) {
      const made = await makeCharges(trial, 6, pause)
      return trial.can('levers') ? { ...made, touch: (charge: string) => trial.lever('pay', { charge }) } : made
    },
    fill: (trial, count) => makeCharges(trial, count),
  },
}
