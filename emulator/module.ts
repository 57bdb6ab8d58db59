import type { Ids } from './ids.ts'
import type { Deliver, Emulator, EmulatorRequest, EmulatorResponse } from './http.ts'

export interface EmulatorOptions {
  /** Fixes every generated id. */
  readonly seed: number
  /** Emulated time at the start, in milliseconds since the epoch. */
  readonly start: number
  /** Lets emulated time run with real time, for `assay emulate`. */
  readonly ticking?: boolean
  readonly deliver: Deliver
  /** Gives ids another form. */
  readonly formIds?: (own: Ids) => Ids
}

/** Rewrites a response on its way out; made anew for each emulator, so it may remember. */
type Tamper = () => (request: EmulatorRequest, response: EmulatorResponse) => EmulatorResponse

/** A deliberate departure from the documents: some of the model's rules replaced, or its responses rewritten. */
export interface Lie<Rules> {
  /** Kebab case, unique within the provider. */
  readonly id: string
  /** Id of the clause that it breaks. */
  readonly breaks: string
  /** What it does wrong, one present-tense sentence. */
  readonly text: string
  readonly rules?: (honest: Rules) => Partial<Rules>
  readonly tamper?: Tamper
}

/**
 * What `emulator/<provider>/index.ts` exports as `model`. `Rules` are the model's decisions, each a small function under
 * a name of its own, so that a lie replaces exactly one of them.
 */
export interface Model<Rules> {
  readonly honest: Rules
  create(options: EmulatorOptions, rules: Rules): Emulator
  /** Departures that the live service is known for, to be switched on by name. */
  readonly faults: readonly Lie<Rules>[]
  /** Answers requests of API versions later than the model's own, for clients at their usual settings. Only served emulators do. */
  readonly answerLaterVersions?: (emulator: Emulator) => Emulator
}

/** Makes an emulator, with the given lies told. */
export function createEmulator<Rules>(
  model: Model<Rules>,
  options: EmulatorOptions,
  lies: readonly Lie<Rules>[] = [],
): Emulator {
  const rules = lies.reduce<Rules>((told, lie) => ({ ...told, ...lie.rules?.(model.honest) }), model.honest)
  const own = model.create(options, rules)
  const emulator: Emulator = {
    ...own,
    ticking: options.ticking === true,
    lever: async (name, account, details) =>
      name === 'reset' ? own.reset(account) : own.lever(name, account, details),
  }
  const tampers = lies.flatMap(({ tamper }) => (tamper === undefined ? [] : [tamper()]))
  if (tampers.length === 0) return emulator
  return {
    ...emulator,
    async handle(request) {
      const response = await emulator.handle(request)
      return tampers.reduce((told, tamper) => tamper(request, told), response)
    },
  }
}
