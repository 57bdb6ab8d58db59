import axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { html } from '../../reporters/html.ts'
import { addressOf, chromiumPath, noChromium, openWindow, sheetsOf, shownClauses } from './browser.ts'
import type { Shown, Window } from './browser.ts'
import { causesOf } from '../../engine/causes.ts'
import type { Report } from '../../model/report.ts'
import { gap } from './sample-clauses.ts'
import { providersOf } from './sample-providers.ts'
import { sampleReport } from './sample-report.ts'
import { sampleExchange, sampleFinding, sampleRow } from './sample-rows.ts'

const echoes = 'acme.charges.create.echoes-amount'
const sample = html(sampleReport())

/** A report with as many clauses as are asked for, every sixth of them a gap. */
function reportOf(size: number): Report {
  const clauses = Array.from({ length: size }, (_, index) => {
    const about = { id: `acme.rules.rule-${index}`, section: `Section ${index % 20}`, text: `Rule ${index} is kept.` }
    const findings = [sampleFinding({ fingerprint: `f${index}`, evidence: [index], exchange: index })]
    return index % 6 === 0 ? gap({ ...about, findings }) : sampleRow(about)
  })
  const exchanges = Array.from({ length: size }, (_, id) => sampleExchange({ id }))
  return sampleReport({
    providers: providersOf(clauses),
    causes: causesOf(clauses, exchanges),
    clauses,
    exchanges,
    waiverProblems: [],
  })
}

it('the page is tested in a Chromium of the system', ({ skip }) => {
  if (chromiumPath === undefined) skip(noChromium)
  expect(chromiumPath).toMatch(/chrom/)
})

describe.skipIf(chromiumPath === undefined)('the page in a browser', () => {
  let window: Window
  beforeAll(async () => {
    window = await openWindow()
  })
  afterAll(() => window.close())

  async function on<Told>(page: string, shown: Shown, tell: (page: Page) => Promise<Told>): Promise<Told> {
    return tell(await window.show(page, shown))
  }

  it('says what to mend on the first screen, and has a list of sections at its side', () =>
    on(sample, {}, async (page) => {
      const title = await page.getByRole('heading', { name: /What to mend/ }).boundingBox()
      expect(title?.y).toBeLessThan(500)
      expect(await page.locator('.cause strong').first().isVisible()).toBe(true)
      const side = await page.getByRole('navigation', { name: 'Sections' }).boundingBox()
      expect((side?.x ?? 0) + (side?.width ?? 0)).toBeLessThan(title?.x ?? 0)
      await page.getByRole('link', { name: /^Refunds/ }).click()
      expect(await page.locator('#section-acme-refunds').evaluate((section) => section.hasAttribute('open'))).toBe(true)
    }))

  describe('the filter', () => {
    it.for([
      ['of a verdict', '?standing=gap', [echoes]],
      ['of a level', '?level=may', ['globex.invoices.pay.once']],
      ['of the kind of a source', '?source=ours', ['initech.payments.create.answers']],
      ['of a provider', '?provider=globex', ['globex.invoices.create.answers', 'globex.invoices.pay.once']],
      ['of two verdicts and a provider', '?standing=gap&standing=broken&provider=globex', ['globex.invoices.pay.once']],
      ['of words of a sentence, in any order', '?text=partial+charge+refunded', ['acme.refunds.create.partial']],
      ['of a value that it does not know, which is not applied', '?standing=gap&level=shall', [echoes]],
    ] as const)('%s is taken from the address', ([, at, expected]) =>
      on(sample, { at }, async (page) => expect(await shownClauses(page)).toEqual(expected)),
    )

    it.for([
      ['requests', 'source=tok_visa'],
      ['answers', 'bad gateway'],
      ['headers', 'req_1'],
      ['curl lines', '127.0.0.1:4010'],
      ['commands that replay', '--only acme/create-a-charge'],
    ] as const)('finds words of %s', ([, words]) =>
      on(sample, {}, async (page) => {
        await page.getByRole('searchbox').fill(words)
        const found = await shownClauses(page)
        // also where the exchange is only linked to, because another clause shows it in full
        expect(found).toEqual(expect.arrayContaining([echoes, 'acme.refunds.create.partial']))
        expect(found.length).toBeLessThan(5)
      }),
    )

    it('puts what is chosen in the address, so that it can be sent and comes back', () =>
      on(sample, {}, async (page) => {
        await page.getByLabel('level').selectOption('must')
        await page.locator('.chip', { hasText: 'blocked' }).click()
        await page.getByRole('searchbox').fill('refund')
        expect(await addressOf(page)).toBe('?text=refund&level=must&standing=blocked')
        await page.reload()
        expect(await shownClauses(page)).toEqual(['acme.refunds.create.again'])
        await page.keyboard.press('Escape')
        expect(await addressOf(page)).toBe('')
        expect(await shownClauses(page)).toHaveLength(sampleReport().clauses.length)
      }))

    it('says so where nothing matches', () =>
      on(sample, { at: '?text=nowhere' }, async (page) => {
        expect(await shownClauses(page)).toEqual([])
        expect(await page.getByText('No clause matches the filter.').isVisible()).toBe(true)
        await page.getByRole('button', { name: 'Clear the filter' }).click()
        expect(await page.getByText('No clause matches the filter.').isVisible()).toBe(false)
        expect(await shownClauses(page)).toHaveLength(sampleReport().clauses.length)
      }))

    it('leaves the sections as they were', () =>
      on(sample, {}, async (page) => {
        const open = () => page.locator('details.section[open]').evaluateAll((sections) => sections.map(({ id }) => id))
        const before = await open()
        await page.getByRole('searchbox').fill('invoice')
        expect(await open()).not.toEqual(before)
        await page.getByRole('searchbox').fill('')
        expect(await open()).toEqual(before)
      }))
  })

  describe('a link', () => {
    it('into a folded place opens it', () =>
      on(sample, { at: '#exchange-2' }, async (page) => {
        expect(await page.locator('#exchange-2').getByText('Bad gateway').isVisible()).toBe(true)
      }))

    it('to a clause that the filter hides shows it', () =>
      on(sample, { at: `?standing=conforms#${echoes}` }, async (page) => {
        expect(await shownClauses(page)).toContain(echoes)
        expect(await page.locator(`[id="${echoes}"]`).getByText('1249').first().isVisible()).toBe(true)
      }))

    it('leads from a cause to what it breaks and blocks', () =>
      on(sample, {}, async (page) => {
        const cause = page.locator('.cause', { hasText: 'Every answer carries a request id.' }).first()
        await cause.locator('summary').first().click()
        await cause.getByRole('link', { name: 'acme.charges.create.request-id' }).click()
        expect(await addressOf(page)).toBe('#acme.charges.create.request-id')
        const blocking = page.locator('.cause', { hasText: echoes }).first()
        expect(
          await blocking.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
        ).toContain('#acme.refunds.create.again')
        await blocking.locator('summary').first().click()
        await blocking.getByRole('button', { name: /Show only/ }).click()
        expect(await shownClauses(page)).toEqual([echoes, 'acme.refunds.create.again'])
      }))
  })

  it('opens and folds everything', () =>
    on(sample, {}, async (page) => {
      await page.getByRole('button', { name: 'Expand all' }).click()
      expect(await page.locator('.clause > details:not([open]), details.section:not(.notes):not([open])').count()).toBe(
        0,
      )
      await page.getByRole('button', { name: 'Collapse all' }).click()
      expect(await page.locator('.clause details[open], details.section[open], .cause > details[open]').count()).toBe(0)
    }))

  it('is used by keys', () =>
    on(sample, {}, async (page) => {
      const focused = () =>
        page.evaluate("document.activeElement.closest('.clause')?.id ?? document.activeElement.getAttribute('name')")
      await page.keyboard.press('/')
      expect(await focused()).toBe('text')
      await page.keyboard.type('jk/')
      expect(await page.getByRole('searchbox').inputValue()).toBe('jk/')
      await page.keyboard.press('Escape')
      await page.locator(`[id="${echoes}"] summary`).first().focus()
      await page.keyboard.press('j')
      expect(await focused()).toBe('acme.charges.create.request-id')
      await page.keyboard.press('k')
      await page.keyboard.press('k')
      expect(await focused()).toBe('acme.charges.create.answers')
      await page.keyboard.press('Enter')
      expect(await page.locator('[id="acme.charges.create.answers"] > details').getAttribute('open')).toBe('')
    }))

  it('copies a command', () =>
    on(sample, { at: `#${echoes}` }, async (page) => {
      await page.locator(`[id="${echoes}"]`).getByRole('button', { name: 'Copy the replay command' }).first().click()
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
        'npx assay run acme --target url --only acme/create-a-charge/echoes-amount --seed 42',
      )
    }))

  it('is printed on a few sheets, of what was chosen, and is as it was afterwards', () =>
    on(html(reportOf(600)), {}, async (page) => {
      const state = () =>
        page.locator('details').evaluateAll((all) => all.map((one) => one.hasAttribute('open')).join(' '))
      const before = await state()
      const sheets: Record<string, number> = {}
      for (const paper of ['gaps', 'causes']) {
        await page.getByLabel('Print').selectOption(paper)
        sheets[paper] = await sheetsOf(page)
      }
      expect(sheets).toMatchObject({ causes: 1 })
      expect(sheets['gaps']).toBeGreaterThan(1)
      expect(Math.max(...Object.values(sheets))).toBeLessThan(20)
      expect(await state()).toBe(before)
    }))

  it('shows 1,700 clauses, and finds one among them', () =>
    on(html(reportOf(1700)), {}, async (page) => {
      expect(await shownClauses(page)).toHaveLength(1700)
      expect(await page.locator('.cause strong').first().isVisible()).toBe(true)
      await page.getByRole('searchbox').fill('rule-1234')
      expect(await shownClauses(page)).toEqual(['acme.rules.rule-1234'])
    }))

  it.for([
    ['light', {}, ''],
    ['dark', { dark: true }, "{ runOnly: ['color-contrast'] }"],
    ['narrow', { width: 390 }, "{ runOnly: ['color-contrast', 'scrollable-region-focusable'] }"],
  ] as const)('breaks no rule of axe, all unfolded, on a %s screen', ([, shown, rules]) =>
    on(sample, shown, async (page) => {
      await page.evaluate(axe.source)
      await page.getByRole('button', { name: 'Expand all' }).click()
      const { violations } = await page.evaluate<AxeResults>(`axe.run(${rules})`)
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])).toEqual([])
    }),
  )

  it('fits a screen of 390 pixels, also unfolded', () =>
    on(sample, { width: 390 }, async (page) => {
      const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(await overflow()).toBe(0)
      await page.getByRole('button', { name: 'Expand all' }).click()
      await page.locator('.exchange').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
      expect(await overflow()).toBe(0)
    }))

  it('is dark where the reader has it so', async () => {
    const ground = (dark: boolean) =>
      on(sample, { dark }, (page) => page.evaluate('getComputedStyle(document.body).backgroundColor'))
    expect(await ground(true)).not.toBe(await ground(false))
  })
})
