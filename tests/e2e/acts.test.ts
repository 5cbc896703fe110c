/** What touches much at once, in the real window: done, taken back, done again; the trash; the pictures. */
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { uiWords } from '../../core/locale/ui/index.ts'
import { expect, test, type LaunchOptions, type Longhand } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleList, articleRow, articleRows, bodyField, showInspector } from './panes.ts'

const words = uiWords.en

/** A window on the Dutch sample library, in English. */
async function sampleWindow(
  folder: string,
  launch: (options?: LaunchOptions) => Promise<Longhand>,
): Promise<Longhand> {
  const library = join(folder, 'library')
  await longhand('sample', '--language', 'nl', '--library', library)
  const app = await launch({ userData: await userDataOpening(folder, library) })
  await expect(articleRows(app.window).first()).toBeVisible()
  return app
}

function category(window: Page, name: string): Locator {
  return window.getByRole('treegrid', { name: words.sidebar.categories }).getByRole('row', { name })
}

/** How many articles the sidebar counts in a category. */
async function articlesIn(window: Page, name: string): Promise<number> {
  return Number((await category(window, name).innerText()).replace(/\D/g, ''))
}

async function show(window: Page, what: 'all' | 'pictures' | 'trash'): Promise<void> {
  await window
    .getByRole('listbox', { name: words.sidebar.show })
    .getByRole('option', { name: words.sidebar[what] })
    .click()
}

/** The list of articles that has the focus and the keys. */
function keysOfList(window: Page): Locator {
  return articleList(window).getByRole('listbox')
}

test('several articles go to a category by keyboard, and one key takes that back and does it again', async ({
  folder,
  launchLonghand,
}) => {
  const { window } = await sampleWindow(folder, launchLonghand)
  const before = await articlesIn(window, 'Slapen')
  await articleRow(window, 'Een uur voor je fiets').click()
  await bodyField(window).click()
  await window.keyboard.type('Typed just before. ')
  await keysOfList(window).focus()
  await window.keyboard.press('ControlOrMeta+a')
  const all = Number(await articleRows(window).first().getAttribute('aria-setsize'))
  const bar = window.getByRole('region', { name: words.acts.selectedLabel })
  await expect(bar).toContainText(words.acts.selected(String(all)))
  await window.keyboard.press('Tab')
  await window.keyboard.press('Tab')
  await expect(bar.getByRole('button', { name: words.list.category })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('menuitem', { name: words.list.noCategory })).toBeFocused()
  await window.keyboard.type('Slapen')
  await expect(window.getByRole('menuitem', { name: 'Slapen' })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect.poll(() => articlesIn(window, 'Slapen')).toBe(all)

  await keysOfList(window).focus()
  await window.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => articlesIn(window, 'Slapen')).toBe(before)
  await expect(bodyField(window)).toContainText('Typed just before.')
  await window.keyboard.press('ControlOrMeta+Shift+z')
  await expect.poll(() => articlesIn(window, 'Slapen')).toBe(all)
})

test('a deleted category comes back with its articles: by its message, and after a restart by the recent changes', async ({
  folder,
  launchLonghand,
}) => {
  const first = await sampleWindow(folder, launchLonghand)
  const before = await articlesIn(first.window, 'Slapen')
  const remove = async () => {
    await category(first.window, 'Slapen').click()
    await first.window.keyboard.press('Delete')
    const question = first.window.getByRole('alertdialog')
    await question.getByRole('button', { name: words.common.delete }).click()
    await expect(category(first.window, 'Slapen')).toHaveCount(0)
  }
  await remove()
  await first.window.getByRole('button', { name: words.common.undo, exact: true }).click()
  await expect.poll(() => articlesIn(first.window, 'Slapen')).toBe(before)
  await remove()
  await first.close()

  const { app, window } = await launchLonghand({ userData: first.userData })
  await expect(articleList(window)).toBeVisible()
  await chooseInMenu(app, 'act.list')
  const dialog = window.getByRole('dialog', { name: words.acts.recent })
  const deleted = words.acts.kinds['category.trash']({
    kind: 'category.trash',
    count: 1,
    name: 'Slapen',
    change: null,
  })
  await dialog.getByRole('button', { name: words.acts.undoNamed(deleted) }).click()
  await expect(dialog.getByRole('button', { name: words.acts.redoNamed(deleted) }).first()).toBeVisible()
  await window.keyboard.press('Escape')
  await expect.poll(() => articlesIn(window, 'Slapen')).toBe(before)
})

test('a picture that an article shows goes to the trash after a question, comes back, and the trash is emptied of all', async ({
  folder,
  launchLonghand,
}) => {
  const { window } = await sampleWindow(folder, launchLonghand)
  await show(window, 'pictures')
  const pictures = window.getByRole('listbox', { name: words.media.pictures })
  const fromBospad = pictures.getByRole('option', { name: /van-stoep-naar-bospad/ })
  await fromBospad.click()
  const details = window.getByRole('complementary', { name: words.media.details })
  await expect(details.getByRole('button', { name: 'Van stoep naar bospad' })).toBeVisible()
  const trash = async () => {
    await fromBospad.click()
    await window.keyboard.press('Delete')
    await window.getByRole('alertdialog').getByRole('button', { name: words.media.trash }).click()
    await expect(fromBospad).toHaveCount(0)
  }
  await trash()
  await show(window, 'trash')
  await window.getByText(`${words.trash.media} 1`).click()
  const trashed = window.getByRole('listbox', { name: words.trash.media })
  const thumbnail = trashed.locator('img')
  await expect
    .poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0)
  await trashed.getByRole('option').click()
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.trash.nothing.media.title)).toBeVisible()

  await show(window, 'pictures')
  await trash()
  await show(window, 'all')
  await articleRow(window, 'Een uur voor je fiets').click()
  await window.keyboard.press('Delete')
  await expect(articleRow(window, 'Een uur voor je fiets')).toHaveCount(0)
  await show(window, 'trash')
  await window.getByRole('button', { name: words.list.emptyTrash }).click()
  const question = window.getByRole('alertdialog')
  await expect(question).toContainText(words.trash.emptyDetail({ articles: 1, categories: 0, media: 1 }))
  await question.getByRole('button', { name: words.list.deleteConfirm }).click()
  await expect(window.getByRole('button', { name: words.list.emptyTrash })).toHaveCount(0)
})

test('a picture of the library goes into the text at the caret, and another becomes the cover, by keyboard', async ({
  folder,
  launchLonghand,
}) => {
  const { app, window } = await sampleWindow(folder, launchLonghand)
  await articleRow(window, 'Een uur voor je fiets').click()
  await bodyField(window).click()
  await window.keyboard.press('ControlOrMeta+End')
  await chooseInMenu(app, 'media.show')
  await expect(window.getByRole('listbox', { name: words.media.pictures })).toBeFocused()
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('Space')
  await window.getByRole('button', { name: words.media.insert }).press('Enter')
  await expect(bodyField(window)).toBeFocused()
  await expect(bodyField(window)).toContainText(/!\[[^\]]*\]\(media\/[^)]+\)$/)

  const inspector = await showInspector({ app, window })
  const cover = inspector.locator('img')
  const before = await cover.getAttribute('src')
  await inspector.getByRole('button', { name: words.inspector.replaceCover }).press('Enter')
  const picker = window.getByRole('dialog', { name: words.media.choose })
  await expect(picker.getByRole('listbox')).toBeFocused()
  await window.keyboard.press('End')
  await window.keyboard.press('Enter')
  await expect(picker).toHaveCount(0)
  await expect(cover).not.toHaveAttribute('src', before ?? '')
})
