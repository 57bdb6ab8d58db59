import type { Between, Variant } from '../../emulator/variants/variant.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { ClauseRow, ProviderRow } from '../../model/report.ts'
import type { Target } from '../../wire/session.ts'
import type { Told } from '../../wire/targets.ts'
import { varied } from '../../wire/varied.ts'
import { createRedactor } from '../../wire/redaction/create-redactor.ts'
import type { Plan } from '../plan.ts'
import { runProvider } from '../provider-run.ts'

export interface VariantsSetting {
  readonly plan: Plan
  /** Opens the target, with what is different inside the emulator where there is any. */
  readonly openTarget: (told: Told) => Promise<Target>
  readonly seed: number
  readonly runs: number
  /** Told to names so that they are new on a target that keeps its data. */
  readonly nonce?: string
  readonly signal?: AbortSignal
  readonly onExchange?: (exchange: Exchange) => void
  readonly cleanUp?: () => Promise<ProviderRow['leftovers']>
}

/** What a suite says of a target that the documents allow, and should not. */
export interface VariantResult {
  readonly variants: readonly string[]
  /** Clauses that are not kept. */
  readonly departures: readonly ClauseRow[]
  /** Clauses that were not shown, although nothing hides them. */
  readonly hidden: readonly ClauseRow[]
}

/** Judges a target with variants, told together; by itself where there are none. `known` are clauses that it departs from or hides anyway. */
export async function judgeVariants(
  { plan, openTarget, nonce = '', ...setting }: VariantsSetting,
  variants: readonly Variant[],
  known: ReadonlySet<string> = new Set(),
): Promise<VariantResult> {
  const target = varied(await openTarget(inside(variants)), betweenAll(variants))
  try {
    const { clauses } = await runProvider(plan, target, {
      ...setting,
      shrinks: 0,
      nonce,
      redactor: createRedactor(plan.contract, []),
      waivers: new Map(),
    })
    const isJudged = ({ id, excluded }: ClauseRow): boolean =>
      excluded !== true && !known.has(id) && !variants.some(({ leaves }) => leaves?.test(id) === true)
    const judged = clauses.filter(isJudged)
    const departs = new Set(variants.flatMap((variant) => variant.departs ?? []))
    const isKnown = ({ id, severity }: ClauseRow): boolean => departs.has(id) && severity === 'warn'
    return {
      variants: variants.map(({ id }) => id),
      departures: judged.filter((row) => !['ok', 'none'].includes(row.severity) && !isKnown(row)),
      hidden: judged.filter(
        ({ id, verdict }) => verdict === 'unobservable' && !variants.some(({ hides }) => hides?.test(id) === true),
      ),
    }
  } finally {
    await target.close()
  }
}

/** Variants in as few groups as can be, none with two of one subject or with one rule replaced twice. */
export function together(variants: readonly Variant[], honest: unknown): readonly (readonly Variant[])[] {
  const groups: { readonly told: Variant[]; readonly subjects: Set<string> }[] = []
  for (const variant of variants) {
    const subjects = subjectsOf(variant, honest)
    const group = groups.find((one) => subjects.every((subject) => !one.subjects.has(subject)))
    if (group === undefined) groups.push({ told: [variant], subjects: new Set(subjects) })
    else {
      group.told.push(variant)
      for (const subject of subjects) group.subjects.add(subject)
    }
  }
  return groups.map(({ told }) => told)
}

function subjectsOf({ subject, rules }: Variant, honest: unknown): readonly string[] {
  const replaced = rules === undefined ? [] : Object.keys(rules(honest))
  return [...(subject === undefined ? [] : [subject]), ...replaced.map((rule) => `rule ${rule}`)]
}

function inside(variants: readonly Variant[]): Told {
  const ruling = variants.flatMap(({ rules }) => rules ?? [])
  const forming = variants.flatMap(({ formIds }) => formIds ?? [])
  const rules = (honest: unknown): object => ruling.reduce<object>((told, one) => ({ ...told, ...one(honest) }), {})
  return {
    ...(ruling.length === 0 ? {} : { lie: { id: 'variant', breaks: '', text: '', rules } }),
    ...(forming.length === 0 ? {} : { formIds: (own) => forming.reduce((ids, form) => form(ids), own) }),
  }
}

function betweenAll(variants: readonly Variant[]): Between {
  return (answer, advance) => variants.reduce((inner, { between }) => between?.(inner, advance) ?? inner, answer)
}
