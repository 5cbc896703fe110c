/** Related articles and the overview in the real window: ordered, hidden and kept apart by keyboard, and right after a save. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { uiWords } from '../../core/locale/ui/index.ts'
import { expect, test } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleList, articleRow, articleRows, bodyField, showInspector } from './panes.ts'

const words = uiWords.en

function suggestions(window: Page): Locator {
  return window.getByRole('grid', { name: words.inspector.suggestions }).getByRole('row')
}

async function titles(window: Page): Promise<string[]> {
  return suggestions(window).evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''))
}

/** The titles that the page will show, in order, as the panel numbers them. */
async function numbered(window: Page): Promise<string[]> {
  const rows = suggestions(window).filter({ has: window.getByText(words.inspector.onPage, { exact: true }) })
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''))
}

/** Opens an article from the list, which holds the rows in sight alone. */
async function open(window: Page, title: string): Promise<void> {
  const row = articleRow(window, title)
  for (const key of ['Home', 'End']) {
    if (await row.isVisible()) break
    await articleList(window).getByRole('listbox').press(key)
  }
  await row.click()
}

async function undo(window: Page): Promise<void> {
  await window.getByRole('button', { name: words.acts.undo, exact: true }).click()
}

test('a writer orders, hides and keeps apart what is related, by keyboard, and takes each back', async ({
  folder,
  launchLonghand,
}) => {
  const library = join(folder, 'library')
  await longhand('sample', '--language', 'nl', '--library', library)
  const listed = await longhand('related', '--library', library, 'een-uur-voor-je-fiets', '--json')
  const slugs = (JSON.parse(listed) as { related: { slug: string }[] }).related.map(({ slug }) => slug)
  const app = await launchLonghand({ userData: await userDataOpening(folder, library) })
  const { window } = app
  await expect(articleRows(window).first()).toBeVisible()
  await articleRow(window, 'Een uur voor je fiets').click()
  await showInspector(app)
  await window.getByRole('tab', { name: words.inspector.related }).click()
  await expect(suggestions(window).first()).toBeVisible()
  const before = await titles(window)
  const inText = suggestions(window).filter({ hasText: 'Linked in the text' })
  const linked = await inText.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''))
  const [first = '', second = '', third = ''] = before.filter((title) => !linked.includes(title))

  // The third that the text does not link to goes up one place: the order down to there is the writer's now.
  await suggestions(window).nth(before.indexOf(third)).focus()
  await window.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await titles(window)).slice(0, 2)).toEqual([first, third])
  await expect.poll(async () => (await numbered(window)).slice(0, 2)).toEqual([first, third])
  await window.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => titles(window)).toEqual(before)

  // Never these two: gone from this page and from the other's.
  await suggestions(window).nth(before.indexOf(first)).focus()
  await window.keyboard.press('Shift+Delete')
  await expect.poll(() => titles(window)).not.toContain(first)
  await expect(window.getByText(words.related.kept(1))).toBeVisible()
  await open(window, first)
  await expect(window.getByText(words.related.kept(1))).toBeVisible()
  await expect.poll(() => titles(window)).not.toContain('Een uur voor je fiets')
  await open(window, 'Een uur voor je fiets')
  await window.getByText(words.related.kept(1)).click()
  await window.getByRole('button', { name: `${words.related.unkeep}: ${first}` }).click()
  await expect.poll(() => titles(window)).toEqual(before)

  // A link in the text is marked as soon as it is saved.
  await bodyField(window).click()
  await window.keyboard.type(`[Lees ook](${slugs[before.indexOf(second)]}.html) `)
  await expect(inText).toHaveCount(linked.length + 1)
})

test('the overview shows what is nearly the same, keeps it apart, and opens an article', async ({
  folder,
  launchLonghand,
}) => {
  const library = join(folder, 'library')
  await longhand('sample', '--language', 'nl', '--library', library)
  const { app, window } = await launchLonghand({ userData: await userDataOpening(folder, library) })
  await articleRow(window, 'Lopen als het donker is').click()
  await chooseInMenu(app, 'article.duplicate')
  await expect(articleRows(window).first()).toHaveAttribute('aria-setsize', '19')
  await chooseInMenu(app, 'overview.show')
  const same = window.getByRole('region', { name: words.overview.same.title })
  await expect(same.getByRole('row')).toHaveCount(2)
  await same.getByRole('button', { name: words.overview.keepApart }).press('Enter')
  await expect(same.getByRole('row')).toHaveCount(0)
  // What had the focus is gone: the keys are still the overview's.
  await expect(window.locator('[data-overview]')).toBeFocused()
  await undo(window)
  await window.getByRole('button', { name: words.overview.again }).click()
  await expect(same.getByRole('row')).toHaveCount(2)
  await same.getByRole('row').first().focus()
  await window.keyboard.press('Enter')
  await expect(bodyField(window)).toBeVisible()
})

test('a single article of the overview is left as it is and brought back, by keyboard and button', async ({
  folder,
  launchLonghand,
}) => {
  const library = join(folder, 'library')
  await longhand('init', '--library', library, '--name', 'Proef', '--language', 'nl-NL')
  const posts = join(folder, 'posts')
  await mkdir(posts)
  const texts = { Zee: 'zeilboot fok kiel schoot', Tuin: 'tulpen compost bladluis' }
  for (const [title, text] of Object.entries(texts))
    await writeFile(join(posts, `${title}.md`), `---\ntitle: ${title}\nstatus: published\n---\n${text}\n`)
  await longhand('import', '--library', library, posts)
  const { app, window } = await launchLonghand({ userData: await userDataOpening(folder, library) })
  await articleRow(window, 'Zee').click()
  await chooseInMenu(app, 'overview.show')
  const part = window.getByRole('region', { name: words.overview.unreached.title })
  const list = part.getByRole('grid', { name: words.overview.unreached.title, exact: true })
  await expect(list.getByRole('row')).toHaveCount(2)
  await list.getByRole('row').first().focus()
  await window.keyboard.press('Delete')
  await expect(list.getByRole('row')).toHaveCount(1)
  await expect(list.getByRole('row')).toBeFocused()
  await window.keyboard.press('Delete')
  await expect(list).toHaveCount(0)
  await expect(window.locator('[data-overview]')).toBeFocused()
  await part.getByText(words.overview.left(2, '2')).press('Enter')
  await part.getByRole('row').first().hover()
  await part.getByRole('row').first().getByRole('button', { name: words.overview.bringBack }).click()
  await expect(list.getByRole('row')).toHaveCount(1)
  // All of that shows already: nothing asks to look again before it is undone.
  await expect(window.getByText(words.overview.changed)).toHaveCount(0)
  await window.getByRole('button', { name: words.acts.undo, exact: true }).last().click()
  await expect(window.getByText(words.overview.changed)).toBeVisible()
  await window.getByRole('button', { name: words.overview.again }).click()
  await expect(part.getByText(words.overview.left(2, '2'))).toBeVisible()
})
