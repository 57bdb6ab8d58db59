import { describe, expect, it } from 'vitest'
import { toResponse } from '../../wire/response.ts'

describe('a JSON body', () => {
  it.each([
    ['{"a":1,"a":2}', 'duplicate-names'],
    ['{"a":1,"a":1}', 'duplicate-names'],
    ['{"a":1,"\\u0061":1}', 'duplicate-names'],
    ['[{"b":{"a":1, "c":[{}], "a":1}}]', 'duplicate-names'],
    ['{"a":[{"b":1},{"b":2}],"a":2}', 'duplicate-names'],
    ['{"":1,"":1}', 'duplicate-names'],
    ['{"__proto__":1,"__proto__":1}', 'duplicate-names'],
    ['{"a":9007199254740993}', 'imprecise-number'],
    ['[1, 0.1000000000000000055511151231257827]', 'imprecise-number'],
    ['[1e400]', 'imprecise-number'],
  ])('that loses something when it is parsed is told: %s', (body, flaw) => {
    expect(toResponse(200, [], body)).toMatchObject({ content: 'other', flaw })
  })

  it.each([
    '{"a":{"b":1},"c":{"b":1}}',
    '[{"a":1}, {"a":1}]',
    '{"a:b":"{\\"a\\":1,\\"a\\":1}", "c":"9007199254740993"}',
    '{"a":1.10, "b":-0.0, "c":1E3, "\\\\":"\\\\"}',
    '{"__proto__": 1}',
  ])('that loses nothing is JSON: %s', (body) => {
    expect(toResponse(200, [], body)).toEqual({
      status: 200,
      headers: [],
      body,
      content: 'json',
      json: JSON.parse(body),
    })
  })
})
