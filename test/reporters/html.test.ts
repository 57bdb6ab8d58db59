import { Script } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { html } from '../../reporters/html.ts'
import { script } from '../../reporters/html/script/index.ts'
import type { Finding } from '../../model/report.ts'
import { hostileReport, payloads } from './hostile-report.ts'
import { readMarkup } from './read-markup.ts'
import { providersOf } from './sample-providers.ts'
import { sampleFinding, sampleRow } from './sample-rows.ts'
import { conformingReport, emptyReport, hugeReport, interruptedReport, sampleReport } from './sample-report.ts'

const sample = html(sampleReport())
const elements = readMarkup(sample)

function withClass(name: string, from = elements): readonly string[] {
  return from.filter(({ attributes }) => attributes['class']?.split(' ').includes(name)).map(({ text }) => text)
}

describe('the HTML page', () => {
  it.for([
    ['full', sampleReport()],
    ['partial', sampleReport({ partial: true })],
    ['conforming', conformingReport()],
    ['interrupted', interruptedReport()],
    ['empty', emptyReport()],
    ['huge', hugeReport(60)],
  ] as const)('is well-formed for a %s report', ([, report]) => {
    expect(() => readMarkup(html(report))).not.toThrow()
  })

  it('says the verdict first', () => {
    const first = elements.find(({ name }) => name === 'h1' || name === 'h2')
    expect(first?.name).toBe('h1')
    expect(withClass('word')).toEqual(['gaps'])
    expect(withClass('sentence')).toEqual([
      '1 gap in 1 of 3 providers and 3 waiver problems. 1 clause could not be judged because of outages.',
    ])
  })

  it('marks a partial report', () => {
    expect(withClass('partial')).toEqual([])
    expect(withClass('partial', readMarkup(html(sampleReport({ partial: true }))))).toHaveLength(1)
  })

  it('never calls a report conforming that was interrupted', () => {
    const page = readMarkup(html(interruptedReport()))
    expect(withClass('word', page)).toEqual(['interrupted'])
    expect(withClass('masthead', page)).toHaveLength(1)
    expect(withClass('badge', page).filter((text) => text.includes('conforms'))).toEqual([])
  })

  it('lists every clause once, with its standing for the filter', () => {
    const rows = elements.filter(({ attributes }) => attributes['data-standing'] !== undefined)
    const { clauses } = sampleReport()
    expect(rows.map(({ attributes }) => attributes['id'])).toEqual(clauses.map(({ id }) => id))
    const choices = elements
      .filter(({ attributes }) => attributes['name'] === 'standing')
      .map(({ attributes }) => attributes['value'])
    expect(new Set(rows.map(({ attributes }) => attributes['data-standing']))).toEqual(new Set(choices))
  })

  it('shows the proof of a gap: expected, actual, curl, replay, request and response', () => {
    for (const text of [
      '1250',
      '1249',
      'curl -X POST',
      'npx assay run acme',
      'amount=1250&amp;currency=usd&amp;source=tok_visa',
      'Bad gateway',
    ]) {
      expect(sample).toContain(text)
    }
  })

  it('keeps the digits of a number that no double can hold', () => {
    expect(sample).toContain('&quot;big&quot;: 12345678901234567890')
  })

  it('shows each exchange in full once and links to it from elsewhere', () => {
    const ids = elements.map(({ attributes }) => attributes['id']).filter((id) => id !== undefined)
    expect(new Set(ids).size).toBe(ids.length)
    const links = elements.flatMap(({ attributes }) =>
      attributes['href']?.startsWith('#') === true ? [attributes['href'].slice(1)] : [],
    )
    expect(links).toContain('exchange-1')
    expect(links.filter((link) => !ids.includes(link))).toEqual([])
  })

  it('points out the exchange that a finding is in, where it is shown and where it is linked', () => {
    const found = (exchange: number): Finding => sampleFinding({ exchange })
    const row = sampleRow({ verdict: 'gap', severity: 'fail', findings: [found(1), found(2), found(2)] })
    const page = readMarkup(html(sampleReport({ clauses: [row], providers: providersOf([row]) })))
    const pointed = page.filter(({ attributes }) => attributes['class']?.split(' ').includes('shows'))
    expect(pointed.map(({ name, attributes }) => attributes['id'] ?? name)).toEqual(['exchange-1', 'p', 'p'])
    const titles = page.filter(({ text }) => text.startsWith('in exchange'))
    expect(titles.map(({ text, attributes }) => `${text} ${attributes['href']}`)).toEqual([
      'in exchange 1 (1 of 2) #exchange-1',
      'in exchange 2 (2 of 2) #exchange-2',
      'in exchange 2 (2 of 2) #exchange-2',
    ])
  })

  it('names an exchange that was not stored, without a link to it', () => {
    const row = sampleRow({ verdict: 'gap', severity: 'fail', findings: [sampleFinding({ exchange: 1 })] })
    const page = html(sampleReport({ clauses: [row], providers: providersOf([row]), exchanges: [] }))
    expect(page).toContain('in exchange 1 (1 of 2)')
    expect(page).not.toContain('#exchange-1')
  })

  it('loads nothing and allows nothing but its own script and style', () => {
    expect(elements.filter(({ name }) => ['link', 'img', 'iframe', 'object', 'embed', 'base'].includes(name))).toEqual(
      [],
    )
    expect(elements.filter(({ attributes }) => 'src' in attributes || 'style' in attributes)).toEqual([])
    expect(sample).not.toMatch(/@import|url\(/)
    expect(sample).toMatch(/default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'/)
  })

  it('has a script that parses', () => {
    expect(() => new Script(script)).not.toThrow()
    expect(script).not.toContain('</')
  })

  it('grows with its exchanges, not with the findings that rest on them', () => {
    expect(html(hugeReport(100)).length).toBeLessThan(200 * 40_000 + 100 * 5 * 20_000)
  })

  it('folds what a long list of findings repeats, and loses none', () => {
    const page = readMarkup(html(hugeReport(1)))
    expect(withClass('finding', page)).toHaveLength(5)
    expect(page.filter(({ name }) => name === 'summary').map(({ text }) => text)).toContain('2 more findings')
  })

  it('links to a source only over HTTP', () => {
    const { clauses } = sampleReport()
    const [row] = clauses
    if (row === undefined) throw new Error('the sample has clauses')
    const source = { ...row.source, address: 'javascript:alert(1)' }
    const hrefs = readMarkup(html(sampleReport({ clauses: [{ ...row, source }] }))).flatMap(
      ({ attributes }) => attributes['href'] ?? [],
    )
    expect(hrefs.filter((href) => href.startsWith('javascript'))).toEqual([])
  })
})

describe('the HTML page of a hostile target', () => {
  const names = new Set(elements.map(({ name }) => name))
  const attributeNames = new Set(elements.flatMap(({ attributes }) => Object.keys(attributes)))

  it.for(payloads)('escapes %j everywhere', (payload) => {
    const page = html(hostileReport(sampleReport(), payload))
    const found = readMarkup(page)
    expect(found.filter(({ name }) => !names.has(name))).toEqual([])
    expect(found.filter(({ attributes }) => Object.keys(attributes).some((name) => !attributeNames.has(name)))).toEqual(
      [],
    )
    expect(found.filter(({ name }) => name === 'script')).toHaveLength(1)
    expect(found.filter(({ attributes }) => !/^(#|https?:\/\/|undefined)/.test(String(attributes['href'])))).toEqual([])
    // oxlint-disable-next-line no-control-regex
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  })

  it('still shows what was planted, as text', () => {
    const page = html(hostileReport(sampleReport(), '<img onerror=alert(1)>'))
    expect(page).toContain('&lt;img onerror=alert(1)&gt;')
  })
})
