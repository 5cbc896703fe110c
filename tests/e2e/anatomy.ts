/** The anatomy of an article's page, read off the page as a reader's browser shows it. */
import type { Page } from '@playwright/test'
import { expect } from './harness.ts'

export interface Anatomy {
  readonly lang: string
  readonly documentTitle: string
  /** In the order in which they must stand on the page. */
  readonly order: readonly string[]
  readonly cards: readonly string[]
}

/** Checks every part of the page, that each stands below the one before, and that no script can run. */
export async function expectAnatomy(page: Page, expected: Anatomy): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe(expected.lang)
  expect(await page.title()).toBe(expected.documentTitle)
  const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
  let from = 0
  for (const part of expected.order) {
    const at = text.toLowerCase().indexOf(part.toLowerCase(), from)
    expect(at, `“${part}” after “${text.slice(Math.max(0, from - 40), from)}”`).toBeGreaterThanOrEqual(0)
    from = at + part.length
  }
  await expect(page.locator('h1')).toHaveCount(1)
  for (const landmark of ['banner', 'main', 'contentinfo'] as const) {
    await expect(page.getByRole(landmark).first()).toBeVisible()
  }
  await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(0)
  const cards = page.locator('main article article h3, main section article h3, main aside article h3')
  expect((await cards.allInnerTexts()).slice(0, expected.cards.length)).toEqual(expected.cards)
}
