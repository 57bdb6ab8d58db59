import type { Place } from './place.ts'

/** Properties that say what the value beside them is, and those that hold it. */
const labels = /^(?:name|key|field|param(?:eter)?|attribute|property|label|path|pointer|code|type|id)$/i
const values =
  /(?:^|_|-)(?:value|val|content|data|input|actual|received|given|text|answer|response)$|(?:Value|Input|Answer)$/
const longest = 40

/** What a property says that names the value beside it, as in `{ "name": "pin", "value": "1234" }`. */
export function labelIn(property: string, value: string): string | undefined {
  return labels.test(property) && value.length <= longest ? value : undefined
}

export function isLabelled(property: string): boolean {
  return values.test(property)
}

/** The place of a value beside a label: that of the label where it tells more than the place of the value itself. */
export function labelledPlace(own: Place, around: Place, label: string): Place {
  const isTold = own.told !== 'open' || own.marked || own.described !== 'not'
  if (label === '' || label.length > longest || isTold) return own
  const place = around.property(label)
  return place.told !== 'open' || place.marked ? place : own
}
