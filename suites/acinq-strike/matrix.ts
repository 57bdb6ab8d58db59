import type { Scenes } from '../laws/matrix.ts'
import { givenCharge, of, wanted } from './charge.ts'
import { populations } from './populations.ts'
import { refused } from './refusal.ts'

/** How the laws of the matrix bring about what they judge at ACINQ's Strike. */
export const scenes: Scenes = {
  calls: {
    createCharge: async (trial) => wanted(trial),
    retrieveCharge: async (trial) => of(await givenCharge(trial)),
  },
  lists: populations,
  refusals: { unknown: refused },
}
