import { describe, expect, it } from 'vitest'
import { editMarkup, isMarkup } from '../../../wire/redaction/markup-text.ts'
import { editMultipart, isMultipart } from '../../../wire/redaction/multipart-text.ts'
import type { Edit } from '../../../wire/redaction/json-text.ts'
import { createPlaces } from '../../../wire/redaction/place.ts'
import type { Place } from '../../../wire/redaction/place.ts'
import { wayTo } from './way-to.ts'

type Editor = (text: string, root: Place, edit: Pick<Edit, 'leaf' | 'name'>) => string

/** Every value of a text with the place that it stands at. */
function valuesOf(editor: Editor, text: string, root: Place = wayTo()): readonly string[] {
  const values: string[] = []
  const note = (value: string, { name }: Place): string => {
    values.push(`${name}: ${value}`)
    return value
  }
  expect(editor(text, root, { leaf: note, name: (name) => name })).toBe(text)
  return values
}

const upper = (text: string): string => text.toUpperCase()

describe('markup', () => {
  it.each(['<a>', '<p class="x">', '</p>', 'x <br/> y', '<![CDATA[x]]>', '<?xml version="1.0"?><a/>'])(
    '%s is it',
    (text) => {
      expect(isMarkup(text)).toBe(true)
    },
  )

  it.each(['', 'a < b', '1 <2> 3', '<>', '<!doctype html>'])('%j is none', (text) => {
    expect(isMarkup(text)).toBe(false)
  })

  it.each<[string, readonly string[]]>([
    ['<pin>1234</pin>', ['/pin: 1234']],
    ['<a:pin>1234</a:pin>', ['/pin: 1234']],
    ['<a> x <b>y</b> z </a>', ['/a: x', '/b: y', '/a: z']],
    ['<a x="1" y=\'2\' z=3/>', ['/x: 1', '/y: 2', '/z: 3']],
    ['<input name="pin" value="1234">', ['/pin: 1234']],
    ['<meta name="author" content="Ada">', ['/author: Ada']],
    ['<br>x<br/>y', [': x', ': y']],
    ['<a><![CDATA[x & y]]></a>', ['/a: x & y']],
    ['<a>x &amp; y</a>', ['/a: x & y']],
    ['<a><!-- x --></a>', ['/a: x']],
    ['a < b <c>d</c>', [': a', ': <', ': b', '/c: d']],
    ['<a>cut o', ['/a: cut o']],
    ['<a x="1', [': <', ': a x="1']],
  ])('%s holds its values at places', (text, values) => {
    expect(valuesOf(editMarkup, text)).toEqual(values)
  })

  it('stands at the place of the label before it, where that tells', () => {
    const { unknown } = createPlaces(new Map())
    expect(valuesOf(editMarkup, '<dt>PIN</dt><dd>1234</dd><dt>Note</dt><dd>x</dd>', unknown)).toEqual([
      'dt: PIN',
      'PIN: 1234',
      'dt: Note',
      'dd: x',
    ])
  })

  it('is written as markup where it changes', () => {
    const edit = { leaf: (value: string) => `<${upper(value)}>`, name: upper }
    expect(editMarkup('<a id="n" x=\'y\' z=w> b <![CDATA[c]]><!--d--></a>', wayTo(), edit)).toBe(
      `<a id="N" x='&lt;Y&gt;' z="&lt;W&gt;"> &lt;B&gt; <![CDATA[<C>]]><!--<D>--></a>`,
    )
  })

  it('may be nested without an end', () => {
    expect(editMarkup('<a>'.repeat(5000), wayTo(), { leaf: upper, name: upper })).toBe('<a>'.repeat(5000))
  })
})

describe('a multipart message', () => {
  const part = (head: string, value: string): string =>
    `--b0\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`
  const message = `${part('name="pin"', '1234')}${part('name="f"; filename="ada.png"\r\nContent-Type: image/png', 'x\r\ny')}--b0--\r\n`

  it('is one', () => {
    expect([isMultipart(message), isMultipart('--b0\r\nx'), isMultipart('x')]).toEqual([true, false, false])
  })

  it('holds its values at places', () => {
    expect(valuesOf(editMultipart, message)).toEqual(['/pin: 1234', ': ada.png', '/f: x\r\ny'])
  })

  it('is left as it is beside what changes', () => {
    const edit = { leaf: upper, name: upper }
    expect(editMultipart(message, wayTo(), edit)).toBe(
      message.replace('ada.png', 'ADA.PNG').replace('x\r\ny', 'X\r\nY'),
    )
  })
})
