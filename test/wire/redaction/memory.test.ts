import { expect, it } from 'vitest'
import { createMemory } from '../../../wire/redaction/memory.ts'

const write = (number: number): string => `[text ${number}]`

it('a value keeps its placeholder each time one is wanted for it, and no other value has the same', () => {
  const memory = createMemory()
  const taken = ['a', 'b', 'a', 'b'].map((value) => memory.take('text', value, write, () => true))
  expect(taken).toEqual(['[text 1]', '[text 2]', '[text 1]', '[text 2]'])
  expect(memory.of('a')).toEqual(['[text 1]'])
})
