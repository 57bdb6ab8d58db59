import type { Call, Trial } from '../../model/trial.ts'

/** The same hands, acting for an embedded account that a header names. */
export function actingFor(trial: Trial, header: string, account: string): Trial {
  const named = (call: Call = {}): Call => ({ ...call, headers: { ...call.headers, [header]: account } })
  return {
    ...trial,
    call: (operation, call) => trial.call(operation, named(call)),
    given: (operation, call) => trial.given(operation, named(call)),
    as: (other) => actingFor(trial.as(other), header, account),
  }
}
