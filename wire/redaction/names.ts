/** What a property's name alone says of its value, in any API: `secret` and `personal` are never stored. */
export type Told = 'secret' | 'personal' | 'open'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Names whose value is secret whoever describes it, written as one word. */
const secrets = words(`
  password passwd pwd passphrase passcode pass pin pincode otp otpcode totp onetimecode onetimepassword verificationcode smscode tan securitycode securityanswer cvc cvv cvv2 cvn csc
  cardnumber cardno ccnumber pan track track1 track2 trackdata magstripe
  secret secretkey clientsecret privatekey apikey accesskey signingkey encryptionkey masterkey mnemonic seedphrase macaroon preimage
  accesstoken refreshtoken authtoken bearertoken sessiontoken idtoken cookie credential credentials authorization
  ssn sin tin ein itin nino cpf cnpj curp pesel bsn aadhaar nationalid nationalinsurance socialsecurity socialsecuritynumber taxid
  taxnumber vatid vatnumber passport passportnumber driverslicense driverslicence driverlicense licensenumber licencenumber
  accountnumber accountno accountnr acctnumber acctno acct bankaccount routingnumber routingno aba sortcode bsb clabe iban
  dob birth birthday birthdate birthplace dateofbirth placeofbirth
  phone phonenumber mobile mobilenumber cellphone telephone tel fax msisdn email emailaddress mail ip ipaddress`)

/** Words with others before them in one, as in `PGPASSWORD`. */
const glued = /(?:password|passwd|passphrase|apikey|secretkey)$/

/** Last words of names that tell as much where no schema lists them. */
const secretEndings = words('token key signature')
const personalEndings = words(`
  name surname forename firstname lastname fullname givenname familyname middlename maidenname nickname username login
  cardholder accountholder holder owner payer payee recipient beneficiary sender signatory spouse
  address street line city town suburb locality postcode postalcode zip zipcode county`)

/** Whose name it is: a name of anything else, such as a file or a host, is no person's. */
const persons = words(`
  first last middle full given family maiden sur fore nick user legal holder owner cardholder account customer client payer payee
  recipient beneficiary sender contact person patient employee buyer seller shopper consumer guest spouse mother father signer
  representative billing shipping display on`)
const things = words('name address owner key')
/** Keys that open nothing. */
const openKeys = words(
  'idempotency public primary foreign sort partition cache object message page next cursor continuation',
)

/** What may follow without changing what is spoken of. */
const qualifiers = words(
  'number no nr num value code last4 last digits plain raw new old current confirm confirmation again encrypted 1 2',
)

/** What a name tells of the value that has it; `listed` says that a schema describes it, and so marks what is secret itself. */
export function toldByName(name: string, listed: boolean): Told {
  const known = listed ? listedNames : otherNames
  const told = known.get(name) ?? tell(name, listed)
  if (known.size < most) known.set(name, told)
  return told
}

const most = 5000
/** The last words of a name tell what it names, however long it is. */
const mostWords = 12
const listedNames = new Map<string, Told>()
const otherNames = new Map<string, Told>()

function tell(name: string, listed: boolean): Told {
  const parts = partsOf(name).slice(-mostWords)
  for (;;) {
    const told = toldByEnd(parts, listed)
    if (told !== 'open' || parts.length < 2 || !qualifiers.has(parts.at(-1) as string)) return told
    parts.pop()
  }
}

/** What the last words of a name tell. */
function toldByEnd(parts: readonly string[], listed: boolean): Told {
  const endings = parts.map((_, index) => parts.slice(index).join(''))
  const last = parts.at(-1) ?? ''
  if (endings.some((ending) => secrets.has(ending)) || parts.includes('birth') || glued.test(last)) return 'secret'
  const before = parts.at(-2) ?? ''
  if (listed) return 'open'
  if (secretEndings.has(last)) return openKeys.has(before) ? 'open' : 'secret'
  if (!endings.some((ending) => personalEndings.has(ending))) return 'open'
  return parts.length === 1 || !things.has(last) || persons.has(before) ? 'personal' : 'open'
}

/** The words of a name in snake, kebab or camel case, or with dots or blanks between them; a digit at the end only counts. */
function partsOf(name: string): readonly string[] {
  return name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{Nd}]+/u)
    .map((part) => (secrets.has(part) ? part : part.replace(/(?<=\p{L})\d$/u, '')))
    .filter((part) => part !== '')
}

/** Names of values that digits alone may well make up: ids, amounts, times, phones. */
const numerals = words(`
  id ids uid uuid amount total subtotal balance fee price sum count quantity limit sats sat msat msats cents time timestamp created
  updated expires at order invoice reference ref sequence seq nonce phone mobile tel fax msisdn version build size length offset`)

/** Whether the name of a value says that it is no card number, whatever its digits are. */
export function isNumeral(name: string): boolean {
  return numerals.has(partsOf(name).at(-1) ?? '')
}
