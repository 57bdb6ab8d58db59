import { isNumeral } from './names.ts'
import type { Place } from './place.ts'
import type { TextSetting } from './text-setting.ts'
import type { Voice } from './voice.ts'

/** Shorter numbers are not looked for among those that were learned. */
const shortest = 6
const digitsOnly = [{ pattern: '^\\d+$' }]

/** Redacts numbers of JSON, which stay numbers; `isFormed` knows what its form tells. */
export function redactorOfNumbers(
  { learned, own, standIn, unknown }: Pick<TextSetting, 'learned' | 'own' | 'standIn' | 'unknown'>,
  isFormed: (literal: string) => boolean,
): (literal: string, place: Place, voice: Voice) => string {
  /** Another number of the same length: digits cannot all be 0 in JSON. */
  function digits(literal: string): string {
    if (!/^\d{2,}$/.test(literal)) return /\d{2}/.test(literal) ? '0' : literal
    return `1${standIn(literal, { ...unknown, schemas: digitsOnly }).slice(1)}`
  }

  return (literal, place, voice) => {
    if (voice === 'ours') return literal
    if (voice === 'expected')
      return literal.length >= shortest && learned.find(literal) !== undefined ? digits(literal) : literal
    const isTold = place.told !== 'open' && /\d{3}/.test(literal)
    if (!place.marked && !isTold && (isNumeral(place.name) || !isFormed(literal))) return literal
    if (own.find(literal) !== undefined) return literal
    learned.learn(literal)
    return digits(literal)
  }
}
