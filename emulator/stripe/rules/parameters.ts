/** How parameters are read and limited. */
export const parameters = {
  refusesUnknownParameters: true,
  integerOf(text: string): number | undefined {
    return /^[+-]?\d{1,15}$/u.test(text) ? Number(text) : undefined
  },
  isCurrency: (text: string, supported: ReadonlySet<string>): boolean => supported.has(text.toLowerCase()),
  /** The currency as it is kept. */
  currencyOf: (text: string): string => text.toLowerCase(),
  isPositive: (amount: number): boolean => amount > 0,
  /** The least a charge can be, in the smallest unit of its currency. */
  leastCharge: 50,
  mostCharge: 99_999_999,
  emailLength: 512,
  isDescriptor: (text: string): boolean => text.length <= 22 && /[a-z]/iu.test(text) && !/[<>"']/u.test(text),
}
