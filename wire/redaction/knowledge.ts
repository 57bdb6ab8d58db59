import type { Contract } from '../../model/contract.ts'
import type { Json } from '../../model/json.ts'
import { isMadeUpKey } from '../../model/made-up-key.ts'
import { applying } from '../../model/reference.ts'
import type { Referred } from '../../model/reference.ts'
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
  /** Operations whose answers hold what a schema marks as secret. */
  readonly confiding: ReadonlySet<string>
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
    confiding: contract === undefined ? new Set() : confidingOperations(contract),
    isMadeUp: (key) => authentication !== undefined && isMadeUpKey(authentication, key),
  }
}

/** Operations whose answers hold what a schema marks as secret. */
function confidingOperations({ operations, schemas }: Contract): ReadonlySet<string> {
  return new Set(
    [...operations.values()]
      .filter(({ answers }) => Object.values(answers).some((id) => typeof id === 'string' && marksSecret(schemas, id)))
      .map(({ id }) => id),
  )
}

function marksSecret(schemas: Contract['schemas'], id: string): boolean {
  const seen = new Set<Json>()
  const visit = (referred: Referred): boolean =>
    applying(schemas, [referred]).some(({ schema, base }) => {
      if (seen.has(schema)) return false
      seen.add(schema)
      const below = [...Object.values(schema['properties'] ?? {}), schema['items'], schema['additionalProperties']]
      return schema['x-secret'] === true || below.some((one) => visit({ schema: one, base }))
    })
  return visit({ schema: schemas.get(id), base: id })
}
