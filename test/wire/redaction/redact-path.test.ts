import { describe, expect, it } from 'vitest'
import type { Operation } from '../../../model/contract.ts'
import { createPlaces } from '../../../wire/redaction/place.ts'
import { redactPath } from '../../../wire/redaction/redact-path.ts'
import type { RedactText } from '../../../wire/redaction/redact-text.ts'

const operation: Operation = {
  id: 'readCard',
  method: 'GET',
  path: '/v1/cards/{card}/{part}',
  tags: [],
  pathParameters: [
    { name: 'card', required: true, schema: { 'x-secret': true } },
    { name: 'part', required: true, schema: {} },
  ],
  queryParameters: [{ name: 'email', required: false, schema: { 'x-personal': true } }],
  answers: {},
  clause: '',
}

/** Puts `hidden <name of the place>` in place of what is marked, and of every a@b. */
const redact: Pick<RedactText, 'leaf' | 'form'> = {
  leaf: (value, { marked, name }) => (marked ? `hidden ${name}` : value.replaceAll('a@b', 'nobody')),
  form: (text, root) =>
    text
      .split('&')
      .map((pair) => pair.split('='))
      .map(
        ([name = '', value = '']) =>
          `${name}=${root.property(name).marked || root.property(name).told === 'secret' ? 'hidden' : value}`,
      )
      .join('&'),
}

const redacted = (path: string, of?: Operation): string =>
  redactPath(path, of, createPlaces(new Map()), redact, 'theirs')

describe('a path is redacted', () => {
  it.each([
    ['/v1/cards/4242/x', '/v1/cards/hidden%20card/x'],
    ['/v1/cards/4242/a%40b', '/v1/cards/hidden%20card/nobody'],
    ['/v1/cards/4242/x%2Fy', '/v1/cards/hidden%20card/x%2Fy'],
    ['/v1/cards/4242/x?email=1&page=2', '/v1/cards/hidden%20card/x?email=hidden&page=2'],
    ['/v1/cards/4242/x?', '/v1/cards/hidden%20card/x?='],
    ['/v1/cards/4242', '/v1/cards/4242'],
    ['/v1/cards/4242/x/y?email=1', '/v1/cards/4242/x/y?email=hidden'],
    ['/a@b/v1/100%', '/nobody/v1/100%'],
  ])('%s, at the places that its operation describes: %s', (path, stored) => {
    expect(redacted(path, operation)).toBe(stored)
  })

  it.each([
    ['/v1/cards/4242/a%40b', '/v1/cards/4242/nobody'],
    ['/v1/cards?page=1&client_secret=2', '/v1/cards?page=1&client_secret=hidden'],
    ['', ''],
    ['/', '/'],
  ])('%s, where no operation is known: %s', (path, stored) => {
    expect(redacted(path)).toBe(stored)
  })
})
