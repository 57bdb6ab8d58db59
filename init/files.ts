import { readFileSync } from 'node:fs'
import { basename, dirname, extname, resolve } from 'node:path'
import { parse } from 'yaml'
import { isObject, pointerStep } from '../model/json.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { UsageError } from '../wire/errors.ts'
import { createUniqueNames } from './names.ts'

/** Where the files that a description refers to stand in it. */
const place = 'x-files'

/** A description with the files that it refers to, each below `x-files` under its name; references lead there. */
export function readFiles(path: string): JsonObject {
  const main = resolve(path)
  const unique = createUniqueNames()
  const places = new Map([[main, '']])
  const files: Record<string, Json> = {}

  function placeOf(file: string, written: string): string | undefined {
    const known = places.get(file)
    if (known !== undefined) return known
    let content: Json
    try {
      content = parsed(file, written)
    } catch (thrown) {
      if (thrown instanceof UsageError) return undefined
      throw thrown
    }
    const name = unique(basename(file, extname(file)))
    const pointer = `/${place}${pointerStep(name)}`
    places.set(file, pointer)
    files[name] = {}
    files[name] = moved(content, file)
    return pointer
  }

  /** The same value, with references as they are in the whole. */
  function moved(value: Json, file: string): Json {
    if (Array.isArray(value)) return (value as readonly Json[]).map((inner) => moved(inner, file))
    if (!isObject(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        name === '$ref' && typeof inner === 'string' ? target(inner, file) : moved(inner, file),
      ]),
    )
  }

  function target(reference: string, file: string): string {
    const [, written = '', pointer = ''] = /^([^#]*)(?:#(.*))?$/s.exec(reference) ?? []
    if (/^[a-z][a-z0-9+.-]+:/i.test(written)) return reference
    const other = written === '' ? file : resolve(dirname(file), unescaped(written))
    const found = placeOf(other, written)
    return found === undefined ? reference : `#${found}${pointer}`
  }

  const root = moved(parsed(main, path), main)
  if (!isObject(root)) throw new UsageError(`The description ${path} is no object in JSON or YAML.`)
  return Object.keys(files).length === 0 ? root : { ...root, [place]: files }
}

/** Percent sequences of a reference as text; faulty ones as they stand. */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What a file holds, as JSON has it. */
function parsed(file: string, named: string): Json {
  const text = textOf(file, named)
  let value: unknown
  try {
    value = asJson(text, file) ?? parse(text, { merge: true, logLevel: 'error' })
  } catch (thrown) {
    const [first = ''] = (thrown as Error).message.split('\n')
    throw new UsageError(`The description ${named} is neither JSON nor YAML: ${first.replace(/[.:]?$/, '.')}`)
  }
  try {
    return JSON.parse(JSON.stringify(value ?? null)) as Json
  } catch (thrown) {
    const why =
      thrown instanceof RangeError ? 'it is nested too deeply' : 'an anchor in it stands for a value that holds it'
    throw new UsageError(`The description ${named} cannot be used: ${why}.`)
  }
}

/** The value of a text in JSON; undefined where it has to be YAML, which begins in the same way at times. */
function asJson(text: string, file: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch (thrown) {
    if (file.endsWith('.json')) throw thrown
    return undefined
  }
}

function textOf(file: string, named: string): string {
  try {
    const bytes = readFileSync(file)
    const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
    return bytes.toString(utf16 ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '')
  } catch (thrown) {
    throw new UsageError(`The description ${named} cannot be read (${(thrown as NodeJS.ErrnoException).code}).`)
  }
}
