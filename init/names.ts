/** Lower case, with dashes: `GET /v1/payment_intents/{id}` → `get-v1-payment-intents-id`. */
export function kebabOf(text: string): string {
  const dashed = text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
  return dashed === '' ? 'unnamed' : dashed
}

/** A name however it is spelt: `paymentId` and `payment_id` are one. */
export const plainName = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase()

/** Names that were not given out before; a number is added to one that was. */
export function createUniqueNames(taken: readonly string[] = []): (wanted: string) => string {
  const given = new Set(taken)
  return (wanted) => {
    let name = wanted
    for (let number = 2; given.has(name); number += 1) name = `${wanted}-${number}`
    given.add(name)
    return name
  }
}

/** A sentence for a clause: one line, of 120 characters at most, with a full stop. */
export function sentence(text: string): string {
  // words that say a level stand in no sentence of a clause
  const levelled = text.replaceAll(/\b(should|must|may)\b/gi, (word) => word.toUpperCase())
  const line = levelled.replaceAll(/\s+/g, ' ').replace(/\.*$/, '').trim()
  return line.length > 119 ? `${line.slice(0, 116)}….` : `${line}.`
}
