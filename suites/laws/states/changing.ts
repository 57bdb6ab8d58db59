import type { WrittenProperty } from '../../../model/declaration.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { all, each, isKept, kept, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import { valueAt } from '../../../model/json.ts'
import type { JsonObject } from '../../../model/json.ts'
import type { Call, Trial } from '../../../model/trial.ts'
import { equals, isAbsent, sameBody } from '../../vocabulary/judge.ts'
import { read } from '../../vocabulary/read.ts'
import { sameAnswer } from '../keys/answers.ts'
import { keepsTheRest } from '../the-rest-is-left-alone.ts'
import { otherValue, plainValue, withValue, writtenBy } from '../written-values.ts'
import { isWithin } from '../lasting.ts'
import type { Judge, Kind } from './kind.ts'

/** One update: what it sent, its answer, and the object afterwards. */
interface Step {
  readonly sent: JsonObject
  readonly answer: Exchange
  readonly after: Exchange
}

/** An object that is changed again and again. */
export interface Changes {
  readonly before: Exchange
  /** All that can be written at once, metadata included. */
  readonly filled: Step
  /** Metadata alone: one key is replaced, and one is removed. */
  readonly marked: Step | undefined
  /** All but metadata, with other values. */
  readonly rewritten: Step | undefined
  /** Empty values, which unset what they name. */
  readonly emptied: Step | undefined
  /** The first once more, under its key. */
  readonly repeated: Step | undefined
}

const mark = { order: '1', seat: '14C', row: '3' }
const remark = { order: '2', seat: '' }

/** Updates an object in all that its update writes; undefined where this state takes no update. */
export async function change(
  trial: Trial,
  kind: Kind,
  { path = {} }: Call,
  own: Exchange,
): Promise<Changes | undefined> {
  const { matrix, resource, retrieve } = kind
  const { update } = resource
  if (update === undefined) return undefined
  const { declaration, provider } = matrix.contract
  const at = resource.metadata?.update === update ? declaration.metadata?.at : undefined
  const isKeyed = provider.idempotencyHeader !== undefined && declaration.keys?.operations.includes(update) === true
  const write = async (sent: JsonObject, more: Partial<Call> = {}): Promise<Step> => {
    const answer = await trial.call(update, { path, body: sent, ...more })
    return { sent, answer, after: await trial.call(retrieve, { path }) }
  }
  const properties = Object.entries(writtenBy(resource, update)).filter(
    ([pointer, { at: shown = pointer }]) => !resource.moving.some((moved) => isWithin(shown, moved)),
  )
  const plain = properties.reduce<JsonObject>(
    (body, [pointer, property]) => withValue(body, pointer, plainValue(property, trial)),
    {},
  )
  const key = isKeyed ? { idempotencyKey: trial.unique('key') } : {}
  const filled = await write(at === undefined ? plain : withValue(plain, at, mark), key)
  if (filled.answer.response.status >= 300) return undefined
  const other = properties.reduce<JsonObject>(
    (body, [pointer, property]) => withValue(body, pointer, otherValue(property, valueAt(plain, pointer) ?? null)),
    {},
  )
  const unset = properties.filter(([, { unsettable }]) => unsettable === true)
  return {
    before: own,
    filled,
    marked:
      at === undefined || declaration.metadata?.update !== 'merges'
        ? undefined
        : await write(withValue({}, at, remark)),
    rewritten: properties.length === 0 ? undefined : await write(other),
    emptied:
      unset.length === 0
        ? undefined
        : await write(unset.reduce<JsonObject>((body, [pointer]) => withValue(body, pointer, ''), {})),
    repeated: isKeyed ? await write(filled.sent, key) : undefined,
  }
}

/** An update does in this state what it does in any other. */
export function judgesOfChanges(kind: Kind): readonly Judge<Changes>[] {
  const { matrix, resource } = kind
  const { update = '', metadata } = resource
  const { declaration } = matrix.contract
  const rule = resource.keeps[update]
  const ofMetadata = metadata === undefined ? {} : { ...declaration.metadata?.clauses, ...metadata.clauses }
  const at = `${resource.at}${declaration.metadata?.at ?? ''}`
  const steps = ({ filled, rewritten, emptied }: Changes): readonly Step[] => [
    filled,
    ...[rewritten, emptied].filter((step) => step !== undefined),
  ]
  const last = ({ filled, marked, rewritten, emptied }: Changes): Step => emptied ?? rewritten ?? marked ?? filled
  return [
    ...(resource.writes[update] ?? []).map(({ clause, properties }): Judge<Changes> => [
      clause,
      (changes) => each(steps(changes), (step) => shows(step, resource.at, Object.entries(properties))),
    ]),
    [
      rule?.clause,
      ({ before, filled, marked }) =>
        rule === undefined
          ? nothing
          : all(
              keepsTheRest(
                { matrix, resource, operation: update, rule },
                { before, ...filled, written: names(filled) },
              ),
              marked === undefined
                ? nothing
                : keepsTheRest(
                    { matrix, resource, operation: update, rule },
                    { before: filled.after, ...marked, written: names(marked) },
                  ),
            ),
    ],
    [
      metadata?.update === update ? (ofMetadata['updated'] ?? ofMetadata['kept'] ?? ofMetadata['exact']) : undefined,
      ({ filled }) => marks(filled, at, mark),
    ],
    [
      ofMetadata['merges'],
      ({ filled, marked }) =>
        marked === undefined || !isKept(marks(filled, at, mark)) ? nothing : marks(marked, at, { row: '3' }),
    ],
    [
      ofMetadata['replaces-value'],
      ({ marked }) => (marked === undefined ? nothing : marks(marked, at, { order: '2' })),
    ],
    [
      ofMetadata['removes-key'],
      ({ marked }) =>
        marked === undefined ? nothing : each(shownBy(marked), (shown) => isAbsent(shown, `${at}/seat`)),
    ],
    [
      ofMetadata['survives'],
      ({ marked, rewritten }) =>
        marked === undefined || rewritten === undefined || !isKept(marks(marked, at, { order: '2' }))
          ? nothing
          : marks(rewritten, at, { order: '2' }),
    ],
    [
      declaration.keys?.clauses['answer'],
      ({ filled, repeated }) => (repeated === undefined ? nothing : sameAnswer(filled.answer, repeated.answer)),
    ],
    [
      declaration.keys?.clauses['once'],
      (changes) => (changes.repeated === undefined ? nothing : sameBody(last(changes).after, changes.repeated.after)),
    ],
  ]
}

const names = ({ sent }: Step): readonly string[] => Object.keys(sent).map((name) => `/${name}`)
const shownBy = ({ answer, after }: Step): readonly Exchange[] =>
  [answer, after].filter(({ response }) => response.status < 300)

/** What was sent is shown; what was sent empty is not there any more. */
function shows(step: Step, at: string, properties: readonly (readonly [string, WrittenProperty])[]): Judgement {
  if (step.answer.response.status >= 300) return nothing
  return each(shownBy(step), (shown) =>
    each(properties, ([pointer, property]) => {
      const value = valueAt(step.sent, pointer)
      const place = `${at}${property.at ?? pointer}`
      if (value === undefined || (property.hideable === true && (read(shown, place) ?? null) === null)) return nothing
      // null, absent and empty all say that it is not set
      if (value === '' && read(shown, place) === '') return kept()
      return value === '' ? isAbsent(shown, place) : equals(shown, place, value)
    }),
  )
}

function marks(step: Step, at: string, expected: JsonObject): Judgement {
  if (step.answer.response.status >= 300) return nothing
  return each(shownBy(step), (shown) =>
    each(Object.entries(expected), ([key, value]) => equals(shown, `${at}/${key}`, value ?? null)),
  )
}
