import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isObject, objectsIn, pointerStep, pointerSteps, sameJson, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'

describe('an object', () => {
  it.each<[unknown, boolean]>([
    [{}, true],
    [{ a: 1 }, true],
    [null, false],
    [[], false],
    ['a', false],
    [1, false],
    [undefined, false],
  ])('%j: %s', (value, is) => {
    expect(isObject(value)).toBe(is)
  })
})

describe('the objects in a value', () => {
  it.each<[Json, readonly Json[]]>([
    ['a', []],
    [null, []],
    [[1, []], []],
    [{}, [{}]],
    [{ a: 1, b: { c: {} } }, [{ a: 1, b: { c: {} } }, { c: {} }, {}]],
    [[{ a: [{ b: null }, [{ c: 1 }]] }], [{ a: [{ b: null }, [{ c: 1 }]] }, { b: null }, { c: 1 }]],
  ])('%j: %j', (value, objects) => {
    expect(objectsIn(value)).toEqual(objects)
  })
})

describe('the steps of a pointer', () => {
  it.each([
    ['', []],
    ['/', ['']],
    ['/a/0', ['a', '0']],
    ['/a~1b/c~0d/~01', ['a/b', 'c~d', '~1']],
    ['#', []],
    ['#/a', ['a']],
  ])('%j: %j', (pointer, steps) => {
    expect(pointerSteps(pointer)).toEqual(steps)
  })
})

describe('the value at a pointer', () => {
  const document: Json = {
    a: { 'b/c': 1, 'd~e': 2, 'f~1g': 3, '': 4, nothing: null },
    list: ['x', { y: 5 }],
    text: 'abc',
  }
  it.each<[string, Json | undefined]>([
    ['', document],
    ['/a/b~1c', 1],
    ['/a/d~0e', 2],
    ['/a/f~01g', 3],
    ['/a/', 4],
    ['/a/nothing', null],
    ['/list/0', 'x'],
    ['/list/1/y', 5],
    ['/list/2', undefined],
    ['/list/length', undefined],
    ['/text/0', undefined],
    ['/a/nothing/more', undefined],
    ['/nowhere/at/all', undefined],
    ['/a/toString', undefined],
  ])('%j is %j', (pointer, value) => {
    expect(valueAt(document, pointer)).toEqual(value)
  })

  it('of no document is undefined', () => {
    expect(valueAt(undefined, '/a')).toBeUndefined()
  })

  it('is found again by the step of any name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a') }),
        (name) => valueAt({ [name]: 'here' }, pointerStep(name)) === 'here',
      ),
    )
    expect(pointerStep(3)).toBe('/3')
  })
})

describe('two values are the same', () => {
  it.each<[Json | undefined, Json | undefined]>([
    [undefined, undefined],
    [null, null],
    ['a', 'a'],
    [[], []],
    [
      [1, [2]],
      [1, [2]],
    ],
    [
      { a: 1, b: { c: [1] } },
      { b: { c: [1] }, a: 1 },
    ],
  ])('%j and %j', (left, right) => {
    expect(sameJson(left, right)).toBe(true)
  })

  it.each<[Json | undefined, Json | undefined]>([
    [undefined, null],
    [1, '1'],
    [0, false],
    [[1], [1, 2]],
    [
      [1, 2],
      [1, 3],
    ],
    [
      [1, 2],
      [3, 2],
    ],
    [[], {}],
    [{}, null],
    [{ a: 1 }, { a: 2 }],
    [
      { a: 1, b: 2 },
      { a: 1, b: 3 },
    ],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: { toString: {} } }, { a: { valueOf: {} } }],
    ['a', 'b'],
    [{}, 'a'],
    [['a'], 'a'],
  ])('not %j and %j, either way round', (left, right) => {
    expect([sameJson(left, right), sameJson(right, left)]).toEqual([false, false])
  })

  it('whatever they are, when written and read again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => sameJson(value as Json, JSON.parse(JSON.stringify(value)) as Json)),
    )
  })
})
