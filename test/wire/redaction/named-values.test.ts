import { describe, expect, it } from 'vitest'
import { createHarmless } from '../../../wire/redaction/harmless.ts'
import { replaceNamed } from '../../../wire/redaction/named-values.ts'
import { vocabularyOf } from '../../../wire/redaction/vocabulary.ts'

const harmless = createHarmless(vocabularyOf(), new Map())
const found = (text: string): string =>
  replaceNamed(text, harmless, (value) => (value.startsWith('‹') ? value : `‹${value}›`))

describe('in a text is found what stands beside a name that tells', () => {
  it.each([
    'password=‹hunter2›',
    'password: ‹hunter2›.',
    'my_password=‹hunter2›&x=1',
    'user password = ‹hunter2›',
    '"password":"‹correct Horse›"',
    "'passwd' => '‹hunter2›'",
    'cannot use: pin = ‹1234›',
    'the PIN is ‹1234›',
    'otpCode=‹123456›;',
    'birth_date: ‹1980-02-03›',
    'client-secret=‹hunter›',
    'API key: ‹abc123›',
    'account no: ‹12345678›',
    'holder_name: ‹Ada Lovelace›, London',
    'first_name=‹Page›',
    'city: ‹Bath›',
    'token=‹hunter2›',
    'Bearer ‹abcdefg1›',
    'Bearer "‹abcdefg1›"',
    'Bearer: ‹abcdefg1›',
    'Token ‹abcdefg1›',
    'ApiKey=‹abcdefg1›',
    'Basic ‹YWRhOmFk1/+=›',
    'Bearer%20‹abcdefg1›',
    'Bearer ‹abcdefghijklmnopqrst›',
    'password=‹hunter2› password=‹hunter3›',
  ])('%s', (text) => {
    expect(found(text.replaceAll(/[‹›]/g, ''))).toBe(text)
  })
})

describe('nothing is found in', () => {
  it.each([
    'password: must be at least 8 characters',
    'password: required',
    'password is too short',
    'The password has to have a number.',
    'token: invalid',
    'token has expired',
    'secret key is missing',
    'api_key: not found',
    'pin:',
    'Bearer authentication is required',
    'Basic access',
    'Token required',
    'amount=1234',
    'status: 500',
    'note: hunter2',
    'idempotency_key=abc',
    'file_name: report',
    'x'.repeat(100),
  ])('%s', (text) => {
    expect(found(text)).toBe(text)
  })
})
