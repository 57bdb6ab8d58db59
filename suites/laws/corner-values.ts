import type { WrittenProperty } from '../../model/declaration.ts'
import type { Json } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'

/** What encodings, trimming and careless counting get wrong; each is new with each call, for some texts are taken once only. */
const texts: readonly ((unique: string) => string)[] = [
  (unique) => unique,
  // beyond the first plane of Unicode, a combining mark, other scripts, and no Latin-1 in sight
  (unique) => `Zoe\u0308 \u{1F375} ${unique} \u6F22\u5B57 \u0416\u00E4\u20AC`,
  (unique) => `  ${unique} twice  blank `,
  (unique) => `"${unique}" o'clock \\ <b>&amp;</b>`,
  (unique) => `a+b=c&d;${unique}%20%2B#e?f=100%`,
]

const teacup = '\u{1F375}'

/** Texts that stay what they are, though blanks at the ends are cut off and characters are composed. */
const labels: readonly ((unique: string) => string)[] = [
  (unique) => unique,
  (unique) => `Zo\u00EB \u{1F375} ${unique} \u6F22\u5B57 \u0416\u00E4\u20AC`,
  (unique) => `"${unique}" o'clock \\ 100% a+b=c%20%2B#e`,
]

function textsOf({ kind, least, most }: WrittenProperty, trial: Pick<Trial, 'unique'>): readonly string[] {
  const fitting = (kind === 'label' ? labels : texts)
    .map((write) => write(trial.unique('T')))
    .filter((text) => [...text].length <= (most ?? Infinity))
  if (most === undefined) return fitting
  // as long as allowed in characters, which are fewer than the code units and bytes that some count instead
  const plain = trial.unique('T').padEnd(most, 'x')
  const astral = trial.unique('T')
  return [...fitting, plain, `${astral}${teacup.repeat(most - astral.length)}`, ...(least === 0 ? [''] : [])]
}

function wordsOf({ most = 20 }: WrittenProperty): readonly string[] {
  return ['Sample', `Word ${'x'.repeat(most - 5)}`]
}

function emailsOf({ most, values = [] }: WrittenProperty, trial: Pick<Trial, 'unique'>): readonly string[] {
  const own = (): string => trial.unique('ada.').toLowerCase()
  const host = '@example.com'
  const longest = most === undefined ? [] : [`${own().padEnd(most - host.length, 'a')}${host}`]
  return [`${own()}${host}`, `${own()}+tag${host}`, ...longest, ...(values as readonly string[])]
}

function urlsOf(trial: Pick<Trial, 'unique'>): readonly string[] {
  const page = `https://shop.example/${trial.unique('page')}`
  return [page, `${page}?a=1&b=%20c+d#e`]
}

/** The values of a property that are visited on purpose: both limits, and what lies at hand to be got wrong. */
export function cornersOf(property: WrittenProperty, trial: Pick<Trial, 'unique'>): readonly Json[] {
  return [...valuesOf(property, trial), ...(property.nullable === true ? [null] : [])]
}

function valuesOf(property: WrittenProperty, trial: Pick<Trial, 'unique'>): readonly Json[] {
  const { kind, least, most, values = [] } = property
  switch (kind) {
    case 'text':
    case 'label':
      return [...textsOf(property, trial), ...values]
    case 'word':
      return [...wordsOf(property), ...values]
    case 'email':
      return emailsOf(property, trial)
    case 'url':
      return urlsOf(trial)
    case 'flag':
      return [true, false]
    case 'integer':
      return [least, most].filter((limit) => limit !== undefined).concat(values as readonly number[])
    case 'decimal':
    case 'choice':
      return values
  }
}
