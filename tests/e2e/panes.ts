/** Where things are in the window, by the names that a screen reader speaks. */
import type { Locator, Page } from '@playwright/test'
import { listWords } from '../../core/locale/ui/list.ts'
import type { Language } from './harness.ts'

/** The rows of the list of articles. */
export function articleRows(window: Page, language: Language = 'en'): Locator {
  return window.getByRole('region', { name: listWords[language].list }).getByRole('option')
}

/** The row of one article. */
export function articleRow(window: Page, title: string, language: Language = 'en'): Locator {
  return articleRows(window, language)
    .filter({ has: window.getByText(title, { exact: true }) })
    .first()
}

/** The article's title, above its text. */
export function titleField(window: Page): Locator {
  return window.locator('textarea').first()
}

/** The text of the article. */
export function bodyField(window: Page): Locator {
  return window.locator('.cm-content')
}

/** The page beside the text. */
export function previewFrame(window: Page): ReturnType<Page['frameLocator']> {
  return window.frameLocator('iframe')
}
