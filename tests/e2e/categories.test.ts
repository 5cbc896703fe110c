/** The category tree in the real window: made, ordered, described and found among many, by mouse and by keyboard. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { uiWords } from '../../core/locale/ui/index.ts'
import { expect, test } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { articleList, articleRows } from './panes.ts'

const words = uiWords.en

function category(window: Page, name: string): Locator {
  return window
    .getByRole('treegrid', { name: words.sidebar.categories })
    .getByRole('row', { name, exact: true })
}

/** What the tree shows, from the top. */
function tree(window: Page): Promise<string[]> {
  return window
    .getByRole('treegrid', { name: words.sidebar.categories })
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map(
        (row) => `${'-'.repeat(Number(row.getAttribute('aria-level')) - 1)}${row.getAttribute('aria-label')}`,
      ),
    )
}

test('a category is made, named, moved, described with a cover, deleted and brought back by keyboard', async ({
  folder,
  launchLonghand,
}) => {
  const library = join(folder, 'library')
  await longhand('sample', '--language', 'nl', '--library', library)
  const { window } = await launchLonghand({ userData: await userDataOpening(folder, library) })
  await expect(articleRows(window).first()).toBeVisible()
  await category(window, 'Slapen').focus()
  const before = await tree(window)

  // Among its neighbours, into the one above, out again.
  await window.keyboard.press('Alt+ArrowRight')
  await expect.poll(() => tree(window)).toContain('-Slapen')
  await expect(category(window, 'Slapen')).toBeFocused()
  await window.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => tree(window)).toEqual(before)
  await expect(category(window, 'Slapen')).toBeFocused()

  // What is known of it: each field is saved when it is left.
  await window.keyboard.press('Shift+F10')
  await window.getByRole('menuitem', { name: words.sidebar.details }).press('Enter')
  const details = window.getByRole('dialog', { name: 'Slapen' })
  await details.getByLabel(words.sidebar.address).fill('nachtrust')
  await details.getByLabel(words.sidebar.description).fill('Over de nacht.')
  await expect(details.getByText('veldkers.example/categorie/nachtrust.html')).toBeVisible()
  await details.getByRole('button', { name: words.inspector.chooseCover }).press('Enter')
  const picker = window.getByRole('dialog', { name: words.media.choose })
  await picker.getByRole('option').first().press('Enter')
  await expect(details.getByRole('button', { name: words.inspector.replaceCover })).toBeAttached()
  await expect(details.getByText(words.sidebar.inIt('3', false, '0'))).toBeVisible()
  await details.getByRole('button', { name: words.sidebar.showArticles }).press('Enter')
  await expect(articleList(window).getByRole('heading', { name: 'Slapen' })).toBeVisible()
  await expect(articleRows(window)).toHaveCount(3)
  const site = join(folder, 'site')
  await longhand('export', '--library', library, '--out', site)
  const page = await readFile(join(site, 'categorie', 'nachtrust.html'), 'utf8')
  expect(page).toContain('Over de nacht.')

  // The counts of what is above hold what is below, each article once.
  await category(window, 'Bewegen').focus()
  await window.keyboard.press('Shift+F10')
  await window.getByRole('menuitem', { name: words.sidebar.details }).press('Enter')
  await expect(window.getByText(words.sidebar.inIt('7', false, '7'))).toBeVisible()
  // Escape, from within a field too, closes it and loses nothing that was typed.
  await window.getByRole('dialog').getByLabel(words.sidebar.description).fill('Van A naar B.')
  await window.keyboard.press('Escape')
  await expect(category(window, 'Bewegen')).toBeFocused()
  await window.keyboard.press('Shift+F10')
  await window.getByRole('menuitem', { name: words.sidebar.details }).press('Enter')
  await expect(window.getByRole('dialog').getByLabel(words.sidebar.description)).toHaveValue('Van A naar B.')
  await window.keyboard.press('Escape')

  await category(window, 'Slapen').focus()
  await window.keyboard.press('Delete')
  await window.getByRole('alertdialog').getByRole('button', { name: words.common.delete }).press('Enter')
  await expect(category(window, 'Slapen')).toBeHidden()
  await category(window, 'Bewegen').focus()
  await window.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => tree(window)).toEqual(before)
})

test('among many categories the one to move to is found by typing parts of its path', async ({
  folder,
  launchLonghand,
}) => {
  const [library, posts] = [join(folder, 'library'), join(folder, 'posts')]
  await mkdir(posts)
  const names = Array.from({ length: 60 }, (_, at) => `Onderwerp ${at + 1}`)
  for (const name of names) {
    await writeFile(
      join(posts, `${name}.md`),
      `---\ntitle: Over ${name}\ncategory: Alles/${name}\ntags: [thema ${name}, hoek ${name}]\n---\nTekst.\n`,
    )
  }
  await longhand('init', '--library', library, '--name', 'Veel', '--language', 'nl-NL')
  await longhand('import', '--library', library, posts)
  const { window } = await launchLonghand({ userData: await userDataOpening(folder, library) })
  await expect(articleRows(window).first()).toBeVisible()

  await category(window, 'Onderwerp 1').click({ button: 'right' })
  await window.getByRole('menuitem', { name: words.sidebar.moveTo }).click()
  const dialog = window.getByRole('dialog', { name: words.sidebar.moveTitle('Onderwerp 1') })
  await expect(dialog.getByRole('option', { name: words.sidebar.topLevel })).toBeVisible()
  await window.keyboard.type('alles werp 42')
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  // The row is brought in sight, with the focus, wherever it went.
  await expect(category(window, 'Onderwerp 1')).toBeFocused()
  await expect(category(window, 'Onderwerp 1')).toHaveAttribute('aria-level', '3')
  await window.getByRole('button', { name: words.acts.undo, exact: true }).click()
  await expect(category(window, 'Onderwerp 1')).not.toHaveAttribute('aria-level', '3')

  // All sixty articles at once, by keyboard, and back as one.
  await articleList(window).getByRole('listbox').focus()
  await window.keyboard.press('ControlOrMeta+a')
  await expect(window.getByText(words.acts.selected('60'))).toBeVisible()
  await window
    .getByRole('region', { name: words.acts.selectedLabel })
    .getByRole('button', { name: words.list.category })
    .press('Enter')
  const choosing = window.getByRole('dialog', { name: words.list.category })
  await expect(choosing.getByRole('searchbox')).toBeFocused()
  await window.keyboard.type('onderwerp 7')
  await expect(choosing.getByRole('option').first()).toHaveText('Alles › Onderwerp 7')
  await window.keyboard.press('Enter')
  await window.getByRole('searchbox', { name: words.sidebar.filterCategories }).fill('werp 7')
  await expect(category(window, 'Onderwerp 7')).toContainText('60')
  await articleList(window).getByRole('listbox').press('ControlOrMeta+z')
  await expect(category(window, 'Onderwerp 7')).not.toContainText('60')

  // Of as many tags, too, only those in sight are drawn: one is filtered out and renamed where it stands.
  await window.getByRole('button', { name: words.sidebar.tags, exact: true }).click()
  const tags = window.getByRole('listbox', { name: words.sidebar.tags })
  await expect(tags.getByRole('option').first()).toBeVisible()
  expect(await tags.getByRole('option').count()).toBeLessThan(120)
  await window.getByRole('searchbox', { name: words.sidebar.filterTags }).fill('hoek onderwerp 42')
  await expect(tags.getByRole('option')).toHaveCount(1)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('F2')
  await window.keyboard.type('hoek onderwerp 42 en verder')
  await window.keyboard.press('Enter')
  await expect(tags.getByRole('option', { name: 'hoek onderwerp 42 en verder' })).toBeVisible()
})
