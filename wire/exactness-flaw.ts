import { isSafeNumber } from 'lossless-json'
import type { WireResponse } from '../model/exchange.ts'

/**
 * What of a JSON text is lost when it is parsed: properties of one name in one object, however the name is written and whatever their
 * values, or digits of a number.
 */
export function exactnessFlaw(json: string): WireResponse['flaw'] {
  const open: Set<string>[] = []
  let isImprecise = false
  let latest = ''
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index] as string
    if (character === '"') {
      const end = endOfString(json, index)
      latest = json.slice(index, end + 1)
      index = end
    } else if (character === '{') open.push(new Set())
    else if (character === '}') open.pop()
    else if (character === ':') {
      const names = open.at(-1)
      const name = latest.includes('\\') ? (JSON.parse(latest) as string) : latest.slice(1, -1)
      if (names?.has(name) === true) return 'duplicate-names'
      names?.add(name)
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      const number = numberAt(json, index)
      isImprecise ||= !isSafeNumber(number)
      index += number.length - 1
    }
  }
  return isImprecise ? 'imprecise-number' : undefined
}

function endOfString(json: string, start: number): number {
  let end = start + 1
  while (json[end] !== '"') end += json[end] === '\\' ? 2 : 1
  return end
}

const number = /[-+.\deE]+/y

function numberAt(json: string, start: number): string {
  number.lastIndex = start
  return number.exec(json)?.[0] ?? ''
}
