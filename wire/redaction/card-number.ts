/** Whether digits end in the check digit that card numbers have. */
export function passesLuhn(digits: string): boolean {
  return luhnSum(digits) % 10 === 0
}

/** A number of the same length that passes as a card number, but begins as no card does. */
export function cardPlaceholder(digits: string, number: number): string {
  const head = String(number).padStart(digits.length - 1, '0').slice(-(digits.length - 1))
  return `${head}${(10 - (luhnSum(`${head}0`) % 10)) % 10}`
}

function luhnSum(digits: string): number {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48
    const value = index % 2 === 0 ? digit : digit * 2
    sum += value > 9 ? value - 9 : value
  }
  return sum
}
