import { failedChecks } from '../engine/failed-checks.ts'
import type { Provider } from '../model/contract.ts'
import { UsageError } from '../wire/errors.ts'

/** What `--only` and `--failed-from` select, of the providers of the run. */
export function selectionOf(
  { only, failedFrom }: { readonly only: readonly string[]; readonly failedFrom?: string },
  providers: readonly Provider[],
): readonly string[] {
  if (failedFrom === undefined) return only
  const failed = failedChecks(failedFrom).filter((check) => providers.some(({ name }) => check.startsWith(`${name}/`)))
  if (failed.length === 0)
    throw new UsageError(
      `The report ${failedFrom} has no gap of ${providers.map(({ name }) => name).join(', ')} to run again.`,
    )
  return [...only, ...failed]
}
