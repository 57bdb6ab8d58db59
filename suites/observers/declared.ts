import type { Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { accountsStayApart } from './accounts-stay-apart.ts'
import { actionsBringAbout } from './actions-bring-about.ts'
import { creationTimesGoOn } from './creation-times-go-on.ts'
import { keysStandForOneRequest } from './keys-stand-for-one-request.ts'
import { listsAnswerWhatWasAsked } from './lists-answer-what-was-asked.ts'
import { listsHoldWhatIsThere } from './lists-hold-what-is-there.ts'
import { masksHold } from './masks-hold.ts'
import { oneMomentHasOneState } from './one-moment-has-one-state.ts'
import { whatIsFixedStays, whatIsSettledStays } from './objects-stay-as-they-are.ts'
import { totalsNeverFall } from './totals-never-fall.ts'
import { whatIsDeletedIsGone } from './what-is-deleted-is-gone.ts'
import { writesAreShown } from './writes-are-shown.ts'

const all: readonly Observer[] = [
  writesAreShown,
  actionsBringAbout,
  listsAnswerWhatWasAsked,
  listsHoldWhatIsThere,
  totalsNeverFall,
  whatIsFixedStays,
  whatIsSettledStays,
  oneMomentHasOneState,
  masksHold,
  whatIsDeletedIsGone,
  accountsStayApart,
  keysStandForOneRequest,
  creationTimesGoOn,
]

/** What the declaration of a contract promises of any traffic: the passive side of the laws. */
export function declared(contract: Contract): readonly Observer[] {
  return all.filter(({ clauses }) => clauses(contract).length > 0)
}
