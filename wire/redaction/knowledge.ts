import type { Contract } from '../../model/contract.ts'
import { isMadeUpKey } from '../../model/made-up-key.ts'
import { createHarmless } from './harmless.ts'
import type { Harmless } from './harmless.ts'
import { kindsFor } from './kinds.ts'
import type { Kind } from './kinds.ts'
import { createPlaces } from './place.ts'
import type { Places } from './place.ts'
import { createStoreHeaders } from './stored-headers.ts'
import type { StoreHeaders } from './stored-headers.ts'
import { vocabularyOf } from './vocabulary.ts'

/** What redaction takes from a contract; it is the same for every run. */
export interface Knowledge {
  readonly places: Places
  readonly isVocabulary: (word: string) => boolean
  readonly harmless: Harmless
  readonly kinds: readonly Kind[]
  readonly storeHeaders: StoreHeaders
  readonly isMadeUp: (key: string) => boolean
}

const nothing = {}
const known = new WeakMap<object, Knowledge>()

/** Reads a contract once; without one, only what holds everywhere is known. */
export function knowledgeOf(contract: Contract | undefined): Knowledge {
  const found = known.get(contract ?? nothing) ?? read(contract)
  known.set(contract ?? nothing, found)
  return found
}

function read(contract: Contract | undefined): Knowledge {
  const schemas: Contract['schemas'] = contract?.schemas ?? new Map()
  const isVocabulary = vocabularyOf(contract)
  const authentication = contract?.provider.authentication
  return {
    places: createPlaces(schemas),
    isVocabulary,
    harmless: createHarmless(isVocabulary, schemas),
    kinds: kindsFor(authentication?.keyPrefix ?? ''),
    storeHeaders: createStoreHeaders(contract),
    isMadeUp: (key) => authentication !== undefined && isMadeUpKey(authentication, key),
  }
}
