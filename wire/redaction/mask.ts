const mostShown = 8

/** Whether a value is masked already: stars or dots, and so few characters beside them that they tell nothing. */
export function isMasked(value: string): boolean {
  const hidden = value.match(/[*•]/g)?.length ?? 0
  return hidden >= 3 && (value.match(/[\p{L}\p{Nd}]/gu)?.length ?? 0) <= mostShown
}
