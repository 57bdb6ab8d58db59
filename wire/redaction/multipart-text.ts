import type { Edit } from './json-text.ts'
import type { Place } from './place.ts'

const start = /(?:^|\n)\s{0,9}--([\w'()+,./:=?-]{1,70})\r?\n/

/** Whether a text is the body of a multipart message. */
export function isMultipart(text: string): boolean {
  return start.test(text) && /content-disposition:/i.test(text)
}

/** Edits the values of the fields, and what they say of their files, where they stand. */
export function editMultipart(text: string, root: Place, { leaf }: Pick<Edit, 'leaf'>): string {
  const boundary = `--${start.exec(text)?.[1] ?? ''}`
  return text
    .split(boundary)
    .map((part) => editPart(part, root, leaf))
    .join(boundary)
}

function editPart(part: string, root: Place, leaf: Edit['leaf']): string {
  const [, before = '', value = '', after = ''] = /^([\s\S]*?\r?\n\r?\n)([\s\S]*?)(\r?\n)?$/.exec(part) ?? []
  if (before === '') return part
  const [, quoted, bare] = /\bname\s*=\s*(?:["']([^"'\r\n]*)["']|([^\s;]+))/i.exec(before) ?? []
  const name = quoted ?? bare ?? ''
  const head = before.replace(/(?<=filename\*?=")[^"]*(?=")/gi, (file) => leaf(file, root))
  return `${head}${leaf(value, root.property(name))}${after}`
}
