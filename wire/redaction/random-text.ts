/** What keys, tokens and digests are made of, whoever gives them out. */
const pieces = /(?<![\p{L}\p{Nd}_+=-])[A-Za-z0-9][\w+/=~$!-]{15,}/gu
/** Letters and digits in one piece. */
const runs = /[A-Za-z0-9]{12,}/g
const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i

/** Replaces what looks neither like words nor like a number, as the keys of any vendor do. */
export function replaceRandom(
  text: string,
  isHarmless: (atom: string) => boolean,
  write: (value: string, label: string) => string,
): string {
  const replaced = (value: string, isOf: string): string =>
    isRandom(isOf) && !isHarmless(value) ? write(value, 'secret') : value
  return text.replace(pieces, (piece) => {
    const value = piece.replace(/[!=~$/+-]{1,3}$/, '')
    const steps = value.split('/')
    const isPath = steps.some((step) => step !== '' && isHarmless(step))
    const kept = isPath
      ? steps.map((step) => replaced(step, step)).join('/')
      : replaced(value, value.replaceAll(/[+/]/g, ''))
    return `${kept}${piece.slice(value.length)}`
  })
}

/** Whether letters and digits, and letters of both cases, take turns so often that nobody has written them. */
function isRandom(text: string): boolean {
  if (uuid.test(text)) return false
  return (text.match(runs) ?? []).some((run) => {
    const digits = run.match(/\d/g)?.length ?? 0
    const turns = run.match(/(?<=[A-Za-z])\d|(?<=\d)[A-Za-z]|(?<=[a-z])[A-Z]/g)?.length ?? 0
    return digits >= 1 && digits < run.length - 2 && turns >= Math.max(4, run.length / 8)
  })
}
