import type { Resource } from '../../model/declaration.ts'
import type { Call, Trial } from '../../model/trial.ts'
import type { Matrix } from './matrix.ts'
import { bodyOf, filledCall, withValue, writtenBy } from './written-values.ts'

/** Gives an object a value for all that its update writes and nothing else moves, so that what is lost of it shows. */
export async function fillObject(
  trial: Trial,
  { contract: { declaration } }: Matrix,
  resource: Resource,
  path: NonNullable<Call['path']>,
): Promise<void> {
  const { update, moving, metadata } = resource
  if (update === undefined) return
  const written = Object.entries(writtenBy(resource, update)).filter(([pointer]) => !moving.includes(pointer))
  const call = filledCall({ path }, Object.fromEntries(written), trial)
  const at = metadata?.update === update ? declaration.metadata?.at : undefined
  await trial.call(update, at === undefined ? call : { ...call, body: withValue(bodyOf(call), at, { order: '1' }) })
}
