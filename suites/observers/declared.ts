import type { Observer } from '../../model/check.ts'
import { accountsStayApart } from './accounts-stay-apart.ts'
import { actionsBringAbout } from './actions-bring-about.ts'
import { creationTimesGoOn } from './creation-times-go-on.ts'
import { keysStandForOneRequest } from './keys-stand-for-one-request.ts'
import { listsAnswerWhatWasAsked } from './lists-answer-what-was-asked.ts'
import { listsHoldWhatIsThere } from './lists-hold-what-is-there.ts'
import { masksHold } from './masks-hold.ts'
import { oneMomentHasOneState } from './one-moment-has-one-state.ts'
import { whatIsFixedStays, whatIsSettledStays } from './objects-stay-as-they-are.ts'
import { whatIsDeletedIsGone } from './what-is-deleted-is-gone.ts'
import { writesAreShown } from './writes-are-shown.ts'

/** What the declaration of any contract promises of any traffic: the passive side of the laws. */
export const declared: readonly Observer[] = [
  writesAreShown,
  actionsBringAbout,
  listsAnswerWhatWasAsked,
  listsHoldWhatIsThere,
  whatIsFixedStays,
  whatIsSettledStays,
  oneMomentHasOneState,
  masksHold,
  whatIsDeletedIsGone,
  accountsStayApart,
  keysStandForOneRequest,
  creationTimesGoOn,
]
