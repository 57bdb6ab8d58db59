import type { Comparable } from '../rules/lists.ts'
import { literalOf } from './literal.ts'
import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'

/** Operators that compare a property with a literal. */
const comparisons = ['eq', 'gt', 'ge', 'lt', 'le'] as const
export type Comparison = (typeof comparisons)[number]

/** A filter as a tree. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'compare'; readonly property: string; readonly comparison: Comparison; readonly value: Comparable }

const deepest = 40

interface Reader {
  readonly tokens: readonly Token[]
  readonly properties: readonly string[]
  at: number
  depth: number
}

/** Reads a filter over these properties; undefined where it is none. */
export function readFilter(text: string, properties: readonly string[]): Filter | undefined {
  const tokens = tokensOf(text)
  if (tokens === undefined || tokens.length === 0) return undefined
  const reader: Reader = { tokens, properties, at: 0, depth: 0 }
  const filter = readJoined(reader, 'or')
  return reader.at === tokens.length ? filter : undefined
}

function readJoined(reader: Reader, kind: 'and' | 'or'): Filter | undefined {
  const readSide = (): Filter | undefined => (kind === 'or' ? readJoined(reader, 'and') : readOperand(reader))
  let left = readSide()
  while (left !== undefined && isWord(reader.tokens[reader.at], kind)) {
    reader.at += 1
    const right = readSide()
    if (right === undefined) return undefined
    left = { kind, left, right }
  }
  return left
}

function readOperand(reader: Reader): Filter | undefined {
  if (reader.tokens[reader.at]?.kind !== 'open') return readComparison(reader)
  if (reader.depth === deepest) return undefined
  reader.at += 1
  reader.depth += 1
  const inner = readJoined(reader, 'or')
  if (reader.tokens[reader.at]?.kind !== 'close') return undefined
  reader.at += 1
  reader.depth -= 1
  return inner
}

function readComparison(reader: Reader): Filter | undefined {
  const [property, operator, literal] = reader.tokens.slice(reader.at, reader.at + 3)
  if (property?.kind !== 'word' || operator?.kind !== 'word' || literal === undefined) return undefined
  const comparison = comparisons.find((known) => known === operator.text)
  if (comparison === undefined || !reader.properties.includes(property.text)) return undefined
  const value = literalOf(property.text, literal)
  if (value === undefined) return undefined
  reader.at += 3
  return { kind: 'compare', property: property.text, comparison, value }
}

function isWord(token: Token | undefined, text: string): boolean {
  return token?.kind === 'word' && token.text === text
}
