const stars = (count: number): string => '*'.repeat(Math.max(0, count))

/** What is hidden, and how. */
export const maskingRules = {
  ipAddress: (_full: string): string => '**.**.**.**',
  ssn: (full: string | null): string | null => (full === null ? null : '***-**-****'),
  dob: (full: string | null): string | null => (full === null ? null : '****-**-**'),
  ein: (full: string | null): string | null => (full === null ? null : '**-*******'),
  /** The token of a paykey: its first and last three characters, and the two digits between the points. */
  paykeyToken(full: string): string {
    const [head = '', middle = '', tail = ''] = full.split('.')
    return `${head.slice(0, 3)}***.${middle}.******${tail.slice(-3)}`
  },
  accountNumber: (full: string): string => stars(full.length - 4) + full.slice(-4),

  paykeyInRead: (_full: string, masked: string): string => masked,
  paykeyInList: (_full: string, masked: string): string => masked,
  paykeyInPayment: (_full: string, masked: string): string => masked,
  paykeyInPaymentList: (_full: string, masked: string): string => masked,
  paykeyOnCreation: (full: string, _masked: string): string => full,
  paykeyInReveal: (full: string, _masked: string): string => full,
  paykeyInUnmasked: (full: string, _masked: string): string => full,
  accountNumberInReveal: (_full: string, masked: string): string => masked,
  accountNumberInUnmasked: (full: string, _masked: string): string => full,
  ipInUnmasked: (full: string, _masked: string): string => full,
  linkedAccountInRead: (_full: string, masked: string): string => masked,
  linkedAccountInUnmask: (full: string, _masked: string): string => full,
}
