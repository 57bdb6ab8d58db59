/** Prefixes and lengths of the numbers that card networks issue. */
const issued: readonly (readonly [prefix: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]], // Visa
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]], // Mastercard
  [/^3[47]/, [15]], // American Express
  [/^(?:30[0-59]|36|3[89])/, [14, 15, 16, 17, 18, 19]], // Diners Club
  [/^(?:6011|64[4-9]|65|62|35(?:2[89]|[3-8])|220[0-4])/, [16, 17, 18, 19]], // Discover, UnionPay, JCB, Mir
  [/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [12, 13, 14, 15, 16, 17, 18, 19]], // Maestro
  [/^(?:508|60|636|81|82|9792)/, [16]], // RuPay, Hipercard, Elo, Troy
]

/** Whether digits are a card number: prefix and length of an issuer, and a valid check digit. */
export function isCardNumber(digits: string): boolean {
  return (
    passesLuhn(digits) && issued.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits))
  )
}

/** Whether digits end in the check digit that card numbers have. */
export function passesLuhn(digits: string): boolean {
  return luhnSum(digits) % 10 === 0
}

/** The digits with their check digit. */
export function withCheckDigit(digits: string): string {
  return `${digits}${(10 - (luhnSum(`${digits}0`) % 10)) % 10}`
}

function luhnSum(digits: string): number {
  return [...digits].toReversed().reduce((sum, character, index) => {
    const value = index % 2 === 0 ? Number(character) : Number(character) * 2
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
