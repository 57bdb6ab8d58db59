import { each, isKept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Check } from '../../model/check.ts'
import { property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { equals } from '../vocabulary/judge.ts'
import { text } from '../arbitraries/strings.ts'

export interface MetadataKeepsItsLimits {
  /** Writes metadata on a new object and answers with the call that did. */
  readonly write: (trial: Trial, metadata: JsonObject) => Promise<Exchange>
  /** Reads the object that a write made. */
  readonly readBack: (trial: Trial, written: Exchange) => Promise<Exchange>
  /** JSON Pointer of the metadata in both answers. */
  readonly at: string
  readonly limits: { readonly keys: number; readonly keyLength: number; readonly valueLength: number }
  readonly clauses: {
    /** Anything within the limits is kept as it is. */
    readonly kept?: string
    readonly tooManyKeys?: string
    readonly longKey?: string
    readonly longValue?: string
  }
  readonly refusal: (exchange: Exchange) => Judgement
}

/** Metadata is kept as sent up to its limits, and refused one step beyond each of them. */
export function metadataKeepsItsLimits(section: string, law: MetadataKeepsItsLimits): readonly Check[] {
  const { kept, tooManyKeys, longKey, longValue } = law.clauses
  const { keys, keyLength, valueLength } = law.limits
  const beyond = (name: string, clause: string, metadata: Arbitrary<JsonObject>): Check =>
    property<Exchange, JsonObject>(`${section}/${name}`, {
      share: 0.3,
      inputs: () => metadata,
      arrange: (trial, input) => law.write(trial, input),
      judge: { [clause]: (refused) => law.refusal(refused) },
    })
  const oneLonger = (length: number): Arbitrary<string> =>
    fc.integer({ min: length + 1, max: length + 10 }).chain((size) => plain(size, size))

  return [
    ...(kept === undefined ? [] : [keeps(section, law, kept)]),
    ...(tooManyKeys === undefined
      ? []
      : [beyond('too-many-keys', tooManyKeys, fc.integer({ min: keys + 1, max: keys + 5 }).map(entries))]),
    ...(longKey === undefined
      ? []
      : [
          beyond(
            'too-long-a-key',
            longKey,
            oneLonger(keyLength).map((key) => ({ [key]: 'value' })),
          ),
        ]),
    ...(longValue === undefined
      ? []
      : [
          beyond(
            'too-long-a-value',
            longValue,
            oneLonger(valueLength).map((value) => ({ key: value })),
          ),
        ]),
  ]
}

/** What keeps no metadata at all says nothing of the form in which it is kept. */
async function assertKept(trial: Trial, section: string, law: MetadataKeepsItsLimits): Promise<void> {
  const name = `${section} is kept`
  if (trial.memory.get(name) === true) return
  const written = await law.write(trial, { order: '1' })
  if (!isKept(equals(written, `${law.at}/order`, '1'))) throw new Blocked(written, 'it keeps no metadata', law.at)
  trial.memory.set(name, true)
}

function keeps(section: string, law: MetadataKeepsItsLimits, clause: string): Check {
  return property<readonly Exchange[], JsonObject>(`${section}/kept-as-sent`, {
    inputs: () => withinLimits(law.limits),
    arrange: async (trial, metadata) => {
      await assertKept(trial, section, law)
      const written = await law.write(trial, metadata)
      return written.response.status < 300 ? [written, await law.readBack(trial, written)] : [written]
    },
    judge: {
      [clause]: (answers, metadata) => each(answers, (answer) => equals(answer, law.at, metadata)),
    },
  })
}

/** Metadata inside the limits, with the limits themselves drawn often. */
function withinLimits({ keys, keyLength, valueLength }: MetadataKeepsItsLimits['limits']): Arbitrary<JsonObject> {
  const name = fc.oneof(plain(1, Math.min(8, keyLength)), plain(keyLength, keyLength))
  const value = fc.oneof(text(1, Math.min(20, valueLength)), plain(valueLength, valueLength))
  const few = fc.dictionary(name, value, { minKeys: 1, maxKeys: Math.min(5, keys), noNullPrototype: true })
  return fc.oneof({ arbitrary: few, weight: 4 }, { arbitrary: fc.constant(entries(keys)), weight: 1 })
}

function entries(count: number): JsonObject {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key_${index}`, `value ${index}`]))
}

/** Letters only, so that a length is the same in characters, code units and bytes. */
function plain(minLength: number, maxLength: number): Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength, maxLength })
}
