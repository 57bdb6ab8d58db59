import type { Check } from '../../../model/check.ts'
import { example } from '../../../model/check.ts'
import { each, unobservable } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { JsonObject } from '../../../model/json.ts'
import type { Trial } from '../../../model/trial.ts'
import { read } from '../../vocabulary/read.ts'
import { judges } from '../judges.ts'
import { checkId, needsOf, sceneOf } from '../matrix.ts'
import { bodyOf } from '../written-values.ts'
import { isAsSent, isRefused, keepsAny, numbered, ofLength, untidy } from './keeping.ts'
import type { Keeping, Kept } from './keeping.ts'

interface Created {
  readonly untidy: Kept
  readonly keys: Kept
  readonly keyLengths: readonly Kept[]
  readonly valueLengths: readonly Kept[]
  readonly tooManyKeys: Kept
  readonly longKeys: readonly Kept[]
  readonly longValues: readonly Kept[]
}

/** Metadata that is given to a new object: untidy, at each limit, and one step beyond each. */
export function metadataCreated(keeping: Keeping): readonly Check[] {
  const { matrix, own, clauses, name, rules } = keeping
  const operation = own.create
  if (operation === undefined) return []
  const { keys, keyLength, valueLength } = rules
  const whereAnyIsKept = (created: Created, several: readonly Kept[]): Judgement =>
    keepsAny(keeping, [created.untidy, created.keys, ...created.keyLengths, ...created.valueLengths])
      ? each(several, (kept) => isAsSent(keeping, kept))
      : unobservable('it keeps no metadata at all')
  return [
    example<Created>(checkId(matrix, 'metadata', `${name}-created`), {
      needs: needsOf(matrix, operation),
      arrange: async (trial) => {
        // what is refused without any metadata is not refused for it
        await trial.given(operation, await sceneOf(matrix, operation)(trial))
        const write = async (metadata: JsonObject) => create(trial, keeping, operation, metadata)
        const writeEach = async (several: readonly JsonObject[]): Promise<readonly Kept[]> => {
          const kept: Kept[] = []
          for (const metadata of several) kept.push(await write(metadata))
          return kept
        }
        return {
          untidy: await write(untidy),
          keys: await write(numbered(keys)),
          keyLengths: await writeEach(ofLength(keyLength).map((key) => ({ [key]: 'value' }))),
          valueLengths: await writeEach(ofLength(valueLength).map((value) => ({ key: value }))),
          tooManyKeys: await write(numbered(keys + 1)),
          longKeys: await writeEach(ofLength(keyLength + 1).map((key) => ({ [key]: 'value' }))),
          longValues: await writeEach(ofLength(valueLength + 1).map((value) => ({ key: value }))),
        }
      },
      judge: judges<Created>(clauses, {
        kept: (created) => isAsSent(keeping, created.untidy),
        exact: (created) => whereAnyIsKept(created, [created.untidy]),
        keys: (created) => whereAnyIsKept(created, [created.keys]),
        'key-length': (created) => whereAnyIsKept(created, created.keyLengths),
        'value-length': (created) => whereAnyIsKept(created, created.valueLengths),
        'keys-refused': ({ tooManyKeys }) => isRefused(keeping, tooManyKeys),
        'key-length-refused': ({ longKeys }) => each(longKeys, (kept) => isRefused(keeping, kept)),
        'value-length-refused': ({ longValues }) => each(longValues, (kept) => isRefused(keeping, kept)),
      }),
    }),
  ]
}

/** Makes an object with this metadata, and reads it. */
async function create(
  trial: Trial,
  { matrix, resource }: Keeping,
  operation: string,
  metadata: JsonObject,
): Promise<Kept> {
  const call = await sceneOf(matrix, operation)(trial)
  const answer = await trial.call(operation, { ...call, body: { ...bodyOf(call), metadata } })
  const { retrieve, parameter, at, id } = resource
  const made = read(answer, `${at}${id}`)
  if (answer.response.status >= 300 || retrieve === undefined || parameter === undefined || typeof made !== 'string')
    return { sent: metadata, answer, read: undefined }
  return { sent: metadata, answer, read: await trial.call(retrieve, { path: { ...call.path, [parameter]: made } }) }
}
