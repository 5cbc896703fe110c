import { join } from 'node:path'
import type { FrameLocator, Page } from '@playwright/test'
import { editorWords } from '../../core/locale/ui/editor.ts'
import { historyWords } from '../../core/locale/ui/history.ts'
import { expect, test, type LaunchOptions, type Longhand } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleRow, bodyField, previewFrame, titleField } from './panes.ts'

const words = editorWords.en
const FIRST = 'Van stoep naar bospad'
const SECOND = 'Wakker om drie uur'

/** The sample library, one article open with its page beside it. */
async function splitView(
  folder: string,
  launch: (options?: LaunchOptions) => Promise<Longhand>,
): Promise<{ readonly window: Page; readonly page: FrameLocator }> {
  const library = join(folder, 'library')
  await longhand('sample', '--language', 'nl', '--library', library)
  const { app, window } = await launch({ userData: await userDataOpening(folder, library) })
  await articleRow(window, FIRST).click()
  await chooseInMenu(app, 'view.split')
  const page = previewFrame(window)
  await expect(page.locator('h1')).toHaveText(FIRST)
  return { window, page }
}

test('a key shows in the page, and formatting by keys and buttons is undone step by step', async ({
  folder,
  launchLonghand,
}) => {
  const { window, page } = await splitView(folder, launchLonghand)
  const first = page.locator('.article-body > p').first()
  await bodyField(window).click()
  await window.keyboard.press('ControlOrMeta+Home')
  await window.keyboard.type('Kijk uit. ')
  await expect(first).toHaveText(/^Kijk uit\. /)
  await window.keyboard.press('ControlOrMeta+Home')
  await window.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await window.keyboard.press('ControlOrMeta+b')
  await expect(first.locator('strong').first()).toHaveText('Kijk')
  await window.getByRole('button', { name: 'Italic' }).click()
  await expect(first.locator('em strong, strong em').first()).toHaveText('Kijk')
  await expect(bodyField(window)).toBeFocused()
  await window.keyboard.press('ControlOrMeta+z')
  await window.keyboard.press('ControlOrMeta+z')
  await expect(first.locator('strong, em')).toHaveCount(0)
  await expect(first).toHaveText(/^Kijk uit\. /)
})

test('each article keeps its own undo history, and what was typed, over switching', async ({
  folder,
  launchLonghand,
}) => {
  const { window, page } = await splitView(folder, launchLonghand)
  await bodyField(window).click()
  await window.keyboard.press('ControlOrMeta+Home')
  await window.keyboard.type('EEN ')
  await articleRow(window, SECOND).click()
  await expect(titleField(window)).toHaveValue(SECOND)
  await expect(page.locator('h1')).toHaveText(SECOND)
  await bodyField(window).click()
  await window.keyboard.press('ControlOrMeta+Home')
  await window.keyboard.type('TWEE ')
  await articleRow(window, FIRST).click()
  await expect(page.locator('.article-body > p').first()).toHaveText(/^EEN /)
  await bodyField(window).click()
  await window.keyboard.press('ControlOrMeta+z')
  await expect(page.locator('.article-body > p').first()).not.toHaveText(/EEN|TWEE/)
  await articleRow(window, SECOND).click()
  await expect(page.locator('.article-body > p').first()).toHaveText(/^TWEE /)
})

test('title, summary and text follow one another by keyboard, and Escape leads out and back', async ({
  folder,
  launchLonghand,
}) => {
  const { window } = await splitView(folder, launchLonghand)
  await titleField(window).click()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: 'Summary' })).toBeFocused()
  await window.keyboard.press('Tab')
  await expect(bodyField(window)).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('toolbar', { name: 'Formatting' }).locator(':focus')).toHaveCount(1)
  await window.keyboard.press('Escape')
  await expect(bodyField(window)).toBeFocused()
})

test('a new title shows in the page, whose text stays as it is', async ({ folder, launchLonghand }) => {
  const { window, page } = await splitView(folder, launchLonghand)
  const text = await page.locator('.article-body').innerHTML()
  await titleField(window).fill('Een andere titel')
  await expect(page.locator('h1')).toHaveText('Een andere titel')
  expect(await page.locator('.article-body').innerHTML()).toBe(text)
})

test('both panes scroll in step, from either side', async ({ folder, launchLonghand }) => {
  const { window, page } = await splitView(folder, launchLonghand)
  const text = window.locator('.w-md-editor-area')
  const textTop = (): Promise<number> => text.evaluate((pane) => pane.scrollTop)
  // Heights of lines that were never seen are guesses: the end is reached in more than one step.
  await expect(async () => {
    await text.evaluate((pane) => pane.scrollTo(0, pane.scrollHeight))
    await expect(page.locator('.article-body > *').last()).toBeInViewport({ timeout: 1000 })
  }).toPass()
  await page.locator('html').evaluate((root) => root.ownerDocument.defaultView?.scrollTo(0, 0))
  await expect.poll(textTop).toBe(0)
})

test('a link in the page opens the article that it leads to, and goes nowhere else', async ({
  folder,
  launchLonghand,
}) => {
  const { window, page } = await splitView(folder, launchLonghand)
  await page.locator('.article-body a[href="je-eerste-vijf-kilometer.html"]').first().click()
  await expect(titleField(window)).not.toHaveValue(FIRST)
  const title = await titleField(window).inputValue()
  await expect(page.locator('h1')).toHaveText(title)
  expect(window.url()).toMatch(/index\.html$/)
})

test('the text from before a replacement everywhere is in the history', async ({
  folder,
  launchLonghand,
}) => {
  const library = join(folder, 'library')
  await longhand('sample', '--language', 'nl', '--library', library)
  const { app, window } = await launchLonghand({ userData: await userDataOpening(folder, library) })
  await articleRow(window, FIRST).click()
  await bodyField(window).click()
  await window.keyboard.press('ControlOrMeta+Home')
  await window.keyboard.type('Kat en kat en kat. ')
  await chooseInMenu(app, 'edit.find')
  await window.getByLabel(words.find.find, { exact: true }).fill('kat')
  await window.getByLabel(words.find.replaceWith).fill('hond')
  await window.getByRole('button', { name: words.find.replaceAll }).click()
  await expect(bodyField(window)).toContainText('hond en hond en hond.')
  await chooseInMenu(app, 'article.history')
  // The focus comes to the tab once it stands: a key for a row must not come before.
  await expect(window.getByRole('tab', { name: historyWords.en.history })).toBeFocused()
  await window.getByRole('option', { name: words.find.beforeReplacing('kat') }).press('Enter')
  await expect(window.getByRole('deletion').first()).toHaveText(/kat/i)
})
