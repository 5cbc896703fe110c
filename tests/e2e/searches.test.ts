/** Searches that the writer keeps, in the real window, by keyboard alone. */
import { join } from 'node:path'
import { uiWords } from '../../core/locale/ui/index.ts'
import { expect, test } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { articleList } from './panes.ts'

const words = uiWords.nl

test('searches that are kept are shown, ordered, renamed and deleted by keyboard', async ({
  folder,
  launchLonghand,
}) => {
  const library = join(folder, 'library')
  await longhand('sample', '--language', 'nl', '--library', library)
  const { window } = await launchLonghand({ locale: 'nl', userData: await userDataOpening(folder, library) })
  await expect(articleList(window, 'nl')).toBeVisible()
  const field = window.getByRole('combobox', { name: words.list.searchLabel })
  const rows = window.getByRole('listbox', { name: words.find.searches }).getByRole('option')
  for (const [at, query] of ['slapen', 'lopen', 'eten'].entries()) {
    await field.fill(query)
    await window.getByRole('button', { name: words.find.keep }).press('Enter')
    await window.getByRole('dialog').getByRole('textbox', { name: words.find.name }).press('Enter')
    await expect(rows).toHaveCount(at + 1)
  }
  await rows.filter({ hasText: 'lopen' }).press('Alt+ArrowUp')
  await expect(rows).toHaveText(['lopen', 'slapen', 'eten'])
  await expect(rows.first()).toBeFocused()
  await window.keyboard.press('F2')
  const name = window.getByRole('textbox', { name: words.sidebar.name, exact: true })
  await expect(name).toBeFocused()
  await window.keyboard.type('Lopen en wandelen')
  await window.keyboard.press('Enter')
  await expect(rows).toHaveText(['Lopen en wandelen', 'slapen', 'eten'])
  await expect(rows.first()).toBeFocused()
  await field.fill('')
  await rows.first().press('Enter')
  await expect(field).toHaveValue('lopen')
  await window.keyboard.press('Delete')
  await expect(rows).toHaveText(['slapen', 'eten'])
})
