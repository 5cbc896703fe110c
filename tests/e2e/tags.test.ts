/** Tags and what an article could be given, in the real window: merged, renamed, kept apart, suggested, taken back. */
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { uiWords } from '../../core/locale/ui/index.ts'
import { expect, test, type LaunchOptions, type Longhand } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleRow, articleRows, showInspector } from './panes.ts'

const words = uiWords.en

/** A window on the Dutch sample library, in English, with its tags in sight. */
async function sampleWindow(
  folder: string,
  launch: (options?: LaunchOptions) => Promise<Longhand>,
): Promise<Longhand & { readonly library: string }> {
  const library = join(folder, 'library')
  await longhand('sample', '--language', 'nl', '--library', library)
  await longhand('tags', '--library', library, 'koken', '--rename', 'kokken')
  const app = await launch({ userData: await userDataOpening(folder, library) })
  await expect(articleRows(app.window).first()).toBeVisible()
  await app.window.getByRole('button', { name: words.sidebar.tags, exact: true }).press('Enter')
  return { ...app, library }
}

function tag(window: Page, name: string): Locator {
  return window.getByRole('listbox', { name: words.sidebar.tags }).getByRole('option', { name })
}

async function undo(window: Page): Promise<void> {
  await window.getByRole('button', { name: words.acts.undo, exact: true }).first().click()
}

test('tags are renamed, merged, looked up and deleted, by mouse and by keyboard, and each is undone', async ({
  folder,
  launchLonghand,
}) => {
  const { app, window } = await sampleWindow(folder, launchLonghand)

  // By keyboard: a new name, and the way back.
  await tag(window, 'energie').focus()
  await window.keyboard.press('F2')
  await window.keyboard.type('Krachten')
  await window.keyboard.press('Enter')
  await expect(tag(window, 'Krachten')).toBeVisible()
  await undo(window)
  await expect(tag(window, 'energie')).toBeVisible()

  // By mouse: one more tag is merged into the one that most articles have.
  await tag(window, 'energie').click({ button: 'right' })
  await window.getByRole('menuitem', { name: words.tags.mergeLine }).click()
  const merging = window.getByRole('dialog', { name: words.tags.mergeTitle })
  await expect(merging.getByRole('combobox')).toBeFocused()
  await window.keyboard.type('winter')
  await window.keyboard.press('Enter')
  await expect(merging.getByText(words.tags.mergeDetail('winter'))).toBeVisible()
  await merging.getByRole('button', { name: words.tags.merge, exact: true }).click()
  await expect(tag(window, 'energie')).toBeHidden()
  await undo(window)
  await expect(tag(window, 'energie')).toBeVisible()

  // What has it is a press away, and so is the whole list.
  await chooseInMenu(app, 'tag.merge')
  await expect(merging.getByRole('combobox')).toBeFocused()
  await window.keyboard.press('Escape')
  await tag(window, 'energie').click({ button: 'right' })
  await window.getByRole('menuitem', { name: words.tags.details }).click()
  const details = window.getByRole('dialog', { name: 'energie' })
  await expect(details.getByText(/tag\/energie\.html/u)).toBeVisible()
  await details.getByRole('button', { name: words.tags.show }).click()
  await expect(window.getByRole('heading', { name: 'energie' })).toBeVisible()

  await tag(window, 'energie').focus()
  await window.keyboard.press('Delete')
  await expect(tag(window, 'energie')).toBeHidden()
  await tag(window, 'winter').focus()
  await window.keyboard.press('ControlOrMeta+z')
  await expect(tag(window, 'energie')).toBeVisible()
})

test('tags that look alike are proposed, merged under the name that is chosen, or kept apart for good', async ({
  folder,
  launchLonghand,
}) => {
  const { app, window, library } = await sampleWindow(folder, launchLonghand)
  await articleRow(window, 'Een uur voor je fiets').click()
  const inspector = await showInspector({ app, window })
  const field = inspector.getByRole('combobox', { name: words.inspector.tags })
  for (const name of ['Fiets', 'koken']) {
    await field.fill(name)
    await field.press('Enter')
    await expect(inspector.getByText(name, { exact: true })).toBeVisible()
  }
  await expect(tag(window, 'Fiets').first()).toBeVisible()

  await window.getByRole('button', { name: words.tags.alikeLine }).press('Enter')
  const dialog = window.getByRole('dialog', { name: words.tags.alike })
  const bikes = dialog.getByRole('region', { name: 'fietsen, Fiets' })
  await bikes.getByRole('radio', { name: /^Fiets/u }).press('Space')
  await bikes.getByRole('button', { name: words.tags.mergeAll('fietsen, Fiets') }).press('Enter')
  await expect(bikes).toBeHidden()
  // The next group has the focus: one key more keeps it apart.
  const cooks = dialog.getByRole('region', { name: 'kokken, koken' })
  await expect(cooks.getByRole('button', { name: words.tags.mergeAll('kokken, koken') })).toBeFocused()
  await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await expect(cooks).toBeHidden()
  await expect(dialog.getByText(words.tags.apart(1))).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(tag(window, 'Fiets')).toBeVisible()
  await expect(tag(window, 'fietsen')).toBeHidden()
  await expect.poll(() => longhand('tags', '--library', library, '--alike')).not.toContain('koken')
})

test('an article without tags and category is given what suits it with a key each, or nothing more', async ({
  folder,
  launchLonghand,
}) => {
  const { app, window } = await sampleWindow(folder, launchLonghand)
  await articleRow(window, 'Lopen als het donker is').click()
  const inspector = await showInspector({ app, window })
  const category = inspector.getByRole('combobox', { name: words.inspector.category })
  // Its own name stands in the field, which is too narrow for a path; what it is below stands under it.
  await expect(category).toHaveValue('Hardlopen')
  await expect(category).toHaveAccessibleDescription(words.inspector.categoryIn('Bewegen'))
  await category.press('ArrowDown')
  await window.getByRole('option', { name: words.inspector.noCategory }).click()
  const take = inspector.getByRole('button', { name: /^Put in/u })
  await expect(take).toBeVisible()
  await expect(inspector.getByText(/of 5 related articles/u)).toBeVisible()
  await inspector.getByRole('button', { name: words.tags.declineCategory }).press('Enter')
  await expect(take).toBeHidden()
  await undo(window)
  await take.press('Enter')
  await expect(take).toBeHidden()
  await expect(category).toHaveValue('Bewegen')

  const remove = inspector.getByRole('button', { name: /^Remove tag/u })
  while ((await remove.count()) > 0) await remove.first().click()
  const chips = inspector.getByRole('toolbar', { name: words.tags.suggested }).getByRole('button')
  await expect(chips.first()).toBeVisible()
  const offered = (await chips.first().innerText()).trim()
  await chips.first().focus()
  await window.keyboard.press('Enter')
  await expect(inspector.getByRole('button', { name: words.inspector.removeTag(offered) })).toBeVisible()
  await expect(inspector.getByRole('button', { name: words.tags.add(offered) })).toBeHidden()
})
