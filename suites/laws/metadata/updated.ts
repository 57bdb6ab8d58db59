import type { Check } from '../../../model/check.ts'
import { example } from '../../../model/check.ts'
import { all, each, isKept, nothing, unobservable } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { JsonObject } from '../../../model/json.ts'
import type { Call, Trial } from '../../../model/trial.ts'
import { equals, hasStatus, isAbsent } from '../../vocabulary/judge.ts'
import { judges } from '../judges.ts'
import { checkId, needsOf, sceneOf } from '../matrix.ts'
import { bodyOf, filledCall, writtenBy } from '../written-values.ts'
import {
  holds,
  isAsSent,
  isRefusedUnchanged,
  keepsAny,
  numbered,
  placeIn,
  shownBy,
  shownIn,
  untidy,
} from './keeping.ts'
import type { Keeping, Kept } from './keeping.ts'

interface Updated {
  readonly untidy: Kept
  readonly begun: Kept
  readonly more: Kept
  readonly replaced: Kept
  readonly removed: Kept
  readonly unnamed: Kept
  /** An update of all that can be written but metadata. */
  readonly others: Kept
  readonly emptied: Kept
  readonly full: Kept
  readonly swapped: Kept
  readonly beyond: Kept
}

const first = { order: '1', seat: '14C' }

/** Metadata that is changed by one update after the other, up to its limit and one step beyond. */
export function metadataUpdated(keeping: Keeping): readonly Check[] {
  const { matrix, own, clauses, name, resource, rules } = keeping
  const operation = own.update
  if (operation === undefined) return []
  const merges = rules.update === 'merges'
  const full = numbered(rules.keys)
  const { key_0: _, ...rest } = full
  const at = placeIn(keeping)
  /** What comes after many updates tells of the limits only where updates do what they are to do. */
  const followsOn = ({ more }: Updated): boolean => !merges || isKept(holds(keeping, more, { ...first, row: '3' }))
  const beyondIsRefused = (updated: Updated): Judgement =>
    followsOn(updated) && isKept(isAccepted(updated.swapped))
      ? isRefusedUnchanged(keeping, updated.beyond, shownIn(keeping, updated.swapped))
      : nothing
  const whereAnyIsKept = (judged: Readonly<Record<string, (updated: Updated) => Judgement>>): typeof judged =>
    Object.fromEntries(
      Object.entries(judged).map(([rule, judge]) => [
        rule,
        (updated: Updated) =>
          keepsAny(keeping, [updated.untidy, updated.begun, updated.more, updated.full])
            ? judge(updated)
            : unobservable('it keeps no metadata at all'),
      ]),
    )
  return [
    example<Updated>(checkId(matrix, 'metadata', `${name}-updated`), {
      needs: needsOf(matrix, operation),
      arrange: async (trial) => {
        const call = await sceneOf(matrix, operation)(trial)
        const write = async (metadata: JsonObject | string | undefined) =>
          update(trial, keeping, operation, call, metadata)
        const clear = merges ? '' : {}
        return {
          untidy: await write(untidy),
          // a provider whose updates merge is told to forget what is there first
          begun: merges ? (await write(clear), await write(first)) : await write(first),
          more: await write({ row: '3' }),
          replaced: await write({ row: '4' }),
          removed: await write({ row: '' }),
          unnamed: await write(undefined),
          others: await update(trial, keeping, operation, filledCall(call, writtenBy(resource, operation), trial)),
          emptied: await write(clear),
          full: await write(full),
          swapped: await write(merges ? { key_0: '', one_more: 'x' } : { ...rest, one_more: 'x' }),
          beyond: await write(merges ? { another: 'x' } : { ...full, another: 'x' }),
        }
      },
      judge: judges<Updated>(clauses, {
        // what is said of a create says nothing of an update that has a clause of its own
        ...(clauses['updated'] === undefined ? { kept: (updated: Updated) => isAsSent(keeping, updated.untidy) } : {}),
        updated: (updated) => isAsSent(keeping, updated.untidy),
        ...whereAnyIsKept({
          exact: (updated) => isAsSent(keeping, updated.untidy),
          // what stands there is what was shown before, whether or not all else was forgotten first
          merges: ({ begun, more }) =>
            isKept(hasAll(keeping, begun, first)) ? hasAll(keeping, more, { ...first, row: '3' }) : nothing,
          replaces: ({ more, emptied }) => all(holds(keeping, more, { row: '3' }), holds(keeping, emptied, {})),
          'replaces-value': ({ replaced }) => each(shownBy(replaced), (shown) => equals(shown, `${at}/row`, '4')),
          'removes-key': ({ removed }) => each(shownBy(removed), (shown) => isAbsent(shown, `${at}/row`)),
          survives: ({ removed, unnamed, others }) =>
            each([unnamed, others], (kept) =>
              isKept(isAccepted(kept)) ? holds(keeping, kept, shownIn(keeping, removed)) : nothing,
            ),
          'removes-all': ({ emptied }) => holds(keeping, emptied, {}),
          keys: (updated) =>
            all(holds(keeping, updated.full, full), followsOn(updated) ? isAccepted(updated.swapped) : nothing),
          'merged-keys-refused': (updated) => beyondIsRefused(updated),
          'keys-refused': (updated) => beyondIsRefused(updated),
        }),
      }),
    }),
  ]
}

/** The answer, and what is read afterwards, have these keys among others. */
function hasAll(keeping: Keeping, kept: Kept, expected: JsonObject): Judgement {
  return each(shownBy(kept), (shown) =>
    each(Object.entries(expected), ([key, value]) => equals(shown, `${placeIn(keeping)}/${key}`, value)),
  )
}

const isAccepted = ({ answer }: Kept): Judgement => hasStatus(answer, 200, 201)

async function update(
  trial: Trial,
  { resource: { retrieve } }: Keeping,
  operation: string,
  call: Call,
  metadata?: JsonObject | string,
): Promise<Kept> {
  const body = { ...bodyOf(call), ...(metadata === undefined ? {} : { metadata }) }
  const answer = await trial.call(operation, { ...call, body })
  return {
    sent: typeof metadata === 'object' ? metadata : {},
    answer,
    read: retrieve === undefined ? undefined : await trial.call(retrieve, { path: call.path ?? {} }),
  }
}
