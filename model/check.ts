import type { Arbitrary } from 'fast-check'
import type { Capability } from './clause.ts'
import type { Contract } from './contract.ts'
import type { Exchange } from './exchange.ts'
import type { Judgement } from './judgement.ts'
import type { Trial } from './trial.ts'

/** Judges what a scenario brought to light against one clause. Pure: it sends nothing and throws nothing for a violation. */
export type Judge<Evidence, Input = undefined> = (evidence: Evidence, input: Input) => Judgement

/**
 * A check provokes exchanges on purpose (`arrange`) and judges them against named clauses (`judge`, by clause id).
 * With `inputs` it is a property: it is run for many generated inputs and a failing one is shrunk.
 */
export interface Check<Evidence = unknown, Input = unknown> {
  /** `<provider>/<section>/<rule>`, kebab case; what `--only` and a replay command name. */
  readonly id: string
  readonly needs: readonly Capability[]
  readonly inputs?: (contract: Contract) => Arbitrary<Input>
  /** Inputs that are visited on purpose, in every run, before any is generated: both sides of a limit, zero, empty, large. */
  readonly visits?: (contract: Contract) => readonly Input[]
  /** Generated inputs per run, as a share of `--runs` (1 where absent); costly scenarios ask for less. */
  readonly share?: number
  /** What other checks do to the account meanwhile would disturb it: no other check runs beside it. */
  readonly alone?: boolean
  readonly arrange: (trial: Trial, input: Input) => Promise<Evidence>
  readonly judge: Readonly<Record<string, Judge<Evidence, Input>>>
  /** The law that it is an instance of, and the resource that it is instantiated for. */
  readonly cell?: { readonly law: string; readonly resource: string }
}

interface ExampleParts<Evidence> {
  readonly needs?: readonly Capability[]
  readonly alone?: boolean
  readonly arrange: (trial: Trial) => Promise<Evidence>
  readonly judge: Readonly<Record<string, (evidence: Evidence) => Judgement>>
}

/** A check of one scenario. */
export function example<Evidence>(id: string, parts: ExampleParts<Evidence>): Check {
  return { id, needs: [], ...parts } as Check
}

interface PropertyParts<Evidence, Input> {
  readonly needs?: readonly Capability[]
  readonly alone?: boolean
  readonly inputs: (contract: Contract) => Arbitrary<Input>
  readonly visits?: (contract: Contract) => readonly Input[]
  readonly share?: number
  readonly arrange: (trial: Trial, input: Input) => Promise<Evidence>
  readonly judge: Readonly<Record<string, Judge<Evidence, Input>>>
}

/** A check that holds for every generated input. */
export function property<Evidence, Input>(id: string, parts: PropertyParts<Evidence, Input>): Check {
  return { id, needs: [], ...parts } as unknown as Check
}

/** One statement of an observer about one exchange. */
export interface Observation {
  readonly clause: string
  readonly judgement: Judgement
  /** Earlier exchanges that the statement also rests on. */
  readonly with?: readonly Exchange[]
}

/**
 * Judges any exchange, whoever caused it. `watch` starts one run's memory and returns what is said of each exchange in
 * turn; it must not grow with the number of exchanges beyond what its clause needs.
 */
export interface Observer {
  readonly id: string
  readonly clauses: (contract: Contract) => readonly string[]
  readonly watch: (contract: Contract, traffic?: Traffic) => (exchange: Exchange) => readonly Observation[]
}

/** Whose requests are watched: all that are made, or those of one client among others that may write, too. */
export type Traffic = 'all' | 'passing'

/** All checks and observers of one provider, in the order of its documentation. */
export interface Suite {
  readonly checks: readonly Check[]
  readonly observers: readonly Observer[]
  /** What the laws say nothing of, and why. */
  readonly notPromised?: readonly NotPromised[]
}

/** A law that has no instance for a resource, and why. */
export interface NotPromised {
  readonly law: string
  readonly resource: string
  readonly why: string
}
