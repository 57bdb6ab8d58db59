import type { Target } from '../wire/session.ts'

/** The command that runs one check alone, with the same seed. */
export function replayCommand(
  provider: string,
  { kind, capabilities }: Pick<Target, 'kind' | 'capabilities'>,
  check: string,
  { seed, runs }: { readonly seed: number; readonly runs: number },
): string {
  const where = {
    emulator: '',
    live: ' --target live',
    // nothing but the control interface of an emulator gives a server by URL levers
    url: ` --target "$ORIGIN"${capabilities.has('levers') ? ' --emulated' : ''}`,
    recording: ' --target "$RECORDING"',
  }[kind]
  const only = kind === 'recording' ? '' : ` --only ${check}`
  return `npx assay run ${provider}${where}${only} --seed ${seed} --runs ${runs}`
}
