/** How much there is in the parameters of a request, whatever their encoding. */
export interface Measure {
  readonly parameters: number
  readonly depth: number
}

/** Measures a text that is JSON, or else a form, without parsing it: a text that is neither has one parameter. */
export function measure(text: string): Measure {
  return /^\s*[{[]/.test(text) ? measureJson(text) : measureForm(text)
}

function measureJson(text: string): Measure {
  let [depth, deepest, separators, inString] = [0, 0, 0, false]
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === ',') separators += 1
    else if (character === '{' || character === '[') {
      // an object in an object is a parameter of its own
      separators += 1
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (character === '}' || character === ']') depth -= 1
  }
  return { parameters: separators, depth: deepest }
}

function measureForm(text: string): Measure {
  const pairs = text === '' ? [] : text.split('&')
  return {
    parameters: pairs.length,
    depth: pairs.reduce((deepest, pair) => Math.max(deepest, pair.split('=')[0]?.match(/\[|%5B/gi)?.length ?? 0), 0),
  }
}
