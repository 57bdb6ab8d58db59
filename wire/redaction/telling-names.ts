/** Names that say of a value, in any API, that it is a secret or identifies a person or an account. */
const telling: ReadonlySet<string> = new Set([
  'accesstoken',
  'accountnumber',
  'apikey',
  'cardnumber',
  'clientsecret',
  'cvc',
  'cvv',
  'dateofbirth',
  'ein',
  'iban',
  'passwd',
  'password',
  'privatekey',
  'refreshtoken',
  'routingnumber',
  'secret',
  'secretkey',
  'socialsecuritynumber',
  'ssn',
])

/** Whether a property name alone says that what it holds is not to be stored. */
export function isTelling(name: string): boolean {
  return telling.has(name.replaceAll(/[^A-Za-z]/g, '').toLowerCase())
}

const labels: readonly (readonly [RegExp, string])[] = [
  [/name|owner|holder/i, 'Name'],
  [/address|line|street/i, 'Address'],
  [/city|town|locality/i, 'City'],
  [/secret|key|token|password/i, 'Secret'],
]

/** What a placeholder for a property is called. */
export function labelOf(name: string): string {
  return labels.find(([form]) => form.test(name))?.[1] ?? 'Text'
}
