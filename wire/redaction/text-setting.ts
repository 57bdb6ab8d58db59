import type { Harmless } from './harmless.ts'
import type { Kind } from './kinds.ts'
import type { KnownPhrases } from './known-phrases.ts'
import type { HideSecrets } from './known-secrets.ts'
import type { Place } from './place.ts'
import type { StandIn } from './stand-in.ts'

/** What redacting texts takes. */
export interface TextSetting {
  readonly hideSecrets: HideSecrets
  readonly kinds: readonly Kind[]
  /** What stood at a place that tells that it is secret or personal. */
  readonly learned: KnownPhrases
  /** What the suite has sent, which is made up. */
  readonly own: KnownPhrases
  /** Whether the suite has said a value before the target did, and the other way round. */
  readonly isSent: (value: string) => boolean
  readonly isTold: (value: string) => boolean
  readonly standIn: StandIn
  /** What was stored in place of a value. */
  readonly stored: (value: string) => string | undefined
  readonly harmless: Harmless
  /** Keys that are made up. */
  readonly isMadeUp: (key: string) => boolean
  /** A place that nothing describes. */
  readonly unknown: Place
}
