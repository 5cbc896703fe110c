/** Finding by fields, searches that are kept, and the category tree, in the real window. */
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { uiWords } from '../../core/locale/ui/index.ts'
import { expect, test, type LaunchOptions, type Longhand } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleList, articleRow, articleRows, drag } from './panes.ts'

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

/** Notes what each drag shows under the pointer from now on: the system draws it, outside the window's own picture. */
async function watchDragImages(window: Page): Promise<void> {
  await window.evaluate(() => {
    const drawn: string[] = []
    Object.assign(globalThis, { drawn })
    const { setDragImage: usual } = DataTransfer.prototype
    DataTransfer.prototype.setDragImage = function (image, x, y) {
      drawn.push(image.textContent)
      usual.call(this, image, x, y)
    }
  })
}

function dragImages(window: Page): Promise<readonly string[]> {
  return window.evaluate(() => (globalThis as unknown as { drawn: string[] }).drawn)
}

/** How many articles the list holds, by what each row tells. */
async function listed(window: Page): Promise<number> {
  return Number(await articleRows(window).first().getAttribute('aria-setsize'))
}

test('a search by field is completed, taken apart, kept, deleted and brought back by keyboard', async ({
  folder,
  launchLonghand,
}) => {
  const { app, window } = await sampleWindow(folder, launchLonghand)
  const all = await listed(window)
  const field = window.getByRole('combobox', { name: words.list.searchLabel })
  await chooseInMenu(app, 'search.focus')
  await expect(field).toBeFocused()
  await window.keyboard.type('stat')
  const offers = window.getByRole('listbox', { name: words.find.offers })
  await expect(offers.getByRole('option')).toHaveCount(1)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await window.keyboard.type('dr')
  await expect(field).toHaveValue('status:dr')
  await expect(offers.getByRole('option')).toHaveCount(1)
  await window.keyboard.press('ArrowDown')
  await expect(offers.getByRole('option', { selected: true })).toContainText('draft')
  await window.keyboard.press('Enter')
  await expect(field).toHaveValue('status:draft ')
  await expect(offers).toBeHidden()
  const part = window.getByRole('row', { name: `${words.find.fields.status}: draft` })
  await expect(part).toBeVisible()
  await expect.poll(() => listed(window)).toBeLessThan(all)

  await window.getByRole('button', { name: words.find.keep }).press('Enter')
  await expect(window.getByRole('dialog', { name: words.find.keepTitle })).toBeVisible()
  await window.keyboard.type('Unfinished')
  await window.keyboard.press('Enter')
  const kept = window
    .getByRole('listbox', { name: words.find.searches })
    .getByRole('option', { name: 'Unfinished' })
  await expect(kept).toHaveAttribute('aria-selected', 'true')

  await part.focus()
  await window.keyboard.press('Delete')
  await expect(field).toHaveValue('')
  await expect.poll(() => listed(window)).toBe(all)
  await kept.click()
  await expect(field).toHaveValue('status:draft')
  await window.keyboard.press('Delete')
  await expect(kept).toBeHidden()
  await window.getByRole('listbox', { name: words.sidebar.show }).getByRole('option').first().focus()
  await window.keyboard.press('ControlOrMeta+z')
  await expect(kept).toBeVisible()

  await field.fill('-wrods:>100 slap')
  await window.getByRole('button', { name: words.find.useField('words') }).press('Enter')
  await expect(field).toHaveValue('-words:>100 slap')
  await expect(field).toBeFocused()
  // What a field wants is said once its piece is no longer being written.
  await field.fill('category:')
  await expect(window.getByRole('option', { name: /Bewegen/u }).first()).toBeVisible()
  await expect(window.getByText(words.find.wants.category)).toBeHidden()
  await field.press('Escape')
  await expect(window.getByText(words.find.wants.category)).toBeVisible()
  await field.fill('before:ooit')
  await expect(window.getByText(words.find.wants.before)).toBeVisible()
  await field.fill('category:nergens')
  await expect(window.getByText(words.find.nobody.category('nergens'))).toBeVisible()
})

test('two categories are merged, one is dragged into another, and articles are split off, each undone as one', async ({
  folder,
  launchLonghand,
}) => {
  const { window } = await sampleWindow(folder, launchLonghand)
  const before = await category(window, 'Slapen').innerText()
  await category(window, 'Recepten').click({ button: 'right' })
  await window.getByRole('menuitem', { name: words.sidebar.mergeLine }).click()
  const dialog = window.getByRole('dialog', { name: words.sidebar.mergeTitle('Recepten') })
  await dialog.getByRole('button', { name: words.sidebar.mergeInto }).click()
  await window.getByRole('option', { name: 'Slapen', exact: true }).click()
  await dialog.getByRole('button', { name: words.sidebar.merge }).click()
  await expect(category(window, 'Recepten')).toBeHidden()
  await expect(category(window, 'Slapen')).not.toHaveText(before)
  await category(window, 'Slapen').focus()
  await window.keyboard.press('ControlOrMeta+z')
  await expect(category(window, 'Recepten')).toBeVisible()

  // By mouse, into one that is closed: it opens, and what went there has the focus.
  await category(window, 'Eten').focus()
  await window.keyboard.press('ArrowLeft')
  await expect(category(window, 'Recepten')).toBeHidden()
  await drag(category(window, 'Slapen'), category(window, 'Eten'))
  await expect(category(window, 'Slapen')).toBeFocused()
  await expect(category(window, 'Slapen')).toHaveAttribute('aria-level', '2')
  await window.keyboard.press('ControlOrMeta+z')
  await expect(category(window, 'Slapen')).toHaveAttribute('aria-level', '1')

  await articleRow(window, 'Een uur voor je fiets').click()
  await articleList(window).getByRole('listbox').press('Shift+ArrowDown')
  await watchDragImages(window)
  await drag(articleRow(window, 'Een uur voor je fiets'), category(window, 'Eten'))
  expect(await dragImages(window)).toEqual([words.list.dragged(2)])
  await expect(window.getByRole('button', { name: words.acts.undo, exact: true }).first()).toBeVisible()
  await articleList(window).getByRole('listbox').press('ControlOrMeta+z')
  await articleList(window).getByRole('listbox').press('Shift+F10')
  await window.getByRole('menuitem', { name: words.sidebar.splitLine('2', false) }).click()
  await window.keyboard.type('Onderhoud')
  await window.keyboard.press('Enter')
  await expect(category(window, 'Onderhoud')).toContainText('2')
  await category(window, 'Onderhoud').focus()
  await window.keyboard.press('ControlOrMeta+z')
  await expect(category(window, 'Onderhoud')).toBeHidden()
})
