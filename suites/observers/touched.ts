import type { Resource } from '../../model/declaration.ts'
import { sameValue } from '../../model/instant.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'

/** Whether somebody wrote to an object of whom the traffic does not tell: it says so itself, or nothing says that it was not. */
export function isTouched(
  touched: Json | undefined,
  { touched: at }: Resource,
  object: Json,
  isAllSeen: () => boolean,
): boolean {
  const now = at === undefined ? undefined : valueAt(object, at)
  if (touched === undefined || touched === null || now === undefined) return !isAllSeen()
  return !sameValue(touched, now)
}
