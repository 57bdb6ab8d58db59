/** Names of the banks behind the routing numbers that test data is made of. */
const banks: Readonly<Record<string, string>> = {
  '021000021': 'JPMORGAN CHASE BANK, NA',
  '011000138': 'BANK OF AMERICA, NA',
  '121000248': 'WELLS FARGO BANK, NA',
  '021000089': 'CITIBANK, NA',
}

export const bankOf = (routingNumber: string): string => banks[routingNumber] ?? 'TEST BANK'

/** One name for a bank account, whichever paykey was made of it. */
export const bankAccountKey = (account: { readonly routingNumber: string; readonly accountNumber: string }): string =>
  `${account.routingNumber} ${account.accountNumber}`
