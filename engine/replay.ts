import type { TargetKind } from '../suites/model/report.ts'

/** The command that runs one check alone, with the same seed. */
export function replayCommand(
  provider: string,
  target: TargetKind,
  check: string,
  { seed, runs }: { readonly seed: number; readonly runs: number },
): string {
  const where = {
    emulator: '',
    live: ' --target live',
    url: ' --target "$ORIGIN"',
    recording: ' --target "$RECORDING"',
  }[target]
  const only = target === 'recording' ? '' : ` --only ${check}`
  return `npx assay run ${provider}${where}${only} --seed ${seed} --runs ${runs}`
}
