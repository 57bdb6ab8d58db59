import { describe, expect, it } from 'vitest'
import { replaceRandom } from '../../../wire/redaction/random-text.ts'

const isHarmless = (atom: string): boolean => /^(?:v1|charges|ch_.+|[a-z]+(?:[A-Z][a-z]+)*)$/.test(atom)
const replaced = (text: string): string => replaceRandom(text, isHarmless, () => '…')

describe('what looks random is found', () => {
  it.each([
    ['acmepay_Dqs4kd1Fw7QbatdTL6DjwdgG', '…'],
    ['a key: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY.', 'a key: ….'],
    ['https://acme.example/v1/charges/4kd1Fw7QbatdTL6Djwdg', 'https://acme.example/v1/charges/…'],
    ['cf9b52444000b5376e695cc7bfe6e695', '…'],
    ['abc8Q~4kd1Fw7QbatdTL6Djwdgz', '…'],
    ['4kd1Fw7QbatdTL6Djwdg==', '…=='],
  ])('%s', (text, left) => {
    expect(replaced(text)).toBe(left)
  })
})

describe('what somebody has written is not', () => {
  it.each([
    'task_management_system_2018',
    'application/vnd.acme.v2+json',
    '00000000-0000-4000-8000-000000000001',
    '1517486400000000000',
    'https://acme.example/v1/charges/ch_1BnETJ2eZvKYlo2CZ0Kh9Hkq',
    'ThisIsALongCamelCaseIdentifier',
    'IllegalArgumentException',
    'sha256-and-more-to-come',
    'donaudampfschiffahrtsgesellschaft',
  ])('%s', (text) => {
    expect(replaced(text)).toBe(text)
  })
})
