import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome']

/** The Chromium of this system. */
export const chromiumPath = [process.env['CHROMIUM'], ...usual].find((path) => path !== undefined && existsSync(path))

/** Why a test of the page is skipped. */
export const noChromium = `No Chromium is at ${usual.join(', ')}; set CHROMIUM to the path of one.`

/** A secure origin, which the clipboard asks for; nothing listens there, as every request is answered by the test. */
const origin = 'http://localhost'

export interface Shown {
  readonly width?: number
  readonly dark?: boolean
  /** Query and fragment of the address. */
  readonly at?: string
}

/** A window that shows one page after the other. */
export interface Window {
  show(html: string, shown?: Shown): Promise<Page>
  close(): Promise<void>
}

export async function openWindow(): Promise<Window> {
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] })
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  let body = ''
  await page.route(`${origin}/**`, (route) => route.fulfill({ body, contentType: 'text/html' }))
  return {
    async show(html, { width = 1280, dark = false, at = '' } = {}) {
      body = html
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
      await page.goto('about:blank')
      await page.goto(`${origin}/report.html${at}`)
      return page
    },
    close: () => browser.close(),
  }
}

/** Ids of the clauses that are shown, in their order. */
export function shownClauses(page: Page): Promise<readonly string[]> {
  return page.locator('.clause:not([hidden])').evaluateAll((items) => items.map(({ id }) => id))
}

/** How many sheets of paper the page takes. */
export async function sheetsOf(page: Page): Promise<number> {
  const pdf = (await page.pdf()).toString('latin1')
  return pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
}

/** Query and fragment of the address as the page has set them. */
export function addressOf(page: Page): Promise<string> {
  return page.evaluate<string>('location.search + location.hash')
}
