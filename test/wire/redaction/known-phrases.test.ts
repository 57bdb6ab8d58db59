import { describe, expect, it, vi } from 'vitest'
import { createKnownPhrases } from '../../../wire/redaction/known-phrases.ts'
import type { KnownPhrases } from '../../../wire/redaction/known-phrases.ts'
import { ownCopy } from '../../../wire/redaction/own-copy.ts'

const ours: ReadonlySet<string> = new Set(['individual', 'account', 'holder'])

function learnedOf(values: readonly string[], most?: number): KnownPhrases {
  const learned = createKnownPhrases((word) => ours.has(word), most)
  for (const value of values) learned.learn(value)
  return learned
}

const dozen = 'one two three four five six seven eight nine ten eleven twelve'

/** A text with what was learned in brackets, as it is written there. */
const found = (text: string, values: readonly string[]): string =>
  learnedOf(values).replace(text, (_, written) => `[${written}]`)

describe('a learned value is found', () => {
  it.each<[string, readonly string[], string]>([
    ['alone', ['Ada Lovelace'], '[Ada Lovelace]'],
    ['in a sentence', ['Ada Lovelace'], 'no [Ada Lovelace] is here'],
    ['next to punctuation', ['Ada Lovelace'], '("[Ada Lovelace]")'],
    ['as often as it stands there', ['Ada Lovelace'], '[Ada Lovelace], [Ada Lovelace]'],
    ['beside another one', ['Ada Lovelace', 'Babbage'], '[Babbage] and [Ada Lovelace]'],
    ['with what it begins with', ['(Ada) Lovelace'], 'of [(Ada) Lovelace]'],
    ['with what it ends with', ['Lovelace!?'], 'of [Lovelace!?] x'],
    ['with six characters', ['Ada Lo'], 'of [Ada Lo]'],
    ['of digits', ['123456', '+49 123-45'], 'of [123456] and [+49 123-45]'],
    ['with a word that is none of ours', ['account Xyz'], 'the [account Xyz]'],
    ['with such a word that begins with digits', ['account 12Xy'], 'the [account 12Xy]'],
    ['with such a word that ends with digits', ['account Xy12'], 'the [account Xy12]'],
    ['in other letters and with other separators', ['Ada Lovelace'], '[ada lovelace], [ADA+LOVELACE], [Ada-Lovelace]'],
    ['to its end where it is long', [`${dozen} of Ada Lovelace!`], `x [${dozen} of Ada Lovelace!] y`],
    ['as far as it goes where it is long and cut off', [`${dozen} of Ada Lovelace`], `x [${dozen} of Ada] Love`],
    ['by its first words where it is long', [`${dozen} of Ada Lovelace`], `x [${dozen}] Lovelace`],
    ['as a whole where it is just as long', [`${dozen} of Ada`, dozen], `[${dozen}], [${dozen} of Ada]`],
    ['in any script', ['Ада Лав', '漢字漢字漢字'], '[Ада Лав] – [漢字漢字漢字]'],
    ['the longest one', ['Ada Lovelace', 'Ada Lovelace King', 'Ada Lo'], '[Ada Lovelace King]'],
    ['the longest one, learned first', ['Ada Lovelace King', 'Ada Lovelace'], '[Ada Lovelace King]'],
    ['another one of the same first word', ['Ada Lovelace', 'Ada Byron'], '[Ada Byron], [Ada Lovelace]'],
    ['before a shorter one that begins in it', ['Ada Lovelace', 'Lovelace King'], '[Ada Lovelace] King'],
    ['without what it begins with where that is not there', ['(Ada Lovelace)'], '[Ada Lovelace], x'],
  ])('%s', (_, values, text) => {
    expect(found(text.replaceAll(/[[\]]/g, ''), values)).toBe(text)
  })

  it.each<[string, readonly string[], string]>([
    ['in a longer word', ['Lovelace'], 'Lovelaces, xLovelace'],
    ['before a longer word', ['Ada Love'], 'Ada Lovelace, Ada Loveé, Ada Love1, Ada Love𝒜'],
    ['where it is cut off', ['Ada Lovelace'], 'Ada Lovelac'],
    ['shorter than six characters', ['Ada K'], 'Ada K'],
    ['of words of ours', ['account holder'], 'account holder'],
    ['of words of ours and digits', ['account 12345'], 'account 12345'],
    ['without any word', ['---***'], '---***'],
    ['where nothing was learned', [], 'Ada Lovelace'],
  ])('but not %s', (_, values, text) => {
    expect(found(text, values)).toBe(text)
  })
})

describe('of long values that begin alike', () => {
  const [ada, adaKing, babbage] = [`${dozen} of Ada`, `${dozen} of Ada King`, `${dozen} of Babbage`] as const
  const told = (text: string, ...values: readonly string[]): readonly string[] => {
    const names: string[] = []
    learnedOf(values, 2).replace(text, (value) => `${names.push(value)}`)
    return names
  }

  it.each([[[ada, adaKing, babbage]], [[babbage, adaKing, ada]], [[adaKing, ada, babbage]]])(
    'the one is found that the text says, whichever was learned first',
    (values) => {
      for (const value of values) expect(told(`It says: ${value}.`, ...values)).toEqual([value])
      expect(told(`${ada}, ${babbage}`, ...values)).toEqual([ada, babbage])
    },
  )

  it('the youngest fifty are told apart, and what all begin with is found in any case', () => {
    const values = Array.from({ length: 51 }, (_, index) => `${dozen} of Ada${index}`)
    const learned = learnedOf(values)
    const say = (text: string): string => learned.replace(text, (value, written) => `${value === written}`)
    expect(values.slice(1).map(say)).toEqual(values.slice(1).map(() => 'true'))
    expect(say(values[0] as string)).toBe('false Ada0')
  })
})

describe('what was learned', () => {
  it('is known as a whole, however short and however written', () => {
    const { find, findSought } = learnedOf(['K', 'Ada Lovelace', 'individual', '!?'])
    expect(['K', 'ada-lovelace', 'individual', '!?', 'Ada', ''].map(find)).toEqual([
      'K',
      'Ada Lovelace',
      'individual',
      '!?',
      undefined,
      undefined,
    ])
    expect(['K', 'ada-lovelace', 'individual', '!?'].map(findSought)).toEqual([
      undefined,
      'Ada Lovelace',
      undefined,
      undefined,
    ])
    expect([learnedOf([]).find('K'), learnedOf([]).findSought('K')]).toEqual([undefined, undefined])
  })

  it('is told from what stands between', () => {
    const upper = (text: string): string => text.toUpperCase()
    expect(learnedOf(['Ada Lovelace']).replace('to Ada Lovelace now', () => '…', upper)).toBe('TO … NOW')
    expect(learnedOf([]).replace('to nobody', () => '…', upper)).toBe('TO NOBODY')
  })

  it('is counted once, if it is looked for inside of texts', () => {
    const learned = learnedOf(['Ada Lovelace', 'Ada Lovelace', 'Babbage', 'K', 'individual'])
    expect([learned.count, learned.size]).toEqual([2, 4])
  })

  it('is forgotten a generation at a time, the oldest first', () => {
    const values = ['Aaaaaa', 'Bbbbbb', 'Cccccc', 'Dddddd', 'Eeeeee']
    const knownAfter = (count: number): string => {
      const learned = learnedOf(values.slice(0, count), 2)
      const text = values.join(' ')
      expect(values.filter((value) => learned.find(value) !== undefined).map((value) => `[${value}]`)).toEqual(
        learned.replace(text, (value) => `[${value}]`).match(/\[\w+\]/g) ?? [],
      )
      return values.map((value) => (learned.find(value) !== undefined ? value[0] : '-')).join('')
    }
    expect([0, 1, 2, 3, 4, 5].map(knownAfter)).toEqual(['-----', 'A----', 'AB---', 'ABC--', 'ABCD-', '--CDE'])
  })

  it('is the longest one of either generation', () => {
    const texts = (values: readonly string[]): string => learnedOf(values, 1).replace('Ada Lovelace King', () => 'x')
    expect([texts(['Ada Lovelace', 'Ada Lovelace King']), texts(['Ada Lovelace King', 'Ada Lovelace'])]).toEqual([
      'x',
      'x',
    ])
  })

  it('are twenty thousand values', () => {
    const names = Array.from({ length: 20_001 }, (_, index) => `Name${index}`)
    const learned = learnedOf(names.slice(0, 20_000))
    expect(names.filter((name) => learned.find(name) !== undefined)).toHaveLength(20_000)
    learned.learn('Name20000')
    expect([learned.find('Name9999'), learned.find('Name10000')]).toEqual([undefined, 'Name10000'])
  })
})

describe('a copy of its own', () => {
  it.each(['', 'Ada', 'ä漢😀', 'half of a pair: \u{d83d}'])('is the same text: %s', (text) => {
    expect(ownCopy(text)).toBe(text)
  })
})

describe('looking for twenty thousand values', () => {
  const alike = Array.from({ length: 20_000 }, (_, index) => `Ada ${'x '.repeat(index % 11)}Lovelace${index}`)
  const learned = learnedOf(alike)

  /** How often a set or a map is asked while a text is read. */
  function looksAt(text: string): number {
    const spies = [vi.spyOn(Map.prototype, 'has'), vi.spyOn(Map.prototype, 'get')]
    learned.replace(text, () => '…')
    const count = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0)
    for (const spy of spies) spy.mockRestore()
    return count
  }

  it('takes a few look-ups for each word of a text, although all of them begin with the same word', () => {
    expect(looksAt('Ada nobody '.repeat(100))).toBeLessThan(200 * 30)
    expect(looksAt('Ada nobody '.repeat(1000))).toBeLessThan(2000 * 30)
  })
})
