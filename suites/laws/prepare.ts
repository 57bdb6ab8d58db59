import type { Json, JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { fillReferences } from '../arbitraries/from-schema.ts'

/** What was brought about. */
interface Prepared {
  /** Ids by kind, for the `x-reference`s of a generated body. */
  readonly ids?: Readonly<Record<string, Json>>
  /** The rest of the call. */
  readonly call?: Omit<Call, 'body'>
}

/** A law about an operation with a generated body. */
export interface Preparing {
  /** Brings about what the request with this body refers to. */
  readonly prepare?: (trial: Trial, body: JsonObject) => Promise<Prepared>
}

/** The call with this body, once all that it refers to is there. */
export async function preparedCall(
  trial: Trial,
  law: Preparing,
  body: JsonObject,
): Promise<Call & { readonly body: JsonObject }> {
  const { ids = {}, call = {} } = (await law.prepare?.(trial, body)) ?? {}
  return { ...call, body: fillReferences(body, ids) }
}
