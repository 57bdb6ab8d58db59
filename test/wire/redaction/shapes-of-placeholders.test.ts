import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemory } from '../../../wire/redaction/memory.ts'
import { isNumeric, shapedLike, skeletonOf } from '../../../wire/redaction/skeleton.ts'

describe('the shape of a text', () => {
  it.each([
    ['Ab-3', 'Aa-0'],
    ['Éñ٣ z9', 'Aa0 a0'],
    ['***.', '***.'],
  ])('of %s is %s', (text, skeleton) => {
    expect(skeletonOf(text)).toBe(skeleton)
  })

  it.each([
    ['7', 2, '2'],
    ['7', 12, '2'],
    ['123-45-6789', 12_345, '000-01-2345'],
    ['ab12', 7, 'aa07'],
    ['ab12', 700, 'bb00'],
    ['AF-1', 15, 'AB-5'],
    ['abc', 25, 'aaz'],
    ['abc', 26, 'aba'],
    ['G1', 250, 'Z0'],
    ['x1', 250, 'z0'],
    ['', 3, ''],
  ])('of %s carries %d as %s', (text, number, shaped) => {
    expect(shapedLike(text, number)).toBe(shaped)
  })

  it.each(['1', '12', ' 1 ', '(202) 555-0123', '+1/2.3'])('%j is numeric', (text) => {
    expect(isNumeric(text)).toBe(true)
  })

  it.each(['', ' ', '()', 'a1', '1a', '1a1'])('%j is not numeric', (text) => {
    expect(isNumeric(text)).toBe(false)
  })
})

describe('the memory of a run', () => {
  const write = (number: number): string => `name${number}`
  const any = (): boolean => true

  it('numbers the values of each family from 1', () => {
    const memory = createMemory()
    expect([
      memory.take('a', 'ada', write, any),
      memory.take('a', 'bob', write, any),
      memory.take('b', 'eve', (number) => `city${number}`, any),
    ]).toEqual(['name1', 'name2', 'city1'])
  })

  it('gives a value the number that it has in a family already', () => {
    const memory = createMemory()
    memory.take('a', 'ada', write, any)
    memory.take('a', 'bob', write, any)
    expect(memory.take('a', 'ada', (number) => `long name ${number}`, any)).toBe('long name 1')
    expect(memory.take('a', 'eve', write, any)).toBe('name3')
  })

  it('knows what stands for a value, the first one first', () => {
    const memory = createMemory()
    memory.take('a', 'ada', write, any)
    memory.take('b', 'ada', () => 'aaa', any)
    expect([memory.of('ada'), memory.of('bob')]).toEqual([['name1', 'aaa'], []])
  })

  it('gives none that is not wanted, and does not count it', () => {
    const memory = createMemory()
    expect(memory.take('a', 'ada', write, () => false)).toBeUndefined()
    expect(memory.of('ada')).toEqual([])
    expect(memory.take('a', 'ada', write, any)).toBe('name1')
  })

  it('passes over what stands for another value, until there is no other', () => {
    const memory = createMemory()
    memory.take('a', 'ada', write, any)
    expect(memory.take('b', 'bob', write, any)).toBe('name2')
    expect(memory.take('c', 'eve', () => 'name1', any)).toBe('name1')
    expect(memory.take('d', 'kim', (number) => (number < 40 ? 'name1' : 'late'), any)).toBe('late')
  })

  it('passes nothing over that is not wanted anyway', () => {
    const memory = createMemory()
    memory.take('a', 'ada', write, any)
    expect(memory.take('b', 'bob', write, (placeholder) => placeholder !== 'name1')).toBeUndefined()
  })

  it('forgets the oldest value where there are too many, and its placeholder is free again', () => {
    const memory = createMemory(2)
    for (const value of ['ada', 'bob', 'eve']) memory.take('a', value, write, any)
    expect([memory.of('ada'), memory.of('bob'), memory.of('eve')]).toEqual([[], ['name2'], ['name3']])
    expect(memory.take('b', 'kim', write, any)).toBe('name1')
  })

  it('whatever is taken, never gives one placeholder twice within forty', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 40 }), (values) => {
        const memory = createMemory()
        const placeholders = values.map((value) => memory.take('a', value, write, any) as string)
        return (
          new Set(placeholders).size === values.length &&
          values.every((value, index) => memory.of(value)[0] === placeholders[index])
        )
      }),
      { seed: 1, numRuns: 30 },
    )
  })
})
