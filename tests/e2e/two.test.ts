import { execFile } from 'node:child_process'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { historyWords } from '../../core/locale/ui/history.ts'
import { sharingWords } from '../../core/locale/ui/sharing.ts'
import { openLibrary } from '../../electron/library/library.ts'
import { resolveElectron } from '../../scripts/setup/electron.mjs'
import { expect, test, type LaunchOptions, type Longhand } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleList, articleRow, bodyField } from './panes.ts'

const BODY = 'First paragraph.\n\nSecond paragraph.\n\nThird paragraph.'

/** A library of two articles. */
async function libraryIn(folder: string): Promise<string> {
  const library = join(folder, 'library')
  await longhand('init', '--library', library, '--name', 'Two of us', '--language', 'en-GB')
  const open = openLibrary(library)
  for (const title of ['Ours', 'Theirs']) open.articles.create({ title, body: BODY })
  open.close()
  return library
}

async function launched(
  folder: string,
  library: string,
  launch: (options?: LaunchOptions) => Promise<Longhand>,
): Promise<Longhand> {
  const app = await launch({ userData: await userDataOpening(folder, library) })
  await expect(articleList(app.window)).toBeVisible()
  return app
}

async function open(window: Page, title: string): Promise<void> {
  await articleRow(window, title).click()
  await expect(bodyField(window)).toContainText('Second paragraph')
}

/** Types at the end of the text's first or last line. */
async function typeAt(window: Page, place: 'Home' | 'End', text: string): Promise<void> {
  await bodyField(window).focus()
  await window.keyboard.press(`ControlOrMeta+${place}`)
  if (place === 'Home') await window.keyboard.press('End')
  await window.keyboard.type(text)
}

function bodyOf(library: string, id: number): string {
  const read = openLibrary(library, { readonly: true })
  try {
    return read.articles.get(id).body
  } finally {
    read.close()
  }
}

test('two applications on one library see what the other writes, and lose nothing of the same article', async ({
  folder,
  launchLonghand,
}) => {
  const library = await libraryIn(folder)
  const [a, b] = [
    await launched(join(folder, 'a'), library, launchLonghand),
    await launched(join(folder, 'b'), library, launchLonghand),
  ]
  await open(a.window, 'Ours')
  await open(b.window, 'Theirs')

  // Different articles; and the command line beside them.
  await Promise.all([typeAt(a.window, 'End', ' From A.'), typeAt(b.window, 'End', ' From B.')])
  const during = openLibrary(library)
  during.articles.create({ title: 'From elsewhere' })
  during.categories.create({ name: 'New there', parentId: null })
  during.close()
  for (const { window } of [a, b]) {
    await expect(articleRow(window, 'From elsewhere')).toBeVisible({ timeout: 2000 })
    await expect(window.getByText('New there')).toBeVisible({ timeout: 2000 })
  }

  // The same article, open in both: what one types comes into the other's text.
  await open(b.window, 'Ours')
  await expect(bodyField(b.window)).toContainText('From A.')
  await typeAt(b.window, 'End', ' And B.')
  await expect(bodyField(a.window)).toContainText('From A. And B.')

  // At once, in different paragraphs: both are kept, and nobody is asked.
  const [long, other] = [' one two three four five six seven', ' eins zwei drei vier fünf sechs sieben']
  await Promise.all([typeAt(a.window, 'Home', long), typeAt(b.window, 'End', other)])
  for (const { window } of [a, b]) {
    await expect(bodyField(window)).toContainText(`First paragraph.${long}`)
    await expect(bodyField(window)).toContainText(`And B.${other}`)
    await expect(window.getByRole('alert').filter({ hasText: 'Ours' })).toHaveCount(0)
  }
  await expect
    .poll(() => bodyOf(library, 1))
    .toBe(`First paragraph.${long}\n\nSecond paragraph.\n\nThird paragraph. From A. And B.${other}`)

  // At once, in the same line: the one that came second is asked, and has both texts. Neither is saved before both
  // have typed, however slow one of them is.
  const words = ' left to right'
  const holding = new Database(join(library, 'library.db'))
  holding.exec('BEGIN IMMEDIATE')
  await Promise.all([
    typeAt(a.window, 'End', words.repeat(4)),
    typeAt(b.window, 'End', words.toUpperCase().repeat(4)),
  ])
  holding.exec('ROLLBACK')
  holding.close()
  const asked = (window: Page) => window.getByRole('button', { name: historyWords.en.chooseParts })
  await expect
    // A save that waited too long for the library is tried again, at longer and longer intervals.
    .poll(async () => (await asked(a.window).isVisible()) || (await asked(b.window).isVisible()), {
      timeout: 90_000,
    })
    .toBe(true)
  const loser = (await asked(a.window).isVisible()) ? a : b
  const mine = loser === a ? words : words.toUpperCase()
  await expect(bodyField(loser.window)).toContainText(mine.trim())
  // What the other still typed meanwhile is part of the choice.
  const theirs = loser === a ? words.toUpperCase() : words
  await expect.poll(() => bodyOf(library, 1)).toContain(theirs.repeat(4))
  await expect(async () => {
    await asked(loser.window).press('Enter', { timeout: 3000 })
    await loser.window.getByRole('button', { name: historyWords.en.allMine }).click({ timeout: 3000 })
    await expect.poll(() => bodyOf(library, 1), { timeout: 3000 }).toContain(mine.repeat(4))
  }).toPass({ timeout: 60_000 })
  const after = openLibrary(library, { readonly: true })
  const kept = after.revisions.list(1).map(({ id }) => after.revisions.get(id).state.body)
  after.close()
  expect(kept.some((body) => body.includes(theirs.repeat(4)))).toBe(true)
})

test('a second window of one application shows the same library, and what is typed in either', async ({
  folder,
  launchLonghand,
}) => {
  const library = await libraryIn(folder)
  const { app, window, userData } = await launched(folder, library, launchLonghand)
  await open(window, 'Ours')
  const [second] = await Promise.all([app.waitForEvent('window'), chooseInMenu(app, 'window.new')])
  await expect(articleList(second)).toBeVisible()
  await open(second, 'Ours')
  await typeAt(second, 'End', ' Typed in the second.')
  await expect(bodyField(window)).toContainText('Typed in the second.')

  // A second start on the same settings hands over to the application that is there.
  const { executablePath, appDir } = resolveElectron()
  const env = { ...process.env, LONGHAND_USER_DATA: userData }
  await promisify(execFile)(executablePath, [appDir, '--no-sandbox'], { env, timeout: 60_000 })
  expect(app.windows()).toHaveLength(2)

  await typeAt(second, 'End', ' And closed.')
  const page = await app.browserWindow(second)
  await page.evaluate((browserWindow) => browserWindow.close())
  await expect.poll(() => app.windows().length).toBe(1)
  await expect.poll(() => bodyOf(library, 1)).toContain('Typed in the second. And closed.')
  await expect(bodyField(window)).toContainText('And closed.')
})

test('a copy that a synchroniser puts beside the library is told of, compared and brought in', async ({
  folder,
  launchLonghand,
}) => {
  const words = sharingWords.en
  const library = await libraryIn(folder)
  const { window } = await launched(folder, library, launchLonghand)
  const elsewhere = await libraryIn(join(folder, 'elsewhere'))
  const theirs = openLibrary(elsewhere)
  theirs.articles.create({ title: 'Only there', body: 'Words of Anna.' })
  theirs.close()
  await copyFile(join(elsewhere, 'library.db'), join(library, 'library-LAPTOP-ANNA.db'))

  await expect(window.getByText(words.copyFrom('LAPTOP-ANNA'))).toBeVisible()
  await window.getByRole('button', { name: words.compare }).press('Enter')
  const dialog = window.getByRole('dialog', { name: words.title('LAPTOP-ANNA') })
  await expect(dialog.getByText('Only there')).toBeVisible()
  await dialog.getByRole('button', { name: words.bringIn(1) }).click()
  await expect(articleRow(window, 'Only there')).toBeVisible()
  await expect(window.getByText(words.copyFrom('LAPTOP-ANNA'))).toHaveCount(0)
  await expect(articleList(window).getByRole('listbox')).toBeFocused()
})
