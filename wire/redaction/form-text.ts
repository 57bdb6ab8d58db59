import { urlDecoded } from './encoded-tokens.ts'
import type { Edit } from './json-text.ts'
import type { Place } from './place.ts'

/** A name and its value, and not base64 with its padding. */
const pair = /(?:^|&)[^=&]+=(?!=?$)/

/** Whether a text is names and values as forms and queries have them. */
export function isForm(text: string): boolean {
  return pair.test(text) && !/\s/.test(text)
}

/** Edits the values of a form or a query where they stand; names like `card[number]` lead to their place. */
export function editForm(text: string, root: Place, { leaf, name }: Pick<Edit, 'leaf' | 'name'>): string {
  return text
    .split('&')
    .map((part) => {
      const at = part.indexOf('=')
      if (at === -1) return edited(part, (flag) => name(flag, placeOf(root, flag)))
      const rawName = part.slice(0, at)
      const place = placeOf(root, decoded(rawName))
      return `${edited(rawName, (own) => name(own, place))}=${edited(part.slice(at + 1), (value) => leaf(value, place))}`
    })
    .join('&')
}

function edited(raw: string, edit: (text: string) => string): string {
  const text = decoded(raw)
  const changed = edit(text)
  return changed === text ? raw : encodeURIComponent(changed)
}

function decoded(raw: string): string {
  return urlDecoded(raw.replaceAll('+', ' '))
}

/** `items[0][plan]` and `items[][plan]` are the property `plan` of an item of `items`. */
function placeOf(root: Place, name: string): Place {
  const steps = name.match(/[^[\]]+|\[\]/g) ?? []
  return steps.reduce<Place>((at, step) => (/^(?:\d+|\[\])$/.test(step) ? at.item() : at.property(step)), root)
}
