/** Whether digits end in the check digit that card numbers have. */
export function passesLuhn(digits: string): boolean {
  return luhnSum(digits) % 10 === 0
}

/** A number of the same length that passes as a card number, but begins as no card does. */
export function cardPlaceholder(digits: string, number: number): string {
  const head = String(number)
    .padStart(digits.length, '0')
    .slice(1 - digits.length)
  return `${head}${(10 - (luhnSum(`${head}0`) % 10)) % 10}`
}

function luhnSum(digits: string): number {
  return [...digits].toReversed().reduce((sum, character, index) => {
    const value = index % 2 === 0 ? Number(character) : Number(character) * 2
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
