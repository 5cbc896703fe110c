import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { careWords } from '../../core/locale/ui/care.ts'
import { commandWords } from '../../core/locale/ui/commands.ts'
import { commonWords } from '../../core/locale/ui/common.ts'
import { exportWords } from '../../core/locale/ui/export.ts'
import { inspectorWords } from '../../core/locale/ui/inspector.ts'
import { listWords } from '../../core/locale/ui/list.ts'
import { settingsWords } from '../../core/locale/ui/settings.ts'
import { sidebarWords } from '../../core/locale/ui/sidebar.ts'
import { startWords } from '../../core/locale/ui/start.ts'
import { createLibrary } from '../../electron/library/library.ts'
import { expect, test, type LaunchOptions, type Longhand } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleRow, articleRows, drag, bodyField, titleField } from './panes.ts'

const words = {
  commands: commandWords.en,
  common: commonWords.en,
  export: exportWords.en,
  inspector: inspectorWords.en,
  list: listWords.en,
  settings: settingsWords.en,
  sidebar: sidebarWords.en,
  start: startWords.en,
}

type Launch = (options?: LaunchOptions) => Promise<Longhand>

/** A window on the Dutch sample library, in English. */
async function sampleWindow(folder: string, launch: Launch): Promise<Longhand> {
  const library = join(folder, 'library')
  await longhand('sample', '--language', 'nl', '--library', library)
  const app = await launch({ userData: await userDataOpening(folder, library) })
  await expect(articleRows(app.window).first()).toBeVisible()
  return app
}

/** Presses Tab until `target` has the focus: it can be reached without a mouse. */
async function tabTo(window: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await window.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Runs a command by its name in the palette. */
async function runByName(window: Page, name: string): Promise<void> {
  await window.keyboard.press('ControlOrMeta+k')
  await expect(window.getByRole('dialog', { name: words.commands.palette })).toBeVisible()
  await window.keyboard.type(name)
  const option = window.getByRole('option', { name }).first()
  await expect(option).toBeVisible()
  for (let presses = 0; (await option.getAttribute('data-focused')) === null && presses < 20; presses += 1)
    await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
}

test('everything from the first start to the site is reached by keyboard alone', async ({
  folder,
  launchLonghand,
}) => {
  const { window, answerDialogs } = await launchLonghand()
  const site = join(folder, 'site')
  await answerDialogs(folder, site)
  await tabTo(window, window.getByRole('button', { name: words.start.empty }))
  await window.keyboard.press('Enter')
  await expect(window.getByLabel(words.start.name)).toBeFocused()
  await window.keyboard.type('Keys only')
  await tabTo(window, window.getByRole('button', { name: words.start.chooseFolder }))
  await window.keyboard.press('Enter')
  await expect(window.getByText(folder)).toBeVisible()
  await tabTo(window, window.getByRole('button', { name: words.start.create }))
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.list.empty.all.title)).toBeVisible()

  await runByName(window, words.commands.names['article.new'])
  await expect(titleField(window)).toBeFocused()
  await window.keyboard.type('By keys')
  await window.keyboard.press('Enter')
  await window.keyboard.type('A summary.')
  await window.keyboard.press('Enter')
  await expect(bodyField(window)).toBeFocused()
  await window.keyboard.type('No mouse was moved.')

  await window.keyboard.press('F6')
  await tabTo(window, window.getByRole('radio', { name: words.common.status.draft }))
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('ArrowRight')
  await expect(window.getByRole('radio', { name: words.common.status.published })).toBeChecked()
  await tabTo(window, window.getByRole('combobox', { name: words.inspector.category }))
  await window.keyboard.type('News')
  await expect(window.getByRole('option', { name: words.inspector.newCategory('News') })).toBeVisible()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('combobox', { name: words.inspector.category })).toHaveValue('News')

  await runByName(window, words.commands.names['site.export'])
  await tabTo(window, window.getByRole('button', { name: words.export.choose }))
  await window.keyboard.press('Enter')
  await tabTo(window, window.getByRole('button', { name: words.export.start, exact: true }))
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.export.done)).toBeVisible()
  expect(await readFile(join(site, 'by-keys.html'), 'utf8')).toContain('No mouse was moved.')
})

test('a restart restores library, article, view and the width of panes', async ({
  folder,
  launchLonghand,
}) => {
  const first = await sampleWindow(folder, launchLonghand)
  await articleRow(first.window, 'Wakker om drie uur').click()
  await chooseInMenu(first.app, 'view.preview')
  const edge = first.window.getByRole('separator', { name: words.common.resize.list })
  await edge.focus()
  await first.window.keyboard.press('Shift+ArrowRight')
  const width = await edge.getAttribute('aria-valuenow')
  await first.close()

  const { window } = await launchLonghand({ userData: first.userData })
  await expect(window.getByRole('heading', { name: 'Veldkers', level: 1 })).toBeAttached()
  await expect(window.frameLocator('iframe').locator('h1')).toHaveText('Wakker om drie uur')
  await expect(articleRow(window, 'Wakker om drie uur')).toBeInViewport()
  await expect(window.getByRole('separator', { name: words.common.resize.list })).toHaveAttribute(
    'aria-valuenow',
    width ?? '',
  )
  await expect(bodyField(window)).toHaveCount(0)
})

test('language and appearance change at once and stay', async ({ folder, launchLonghand }) => {
  const first = await sampleWindow(folder, launchLonghand)
  const { app, window } = first
  await chooseInMenu(app, 'app.settings')
  const paper = () => window.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await paper()
  await window.getByRole('radio', { name: words.settings.appearances.dark }).press('Space')
  await expect.poll(paper).not.toBe(light)
  await window.getByRole('radio', { name: words.settings.faces.serif }).press('Space')
  await window.getByRole('button', { name: words.settings.language }).click()
  await window.getByRole('option', { name: 'Nederlands', exact: true }).click()
  await expect(window.getByRole('heading', { name: settingsWords.nl.settings })).toBeVisible()
  await expect(window.locator('html')).toHaveAttribute('lang', 'nl-NL')
  await first.close()

  const again = await launchLonghand({ userData: first.userData })
  await expect(again.window.getByRole('listbox', { name: sidebarWords.nl.show })).toBeVisible()
  await expect(again.window.locator('html')).toHaveAttribute('data-appearance', 'dark')
  await expect(again.window.locator('[data-face="serif"]')).toBeVisible()
})

test('a search shows the hits in their words, best first, and ends with Escape', async ({
  folder,
  launchLonghand,
}) => {
  const { app, window } = await sampleWindow(folder, launchLonghand)
  const all = await articleRows(window).count()
  const field = window.getByRole('combobox', { name: words.list.searchLabel })
  await chooseInMenu(app, 'search.focus')
  await expect(field).toBeFocused()
  await window.keyboard.type('bospad')
  await expect(articleRows(window).first().locator('mark').first()).toHaveText(/bospad/i)
  expect(await articleRows(window).count()).toBeLessThan(all)
  await window.keyboard.press('ArrowDown')
  await expect(window.getByRole('region', { name: words.list.list }).getByRole('listbox')).toBeFocused()
  await chooseInMenu(app, 'search.focus')
  await expect(field).toBeFocused()
  await window.keyboard.type('xyzzy')
  await expect(window.getByText(words.list.empty.search.title)).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(articleRows(window)).toHaveCount(all)
})

test('an article goes to the trash by a key, comes back by a button, and is deleted for good only when asked', async ({
  folder,
  launchLonghand,
}) => {
  const { window } = await sampleWindow(folder, launchLonghand)
  const row = articleRow(window, 'Een uur voor je fiets')
  await row.click()
  await window.keyboard.press('Delete')
  await expect(row).toHaveCount(0)
  await window.getByRole('button', { name: words.common.undo }).click()
  await expect(row).toBeVisible()

  await row.click()
  await window.keyboard.press('Delete')
  const shown = window.getByRole('listbox', { name: words.sidebar.show })
  await shown.getByRole('option', { name: words.sidebar.trash }).click()
  await row.click()
  await expect(bodyField(window)).toHaveAttribute('aria-readonly', 'true')
  await window.keyboard.press('Delete')
  await window.getByRole('alertdialog').getByRole('button', { name: words.common.cancel }).click()
  await expect(row).toBeVisible()
  await window.getByRole('button', { name: words.list.emptyTrash }).click()
  await window.getByRole('alertdialog').getByRole('button', { name: words.list.deleteConfirm }).click()
  await expect(window.getByText(words.list.empty.trash.title)).toBeVisible()
})

test('a category is made, renamed, moved and deleted by keyboard, and its articles go where the writer says', async ({
  folder,
  launchLonghand,
}) => {
  const { app, window } = await sampleWindow(folder, launchLonghand)
  const tree = window.getByRole('treegrid', { name: words.sidebar.categories })
  const names = () => tree.locator('[data-name]').allInnerTexts()
  const before = await names()
  await chooseInMenu(app, 'category.new')
  await expect(window.getByRole('textbox', { name: words.sidebar.name })).toBeFocused()
  await window.keyboard.type('Zwemmen')
  await window.keyboard.press('Enter')
  await expect.poll(names).toEqual([...before, 'Zwemmen'])
  await expect(tree.getByRole('row', { name: 'Zwemmen' })).toBeFocused()
  await window.keyboard.press('F2')
  await window.keyboard.type('Duiken')
  await window.keyboard.press('Enter')
  await expect.poll(names).toEqual([...before, 'Duiken'])
  await expect(tree.getByRole('row', { name: 'Duiken' })).toBeFocused()
  await window.keyboard.press('Alt+ArrowUp')
  await expect.poll(names).toEqual([...before.slice(0, -1), 'Duiken', ...before.slice(-1)])
  await expect(tree.getByRole('row', { name: 'Duiken' })).toBeFocused()
  await window.keyboard.press('Delete')
  await window.getByRole('alertdialog').getByRole('button', { name: words.common.delete }).click()
  await expect.poll(names).toEqual(before)

  await tree.getByRole('row', { name: 'Slapen' }).click()
  const moved = await articleRows(window).count()
  await window.keyboard.press('Delete')
  await window.getByRole('button', { name: words.sidebar.moveArticlesTo }).click()
  await window.getByRole('option', { name: 'Fietsen' }).click()
  await window.getByRole('alertdialog').getByRole('button', { name: words.common.delete }).click()
  await expect(tree.getByRole('row', { name: 'Slapen' })).toHaveCount(0)
  await expect(tree.getByRole('row', { name: 'Fietsen' })).toContainText(String(moved + 2))
})

test('an article is dragged on a category, and a category into another', async ({
  folder,
  launchLonghand,
}) => {
  const { window } = await sampleWindow(folder, launchLonghand)
  const tree = window.getByRole('treegrid', { name: words.sidebar.categories })
  const row = articleRow(window, 'Een uur voor je fiets')
  await drag(row, tree.getByRole('row', { name: 'Slapen' }))
  await expect(window.getByText(words.list.categorySet(1, 'Slapen'))).toBeVisible()
  await tree.getByRole('row', { name: 'Slapen' }).click()
  await expect(row).toBeVisible()
  await drag(tree.getByRole('row', { name: 'Slapen' }), tree.getByRole('row', { name: 'Eten' }))
  await expect(tree.getByRole('row', { name: 'Slapen' })).toHaveAttribute('aria-level', '2')
  await expect(tree.getByRole('row', { name: 'Slapen' })).toBeFocused()
})

test('every part of an empty library says what it is for', async ({ folder, launchLonghand }) => {
  const library = join(folder, 'library')
  createLibrary(library, { name: 'Bare', language: 'en-GB' }).close()
  const { window } = await launchLonghand({ userData: await userDataOpening(folder, library) })
  const shown = window.getByRole('listbox', { name: words.sidebar.show })
  for (const status of ['all', 'draft', 'ready', 'published', 'scheduled', 'trash'] as const) {
    await shown.getByRole('option', { name: words.sidebar[status] }).click()
    await expect(window.getByText(words.list.empty[status].title)).toBeVisible()
  }
  await expect(window.getByText(words.sidebar.noCategories)).toBeVisible()
  await expect(window.getByText(words.inspector.none)).toBeVisible()
  await shown.getByRole('option', { name: words.sidebar.all }).click()
  await window
    .getByRole('main')
    .getByRole('button', { name: words.list.newArticle })
    .or(window.getByRole('region', { name: words.list.list }).getByText(words.list.newArticle))
    .first()
    .click()
  await expect(titleField(window)).toBeFocused()
})

test('a library that cannot be opened at the start is named with the reason, and the writer goes on', async ({
  folder,
  launchLonghand,
}) => {
  const newer = join(folder, 'newer')
  createLibrary(newer, { name: 'From the future', language: 'en-GB' }).close()
  const db = new Database(join(newer, 'library.db'))
  db.pragma('user_version = 9999')
  db.close()
  const damaged = join(folder, 'damaged')
  const made = createLibrary(damaged, { name: 'Damaged', language: 'en-GB' })
  for (let count = 0; count < 60; count += 1)
    made.articles.create({ title: `Article ${count}`, body: 'words '.repeat(900) })
  made.close()
  const file = await readFile(join(damaged, 'library.db'))
  for (let at = 8 * 4096; at < file.length - 8192; at += 3 * 4096) file.fill('A', at, at + 4096)
  await writeFile(join(damaged, 'library.db'), file)

  const { states } = careWords.en
  const titles = { [newer]: states.newer, [damaged]: states.damaged }
  for (const [library, title] of Object.entries(titles)) {
    const { window, close } = await launchLonghand({ userData: await userDataOpening(folder, library) })
    await expect(window.getByRole('region', { name: title })).toContainText(library)
    await expectWayOn(window)
    await close()
  }
})

/** An empty library can be begun, whatever became of the one of last time. */
async function expectWayOn(window: Page): Promise<void> {
  await window.getByRole('button', { name: words.start.empty }).click()
  await expect(window.getByLabel(words.start.name)).toBeFocused()
  await window.keyboard.press('Escape')
}
