import type { ProviderName } from '../contracts/index.ts'
import type { ClauseRow } from '../model/report.ts'
import { answerOf } from './answer-of.ts'
import type { Answer } from './answer-of.ts'
import { judgeAnswer } from './judge-answer.ts'
import { providerNamed } from './provider-named.ts'

/** What a matcher tells vitest or jest. */
export interface MatcherResult {
  readonly pass: boolean
  readonly message: () => string
}

/** What a matcher returns for an answer: a promise where its body has still to be read. */
export type Told<Received, Result = void> = Received extends Unread ? Promise<Result> : Result

interface Readable {
  text(): Promise<string>
}

/** A `Response` of fetch, or a response of undici. */
type Unread = Readable | { readonly body: Readable }

/**
 * Passes where an answer keeps what its provider promises of this operation: a documented status, the schema of the body, the
 * headers. Only promises that bind fail it. Takes a `Response` of fetch, which it has to be awaited for, a response object of
 * another client, or the body of a successful answer.
 *
 * @param received the answer
 * @param provider name of the provider
 * @param operation id of the operation in the provider's OpenAPI description
 * @throws {UsageError} for an unknown provider or operation, or a response whose body has been read already.
 */
export function toConformTo<Received>(
  received: Received,
  provider: ProviderName,
  operation: string,
): Told<Received, MatcherResult> {
  const judged = (answer: Answer): MatcherResult => {
    const known = providerNamed(provider)
    return resultOf(judgeAnswer(known, operation, answer), `${operation} of ${known.title}`)
  }
  const answer = answerOf(received)
  return (answer instanceof Promise ? answer.then(judged) : judged(answer)) as Told<Received, MatcherResult>
}

/** For `expect.extend` of vitest or jest. */
export const matchers = { toConformTo } as const

function resultOf(rows: readonly ClauseRow[], name: string): MatcherResult {
  const broken = rows.filter(({ severity }) => severity === 'fail' || severity === 'fault')
  if (broken.length > 0) {
    const promises = broken.length === 1 ? 'a promise' : `${broken.length} promises`
    return { pass: false, message: () => `The answer breaks ${promises} of ${name}:\n${broken.map(textOf).join('\n')}` }
  }
  if (rows.some(({ verdict }) => verdict === 'conforms'))
    return { pass: true, message: () => `The answer keeps all that it shows of ${name}.` }
  return { pass: false, message: () => `Nothing of ${name} could be judged by this answer.` }
}

function textOf({ id, level, text, findings: [finding] }: ClauseRow): string {
  const clause = `  ✗ ${text} (${id}, ${level})`
  if (finding === undefined) return clause
  const { at, expected, actual } = finding
  const place = at === '' ? 'the whole body' : at
  return `${clause}\n    at ${place}: expected ${JSON.stringify(expected)}, actual ${JSON.stringify(actual)}`
}
