import type { Edit } from './json-text.ts'
import { entitiesDecoded, entitiesEncoded } from './encoded-tokens.ts'
import { labelledPlace } from './labelled.ts'
import { toldByName } from './names.ts'
import type { Place } from './place.ts'

const parts =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[/?!]?[A-Za-z](?:"[^"]*"|'[^']*'|[^<>"'])*>|[^<]+|</g
const attribute = /(?<![\w:.-])([\w:.-]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+?(?=\s|\/?>))/g
const named = /\s(?:name|id|key)\s*=\s*["']?([\w.-]+)/i
/** An element that has no end. */
const empty = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b|\/>$/i
const deepest = 300

/** Whether a text has elements, as XML and HTML have them. */
export function isMarkup(text: string): boolean {
  return /<\/?[A-Za-z][^<>]*>|<!\[CDATA\[/.test(text)
}

/**
 * Edits the text and the attributes of elements where they stand: what an element holds stands at the place of its name, else at that
 * of the label before it, as in `<dt>PIN</dt><dd>1234</dd>`.
 */
export function editMarkup(text: string, root: Place, { leaf, name }: Pick<Edit, 'leaf' | 'name'>): string {
  const open: string[] = []
  let label = ''
  const here = (): Place => labelledPlace(open.length === 0 ? root : root.property(open.at(-1) as string), root, label)
  return text.replace(parts, (part) => {
    if (/^<[A-Za-z?]/.test(part)) {
      const tag = tagName(part)
      if (!empty.test(part) && !part.startsWith('<?') && open.length < deepest)
        open.push(elementName(named.exec(part)?.[1] ?? tag, open.at(-1) ?? ''))
      return editTag(part, root, { leaf, name })
    }
    if (/^<\/[A-Za-z]/.test(part)) {
      open.pop()
      return part
    }
    const [, before = '', inner = '', after = ''] =
      /^(<!--\s*|<!\[CDATA\[\s*|\s*)([\s\S]*?)(\s*-->|\s*\]\]>|\s*)$/.exec(part) ?? []
    if (inner === '') return part
    const value = before.startsWith('<') ? inner : entitiesDecoded(inner)
    const edited = leaf(value, here())
    label = value
    return edited === value ? part : `${before}${before.startsWith('<') ? edited : entitiesEncoded(edited)}${after}`
  })
}

/** What stands in an element stands in what is around it as well: in `<pin><value>1234</value></pin>` it is a PIN. */
function elementName(own: string, around: string): string {
  return toldByName(own, false) === 'open' && toldByName(around, false) === 'secret' ? around : own
}

function tagName(tag: string): string {
  return /^<\??(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1] ?? ''
}

/** The attributes of a tag; the value of one that has a name beside it, as a field has, stands at the place of that name. */
function editTag(tag: string, root: Place, { leaf, name }: Pick<Edit, 'leaf' | 'name'>): string {
  const field = named.exec(tag)?.[1]
  return tag.replace(attribute, (whole, own: string, between: string, quoted: string) => {
    const quote = /^["']/.exec(quoted)?.[0] ?? ''
    const value = entitiesDecoded(quote === '' ? quoted : quoted.slice(1, -1))
    const place = root.property(field !== undefined && /^(?:value|content)$/i.test(own) ? field : own)
    const edited = /^(?:name|id|for|key)$/i.test(own) ? name(value, root.property(value)) : leaf(value, place)
    return edited === value
      ? whole
      : `${own}${between}${quote === '' ? '"' : quote}${entitiesEncoded(edited)}${quote === '' ? '"' : quote}`
  })
}
