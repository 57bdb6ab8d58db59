import type { Check } from '../../model/check.ts'
import type { Capability } from '../../model/clause.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Filling } from './lists/filling.ts'
import { ContractError } from '../../schemas/contract-error.ts'
import type { Call, Trial } from '../../model/trial.ts'

/** Brings about what a call of an operation needs, and answers with the call; it succeeds as documented. */
export type Scene = (trial: Trial) => Promise<Call>

/** A state that takes more to bring about than the usual one, or less. */
export interface State {
  readonly needs?: readonly Capability[]
  readonly reach: Scene
}

/** States by what they are of, a resource or an operation, and by a name. */
export type States = Readonly<Record<string, Readonly<Record<string, State>>>>

/** How a provider's states are brought about and its refusals are told, for the laws of the matrix. */
export interface Scenes {
  /** A call of each operation that a law sends. */
  readonly calls: Readonly<Record<string, Scene>>
  /** What a target has to be capable of for the call of an operation. */
  readonly needs?: Readonly<Record<string, readonly Capability[]>>
  /** A call of an operation that is accepted and then fails; `remedy` removes the cause. */
  readonly failures?: Readonly<Record<string, Scene>>
  /** What requests refer to, by the kind that their schemas say: its name in a request. */
  readonly references?: Readonly<Record<string, (trial: Trial) => Promise<string>>>
  /** A call that reads another one of a resource, which shares with the one of a path all that two can share. */
  readonly siblings?: Readonly<Record<string, (trial: Trial, path: NonNullable<Call['path']>) => Promise<Call>>>
  /** How a resource is brought into each of its states: the path that names it. */
  readonly states?: Readonly<
    Record<string, Readonly<Record<string, (trial: Trial) => Promise<NonNullable<Call['path']>>>>>
  >
  /** What brings an object about in another state than that of `calls`: a call that reads it. All that is promised of it is tried there. */
  readonly furtherStates?: States
  /** Further calls of an update or an action, by operation and by what is different. */
  readonly variants?: States
  /** What asks for the objects that stand behind relations, and the clause that says that they are shown. */
  readonly expansion?: { readonly query: (places: readonly string[]) => JsonObject; readonly clause: string }
  /** How each list is filled. */
  readonly lists?: Readonly<Record<string, Filling>>
  /** Id of a new embedded account, where a header names one. */
  readonly embedded?: (trial: Trial) => Promise<string>
  readonly refusals: Refusals
}

/** What tells the reason of a refusal. */
interface Refusals {
  /** What the request is about is not there. */
  readonly unknown: (exchange: Exchange) => Judgement
  /** The request sends only what is documented; a gap where absent. */
  readonly documented?: (exchange: Exchange) => Judgement
  /** The request sends something that is not allowed. */
  readonly invalid?: (exchange: Exchange) => Judgement
  /** The key was used for another request before. */
  readonly usedKey?: (exchange: Exchange) => Judgement
  /** A request under the same key is being processed. */
  readonly inFlight?: (exchange: Exchange) => Judgement
}

/** What a law is instantiated from. */
export interface Matrix {
  readonly contract: Contract
  readonly scenes: Scenes
}

/** Holds for every resource whose declaration opens a cell of it. */
export interface Law {
  /** One word, which ids of its checks begin with. */
  readonly name: string
  readonly text: string
  /** The checks of one resource, or the reason for which nothing of the kind is promised of it. */
  readonly of: (matrix: Matrix, resource: string) => readonly Check[] | string
}

/** One law for one resource: judged by checks, or not promised. */
export interface Cell {
  readonly law: string
  readonly resource: string
  readonly checks: readonly Check[]
  readonly notPromised?: string
}

/** Every law for every resource, in the order of the laws. */
export function matrixOf(matrix: Matrix, laws: readonly Law[]): readonly Cell[] {
  const resources = Object.keys(matrix.contract.declaration.resources)
  return laws.flatMap((law) =>
    resources.map((resource) => {
      const checks = law.of(matrix, resource)
      const cell = { law: law.name, resource }
      return typeof checks === 'string'
        ? { ...cell, checks: [], notPromised: checks }
        : { ...cell, checks: checks.map((check) => ({ ...check, cell })) }
    }),
  )
}

/** The id of a check of a law. */
export function checkId({ contract }: Matrix, law: string, rest: string): string {
  return `${contract.provider.name}/matrix/${law}/${rest}`
}

/** The scene of an operation; a law asks only for those that its declaration names. */
export function sceneOf({ scenes }: Matrix, operation: string): Scene {
  const scene = scenes.calls[operation]
  if (scene === undefined) throw new ContractError(`There is no scene for ${operation}, which a law needs.`)
  return scene
}

/** What a target has to be capable of for these and for the call of an operation. */
export function needsOf({ scenes }: Matrix, operation: string, ...own: readonly Capability[]): readonly Capability[] {
  return [...new Set([...own, ...(scenes.needs?.[operation] ?? [])])]
}
