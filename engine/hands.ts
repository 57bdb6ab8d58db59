import type { Capability } from '../model/clause.ts'
import type { Contract } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Outage } from '../model/finding.ts'
import type { Pair } from '../wire/pair.ts'
import type { Session } from '../wire/session.ts'

/** What a scenario needs from the run around it. */
export interface TrialSetting {
  readonly contract: Contract
  readonly session: Session
  /** What the target can do; nothing where that does not matter. */
  readonly capabilities?: ReadonlySet<Capability>
  /** Whether 429 and 5xx say that the target could not be judged. */
  readonly outages: boolean
  readonly account: string
  readonly seed: number
  /** Told to names so that they are new on a target that keeps its data; empty on a fresh emulator. */
  readonly nonce: string
  /** What scenes of the run have found out about the target; of this scenario alone where absent. */
  readonly memory?: Map<string, unknown>
  /** Sees every exchange, in order, as soon as it is complete; an outage is evidence, but nothing to judge. */
  readonly onExchange: (exchange: Exchange, outage: Outage | undefined) => void
  /** Told whenever a request is on its way: time to work while the answer is awaited. */
  readonly onSent?: () => void
  readonly nextId: () => number
  /** Whether the scenario is judged already; what is delivered after that belongs to nobody. */
  readonly isOver?: () => boolean
}

/** The setting with what all hands of one scenario share. */
export interface Hands extends TrialSetting {
  readonly memory: Map<string, unknown>
  /** Id of the scenario's last exchange that is complete; 0 before the first. */
  readonly latest: () => number
  /** What the target has said so far in the scenario. */
  readonly seen: readonly Exchange[]
  /** Where requests of these hands leave together. */
  readonly pair?: Pair
}
