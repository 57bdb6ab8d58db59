import type { ClausesByRule, Metadata, MetadataOfResource, Resource } from '../../../model/declaration.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { all, each, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { isObject } from '../../../model/json.ts'
import type { JsonObject } from '../../../model/json.ts'
import { equals, hasStatus, isAbsent } from '../../vocabulary/judge.ts'
import { read } from '../../vocabulary/read.ts'
import type { Matrix } from '../matrix.ts'

/** A resource that has metadata, and the rules of it. */
export interface Keeping {
  readonly matrix: Matrix
  readonly name: string
  readonly resource: Resource
  readonly rules: Metadata
  readonly own: MetadataOfResource
  readonly clauses: ClausesByRule
}

/** One write of metadata: what was sent, its answer, and the object as it is read afterwards. */
export interface Kept {
  readonly sent: JsonObject
  readonly answer: Exchange
  readonly read: Exchange | undefined
}

/** Capitals, blanks, other scripts, a combining mark, what encodings use for themselves, and texts that look like something else. */
export const untidy: JsonObject = {
  'Order-Id': 'Zoe\u0308  Blanc \u{1F375}',
  order_id: ' \u6F22\u5B57 ',
  'a+b c': '100% "quoted" & a=b+c;d',
  '\u00FCn\u00EF': "o'clock \\ <b>",
  0: '007',
  price: '1.50',
  sold: 'true',
}

/** So many keys, in the order of their numbers. */
export function numbered(count: number, prefix = 'key'): JsonObject {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}_${index}`, `value ${index}`]))
}

const teacup = '\u{1F375}'

/** Texts of so many characters: one of letters, and one of characters that take more than one code unit. */
export function ofLength(length: number): readonly [string, string] {
  return ['k'.repeat(length), teacup.repeat(length)]
}

/** Where an answer has the metadata. */
export function placeIn({ resource, rules }: Keeping): string {
  return `${resource.at}${rules.at}`
}

/** The answer, and what is read afterwards, where they succeed. */
export function shownBy({ answer, read: after }: Kept): readonly Exchange[] {
  return [answer, ...(after === undefined ? [] : [after])].filter(({ response }) => response.status < 300)
}

/** The metadata that is shown last. */
export function shownIn(keeping: Keeping, kept: Kept): JsonObject {
  const shown = shownBy(kept).at(-1)
  const found = shown === undefined ? undefined : read(shown, placeIn(keeping))
  return isObject(found) ? found : {}
}

/** Whether an object has any metadata of its own afterwards: one that keeps none says nothing of how much, and of which form, it keeps. */
export function keepsAny(keeping: Keeping, several: readonly Kept[]): boolean {
  return several.some((kept) => {
    const shown = shownIn(keeping, kept)
    return Object.entries(kept.sent).some(([key, value]) => shown[key] === value)
  })
}

/** The answer, and what is read afterwards, have exactly this metadata. */
export function holds(keeping: Keeping, kept: Kept, expected: JsonObject): Judgement {
  const at = placeIn(keeping)
  if (kept.answer.response.status >= 300) return hasStatus(kept.answer, 200, 201)
  // without any key it is empty or not there at all
  const has = (shown: Exchange): Judgement =>
    Object.keys(expected).length === 0 && isEmpty(shown, at)
      ? isAbsent(shown, `${at}/any`)
      : equals(shown, at, expected)
  return each(shownBy(kept), has)
}

function isEmpty(shown: Exchange, at: string): boolean {
  return isAbsent(shown, at).says === 'kept'
}

/** What was sent is there. */
export function isAsSent(keeping: Keeping, kept: Kept): Judgement {
  return holds(keeping, kept, kept.sent)
}

/** It is refused for what it sends. */
export function isRefused({ matrix }: Keeping, { answer }: Kept): Judgement {
  return matrix.scenes.refusals.invalid?.(answer) ?? nothing
}

/** It is refused, and the metadata stays as it was. */
export function isRefusedUnchanged(keeping: Keeping, kept: Kept, before: JsonObject): Judgement {
  return all(isRefused(keeping, kept), kept.read === undefined ? nothing : equals(kept.read, placeIn(keeping), before))
}
