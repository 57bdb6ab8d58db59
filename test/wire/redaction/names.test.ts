import { describe, expect, it } from 'vitest'
import { isNumeral, toldByName } from '../../../wire/redaction/names.ts'

describe('a name tells that its value is secret, whoever describes it', () => {
  it.each([
    'password',
    'Password',
    'passwd',
    'pass',
    'user_password',
    'passwordConfirmation',
    'new-password',
    'passcode',
    'passphrase',
    'pin',
    'PIN',
    'pin_code',
    'cardPin',
    'otp',
    'otpCode',
    'otp_value',
    'cvc',
    'CVV',
    'cvv2',
    'security_code',
    'card_number',
    'cardNo',
    'card-number',
    'pan',
    'track2',
    'secret',
    'client_secret',
    'clientSecret',
    'webhook_secret',
    'secretKey',
    'api_key',
    'apiKey',
    'x-api-key',
    'private_key',
    'accessToken',
    'refresh_token',
    'credentials',
    'ssn',
    'ssn4',
    'ssn_last4',
    'socialSecurityNumber',
    'ein',
    'tax_id',
    'taxNumber',
    'passportNo',
    'drivers_license',
    'national_id',
    'account_no',
    'account_number',
    'bankAccountNumber',
    'routing_number',
    'sort_code',
    'iban',
    'iban_number',
    'dob',
    'birth_date',
    'dateOfBirth',
    'birthday',
    'place_of_birth',
    'phone',
    'phone_number',
    'mobile',
    'email',
    'emailAddress',
    'client_ip',
    'ip_address',
  ])('%s', (name) => {
    expect([toldByName(name, true), toldByName(name, false)]).toEqual(['secret', 'secret'])
  })
})

describe('a name tells that its value is personal, where no schema lists it', () => {
  it.each([
    'name',
    'first_name',
    'lastName',
    'full-name',
    'holder_name',
    'customerName',
    'surname',
    'username',
    'user_name',
    'cardholder',
    'account_holder',
    'owner',
    'payee',
    'address',
    'address_line1',
    'billing-address',
    'street',
    'city',
    'billing.city',
    'zip',
    'postal_code',
    'token',
    'session_token',
    'key',
    'signing-key',
    'signature',
  ])('%s', (name) => {
    expect(toldByName(name, false)).not.toBe('open')
  })

  it.each(['name', 'first_name', 'city', 'owner', 'token'])('and not where one lists it: %s', (name) => {
    expect(toldByName(name, true)).toBe('open')
  })
})

describe('a name tells nothing', () => {
  it.each([
    '',
    'id',
    'status',
    'amount',
    'note',
    'description',
    'file_name',
    'hostname',
    'event_name',
    'plan_name',
    'ip_country',
    'passed',
    'passive',
    'pinned',
    'compass',
    'secrets_enabled',
    'password_set',
    'password_required',
    'pin_verified',
    'cvc_check',
    'idempotency_key',
    'public_key',
    'sort_key',
    'next_page_token',
    'tokens_used',
    'token_type',
    'keyboard',
    'namespace',
    'emails_sent',
    'ssnlike',
    'mac_address',
    'line_items',
    'online',
  ])('%j', (name) => {
    expect(toldByName(name, false)).toBe('open')
  })
})

describe('a name says that digits are no card number', () => {
  it.each([
    'id',
    'order_id',
    'amount',
    'totalAmount',
    'created',
    'created_at',
    'timestamp',
    'phone',
    'reference',
    'sats',
  ])('%s', (name) => {
    expect(isNumeral(name)).toBe(true)
  })

  it.each(['', 'card', 'number', 'note', 'idea', 'paid', 'identity'])('but not %j', (name) => {
    expect(isNumeral(name)).toBe(false)
  })
})
