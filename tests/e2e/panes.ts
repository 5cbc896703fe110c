/** Where things are in the window, by the names that a screen reader speaks. */
import type { Locator, Page } from '@playwright/test'
import { listWords } from '../../core/locale/ui/list.ts'
import { inspectorWords } from '../../core/locale/ui/inspector.ts'
import { expect, type Language, type Longhand } from './harness.ts'
import { chooseInMenu } from './menu.ts'

/** The list of articles, empty or not: once it stands, the window listens to commands. */
export function articleList(window: Page, language: Language = 'en'): Locator {
  return window.getByRole('region', { name: listWords[language].list })
}

/** The rows of the list of articles. */
export function articleRows(window: Page, language: Language = 'en'): Locator {
  return articleList(window, language).getByRole('option')
}

/** The row of one article. */
export function articleRow(window: Page, title: string, language: Language = 'en'): Locator {
  return articleRows(window, language)
    .filter({ has: window.getByText(title, { exact: true }) })
    .first()
}

/** Drags with the mouse as a hand does: it lets go once what it is to drop on shows that it takes it. */
export async function drag(from: Locator, to: Locator): Promise<void> {
  const page = to.page()
  await from.hover()
  await page.mouse.down()
  await to.hover()
  await expect(to.and(page.locator('[data-drop-target="true"]'))).toBeVisible()
  await page.mouse.up()
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

/** The inspector, asked for where it made way for text and page. */
export async function showInspector(
  { app, window }: Pick<Longhand, 'app' | 'window'>,
  language: Language = 'en',
): Promise<Locator> {
  const inspector = window.getByRole('complementary', { name: inspectorWords[language].inspector })
  if (!(await inspector.isVisible())) await chooseInMenu(app, 'pane.inspector')
  await expect(inspector).toBeVisible()
  return inspector
}
