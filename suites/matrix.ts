import type { NotPromised } from '../model/check.ts'
import type { Check } from '../model/check.ts'
import type { Contract } from '../model/contract.ts'
import { created } from './laws/creation-times-stay.ts'
import { isolation } from './laws/accounts-are-apart.ts'
import { keys } from './laws/keys-stand-for-one-request.ts'
import { lists } from './laws/lists-hold-what-they-say.ts'
import { matrixOf } from './laws/matrix.ts'
import { metadata } from './laws/metadata-is-kept.ts'
import { spelling } from './laws/spellings-are-one.ts'
import { keeps } from './laws/the-rest-is-left-alone.ts'
import { gone } from './laws/what-is-deleted-is-gone.ts'
import { neighbours } from './laws/others-stay-as-they-are.ts'
import { ids } from './laws/other-ids-are-other-objects.ts'
import { stays } from './laws/what-is-left-alone-stays.ts'
import { views } from './laws/every-state-is-shown.ts'
import { echoes } from './laws/what-is-written-is-shown.ts'
import { states } from './laws/rules-hold-in-every-state.ts'
import { refusals } from './laws/refusals-leave-no-trace.ts'
import type { Law, Scenes } from './laws/matrix.ts'

/** Every law of the matrix, in the order in which it is printed. */
export const laws: readonly Law[] = [
  keys,
  lists,
  isolation,
  echoes,
  spelling,
  metadata,
  keeps,
  stays,
  views,
  states,
  neighbours,
  refusals,
  gone,
  created,
  ids,
]

/** The laws as checks of one provider, and what they say nothing of. */
export function matrix(
  contract: Contract,
  scenes: Scenes,
  some: readonly Law[] = laws,
): { readonly checks: readonly Check[]; readonly notPromised: readonly NotPromised[] } {
  const cells = matrixOf({ contract, scenes }, some)
  return {
    checks: cells.flatMap(({ checks }) => checks),
    notPromised: cells.flatMap(({ law, resource, notPromised: why }) =>
      why === undefined ? [] : [{ law, resource, why }],
    ),
  }
}
