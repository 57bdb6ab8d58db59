import type { RunRecord } from '../model/record.ts'
import type { Past, Severity } from '../model/report.ts'
import { knownRun } from './known-run.ts'
import { pastOf } from './past-of.ts'
import { providerPast } from './provider-past.ts'
import { isFreshChange } from './with-history.ts'

/** One clause that stands otherwise in the later of two runs. */
export interface ClauseChange {
  readonly clause: string
  readonly past: Past
  /** Of the gap, where there is one. */
  readonly severity?: Severity
}

/** A cause that only one of two runs has. */
interface CauseChange {
  readonly fingerprint: string
  readonly title: string
  readonly breaks: readonly string[]
}

/** What changed for one provider between two runs. */
export interface ProviderDiff {
  readonly name: string
  readonly title: string
  readonly news: readonly ClauseChange[]
  readonly mended: readonly ClauseChange[]
  readonly unjudged: readonly ClauseChange[]
  /** Gaps that both runs have. */
  readonly standing: readonly ClauseChange[]
  readonly newCauses: readonly CauseChange[]
  readonly mendedCauses: readonly CauseChange[]
  /** What makes the two runs less alike, in sentences. */
  readonly notes: readonly string[]
}

/** What changed between two runs. */
export interface Diff {
  readonly before: string
  readonly after: string
  readonly providers: readonly ProviderDiff[]
  readonly notes: readonly string[]
}

/** Compares two runs in what both tried, provider by provider. */
export function diffOf(before: RunRecord, after: RunRecord): Diff {
  const both = after.providers.flatMap((provider) => {
    const earlier = before.providers.find(({ name }) => name === provider.name)
    return earlier === undefined ? [] : [{ provider, earlier }]
  })
  return {
    before: before.startedAt,
    after: after.startedAt,
    providers: both.map(({ provider, earlier }) => providerDiff(knownRun(before, earlier), knownRun(after, provider))),
    notes: [
      ...onlyIn(before, after, 'first'),
      ...onlyIn(after, before, 'second'),
      ...(before.target === after.target && before.targetName === after.targetName
        ? []
        : ['The two runs are of different targets.']),
      ...(before.seed === after.seed
        ? []
        : [`The seeds differ (${before.seed} and ${after.seed}), and so do generated inputs.`]),
    ],
  }
}

function providerDiff(before: ReturnType<typeof knownRun>, after: ReturnType<typeof knownRun>): ProviderDiff {
  const pasts = pastOf(after, [before])
  const changes = [...pasts].map(([clause, past]) => ({ clause, past, ...severityIn(after, clause) }))
  const news = changes.filter(({ past }) => isFreshChange(past.change))
  const isNew = new Set(news.map(({ clause }) => clause))
  const { mended, contractChanged, gone } = providerPast(after, [before], pasts)
  return {
    name: after.provider.name,
    title: after.provider.title,
    news,
    mended: changes.filter(({ past }) => past.change === 'mended'),
    unjudged: changes.filter(({ past }) => past.change === 'unjudged'),
    standing: changes.filter(({ past }) => past.change === 'standing'),
    newCauses: after.provider.causes
      .filter(({ breaks }) => breaks.length > 0 && breaks.every((clause) => isNew.has(clause)))
      .map(({ fingerprint, title, breaks }) => ({ fingerprint, title, breaks })),
    mendedCauses: mended,
    notes: [
      ...(contractChanged === true ? ['The contracts differ.'] : []),
      ...(gone.length > 0
        ? [`The second contract does not have ${gone.length} of the clauses that the first run judged.`]
        : []),
      ...(after.covers(before) ? [] : ['The second run did not try all that the first one tried.']),
      ...(before.covers(after) ? [] : ['The first run did not try all that the second one tried.']),
    ],
  }
}

function severityIn({ states }: ReturnType<typeof knownRun>, clause: string): { readonly severity?: Severity } {
  const severity = states.get(clause)?.gap?.severity
  return severity === undefined ? {} : { severity }
}

function onlyIn(one: RunRecord, other: RunRecord, which: string): readonly string[] {
  const names = new Set(other.providers.map(({ name }) => name))
  return one.providers
    .filter(({ name }) => !names.has(name))
    .map(({ title }) => `Only the ${which} run judged ${title}.`)
}
