import { all, departs, each, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { arbitraryOf } from '../arbitraries/from-schema.ts'
import { equals, hasStatus, sameBody } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { underWayTogether } from '../vocabulary/under-way-together.ts'
import { preparedCall } from './prepare.ts'
import type { Preparing } from './prepare.ts'

export interface RetriesAreIdempotent extends Preparing {
  readonly operation: string
  /** JSON Pointer of the id of what it makes. */
  readonly id: string
  /** How many objects there are that the operation makes; told the body, so that it can leave out those of strangers. */
  readonly count: (trial: Trial, body: JsonObject) => Promise<Json>
  /** Form of a key. */
  readonly key: (trial: Trial) => string
  /** A body whose request is accepted and then fails, for providers that say what a repeat of it answers. */
  readonly failing?: (trial: Trial) => Promise<JsonObject>
  /** Removes the cause of the failure before the repeat, where a repeat of a failure is processed anew. */
  readonly remedy?: (trial: Trial, failed: JsonObject) => Promise<void>
  /** A body that differs from an accepted one in its parameters. */
  readonly changed?: (body: JsonObject) => JsonObject
  readonly clauses: {
    /** A repeat of a success answers the same again. */
    readonly replay?: string
    /** … and makes no second one. */
    readonly once?: string
    /** A repeat of a failure answers the same failure again, or is processed anew, as `afterFailure` judges. */
    readonly afterFailure?: string
    /** The same key with other parameters is refused. */
    readonly otherParameters?: string
    /** Two at once: one is made; the other gets the same answer or a conflict. */
    readonly concurrent?: string
  }
  readonly afterFailure?: (first: Exchange, second: Exchange, counts: readonly Json[]) => Judgement
  readonly refusesOther?: (exchange: Exchange) => Judgement
  readonly conflict?: (exchange: Exchange) => Judgement
}

/** Repeating a write with the same idempotency key never makes a second object. */
export function retriesAreIdempotent(section: string, law: RetriesAreIdempotent): readonly Check[] {
  const { clauses } = law
  return [
    ...(clauses.replay === undefined && clauses.once === undefined ? [] : [repeatedSuccess(section, law)]),
    ...(clauses.afterFailure === undefined ? [] : [repeatedFailure(section, law, clauses.afterFailure)]),
    ...(clauses.otherParameters === undefined ? [] : [otherParameters(section, law, clauses.otherParameters)]),
    ...(clauses.concurrent === undefined ? [] : [concurrentRepeat(section, law, clauses.concurrent)]),
  ]
}

function repeatedSuccess(section: string, law: RetriesAreIdempotent): Check {
  const { replay, once } = law.clauses
  return property<{ answers: readonly Exchange[]; counts: readonly Json[] }, { body: JsonObject; times: number }>(
    `${section}/a-repeat-answers-the-same`,
    {
      share: 0.5,
      inputs: (contract) =>
        fc.record({
          body: arbitraryOf(contract, bodySchema(contract, law.operation)) as fc.Arbitrary<JsonObject>,
          times: fc.integer({ min: 1, max: 3 }),
        }),
      arrange: async (trial, { body, times }) => {
        const call = await prepared(trial, law, body)
        const first = await trial.given(law.operation, call)
        const before = await law.count(trial, call.body as JsonObject)
        const repeats: Exchange[] = []
        for (let time = 0; time < times; time += 1) repeats.push(await trial.call(law.operation, call))
        return { answers: [first, ...repeats], counts: [before, await law.count(trial, call.body as JsonObject)] }
      },
      judge: {
        ...(replay === undefined
          ? {}
          : {
              [replay]: ({ answers }) => each(answers.slice(1), (answer) => sameAnswer(answers[0] as Exchange, answer)),
            }),
        ...(once === undefined
          ? {}
          : {
              [once]: ({ counts, answers }) =>
                all(
                  unchanged(counts),
                  each(answers.slice(1), (answer) => sameId(answers[0] as Exchange, answer, law.id)),
                ),
            }),
      },
    },
  )
}

function repeatedFailure(section: string, law: RetriesAreIdempotent, clause: string): Check {
  return example(`${section}/a-repeat-of-a-failure`, {
    arrange: async (trial) => {
      const call = await prepared(trial, law, (await law.failing?.(trial)) ?? {})
      const first = await trial.call(law.operation, call)
      await law.remedy?.(trial, call.body as JsonObject)
      const before = await law.count(trial, call.body as JsonObject)
      const second = await trial.call(law.operation, call)
      return { first, second, counts: [before, await law.count(trial, call.body as JsonObject)] }
    },
    judge: {
      [clause]: ({ first, second, counts }) =>
        law.afterFailure?.(first, second, counts) ?? all(sameAnswer(first, second), unchanged(counts)),
    },
  })
}

function otherParameters(section: string, law: RetriesAreIdempotent, clause: string): Check {
  return property<{ refused: Exchange; counts: readonly Json[] }, JsonObject>(`${section}/a-key-keeps-its-parameters`, {
    share: 0.3,
    inputs: (contract) =>
      arbitraryOf(contract, bodySchema(contract, law.operation), { leastOnly: true }) as fc.Arbitrary<JsonObject>,
    arrange: async (trial, body) => {
      const call = await prepared(trial, law, body)
      await trial.given(law.operation, call)
      const before = await law.count(trial, call.body as JsonObject)
      const refused = await trial.call(law.operation, { ...call, body: law.changed?.(call.body as JsonObject) ?? {} })
      return { refused, counts: [before, await law.count(trial, call.body as JsonObject)] }
    },
    judge: { [clause]: ({ refused, counts }) => all(law.refusesOther?.(refused) ?? nothing, unchanged(counts)) },
  })
}

function concurrentRepeat(section: string, law: RetriesAreIdempotent, clause: string): Check {
  return property<{ answers: readonly Exchange[]; made: readonly Json[] }, JsonObject>(
    `${section}/two-at-once-make-one`,
    {
      share: 0.3,
      inputs: (contract) =>
        arbitraryOf(contract, bodySchema(contract, law.operation), { leastOnly: true }) as fc.Arbitrary<JsonObject>,
      arrange: async (trial, body) => {
        const call = await prepared(trial, law, body)
        const before = await law.count(trial, call.body as JsonObject)
        const repeat = (hands: Trial) => hands.call(law.operation, call)
        const answers = await trial.together(repeat, repeat)
        return { answers, made: [before, await law.count(trial, call.body as JsonObject)] }
      },
      judge: {
        [clause]: ({ answers, made }) => underWayTogether(answers, () => oneOfTwo(answers, made, law)),
      },
    },
  )
}

async function prepared(trial: Trial, law: RetriesAreIdempotent, body: JsonObject): Promise<Call> {
  return { ...(await preparedCall(trial, law, body)), idempotencyKey: law.key(trial) }
}

function bodySchema(contract: Trial['contract'], operation: string): JsonObject {
  const schema = contract.operations.get(operation)?.body?.schema
  if (schema === undefined) throw new Error(`${operation} has no request body`)
  return schema
}

/** One succeeded; the other got the same answer or a conflict; one object was made. */
function oneOfTwo(answers: readonly Exchange[], made: readonly Json[], law: RetriesAreIdempotent): Judgement {
  const successes = answers.filter(({ response }) => response.status < 300)
  const others = answers.filter(({ response }) => response.status >= 300)
  const ids = new Set(successes.map((answer) => textAt(answer, law.id)))
  const [before, after] = made
  const grown = typeof before === 'number' && typeof after === 'number' ? after - before : undefined
  return all(
    successes.length === 0 ? hasStatus(answers[0] as Exchange, 200, 201) : nothing,
    ids.size > 1
      ? departs({ at: law.id, expected: 'the same object twice', actual: [...ids], in: successes.at(-1) as Exchange })
      : ids.size === 0
        ? nothing
        : kept(),
    grown === undefined
      ? nothing
      : grown <= 1
        ? kept()
        : departs({ at: '', expected: 'one new object', actual: grown }),
    each(others, (answer) => law.conflict?.(answer) ?? hasStatus(answer, 409)),
  )
}

function sameAnswer(first: Exchange, repeat: Exchange): Judgement {
  return all(hasStatus(repeat, first.response.status), sameBody(first, repeat))
}

function sameId(first: Exchange, repeat: Exchange, id: string): Judgement {
  return equals(repeat, id, read(first, id) ?? null)
}

function unchanged([before, after]: readonly Json[]): Judgement {
  return JSON.stringify(before) === JSON.stringify(after)
    ? kept()
    : departs({ at: '', expected: before ?? null, actual: after ?? null })
}
