import { existsSync } from 'node:fs'
import { open, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { careWords } from '../../core/locale/ui/care.ts'
import { openLibrary } from '../../electron/library/library.ts'
import { expect, type Longhand, test } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleList, articleRow, articleRows, bodyField } from './panes.ts'

const en = careWords.en

/** The sample library, with a backup of it and damage where asked. */
async function library(folder: string, { backup = false, damaged = false } = {}): Promise<string> {
  const made = join(folder, 'library')
  await longhand('sample', '--language', 'en', '--library', made)
  if (backup) await longhand('backup', '--library', made)
  if (damaged) await damage(made)
  return made
}

/** Takes the pages of the schema's end and of some texts away. */
async function damage(made: string): Promise<void> {
  const file = join(made, 'library.db')
  const db = new Database(file, { readonly: true })
  const texts = db.prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'article_body'").pluck().all()
  db.close()
  const bytes = await readFile(file)
  bytes.fill(0, 4096, 4096 * 40)
  for (const page of texts.slice(-4)) bytes.fill(0, (page - 1) * 4096, page * 4096)
  await writeFile(file, bytes)
}

/** Names the file that the system's next dialog for saving gives. */
function answerSaving(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
}

const way = (window: Page, name: string | RegExp) => window.getByRole('button', { name })
const theDialog = (window: Page, name: string | RegExp) => window.getByRole('dialog', { name })

/** What was moved aside from a folder. */
async function asideOf(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('library-before-restore-'))
}

async function typeAtStart({ window }: Longhand, title: string, words: string): Promise<void> {
  await articleRow(window, title).click()
  await bodyField(window).click()
  await window.keyboard.press('ControlOrMeta+Home')
  await window.keyboard.type(words)
}

const TITLE = 'A week in one place'

test.describe('a damaged library', () => {
  test('is rescued, with a list of what to look at', async ({ folder, launchLonghand }) => {
    const made = await library(folder, { damaged: true })
    const { window } = await launchLonghand({ userData: await userDataOpening(folder, made), locale: 'nl' })
    const nl = careWords.nl
    await expect(window.getByRole('heading', { name: nl.states.damaged })).toBeVisible()
    await expect(window.getByText(nl.noBackups)).toBeVisible()
    await way(window, nl.rescue).click()
    const report = theDialog(window, nl.report.rescued)
    await expect(report).toContainText(nl.report.toLookAt)
    await report.getByRole('listitem').first().getByRole('button').click()
    await expect(report).toBeHidden()
    await expect(articleRows(window, 'nl').first()).toBeVisible()
    await expect(bodyField(window)).toBeVisible()
  })

  test('says what was found, makes way for an empty one by keyboard, and is kept; its backup can be restored later', async ({
    folder,
    launchLonghand,
  }) => {
    const made = await library(folder, { backup: true, damaged: true })
    const before = await readFile(join(made, 'library.db'))
    const { app, window } = await launchLonghand({ userData: await userDataOpening(folder, made) })
    await expect(window.getByRole('heading', { name: en.states.damaged })).toBeVisible()
    await expect(window.getByText(en.found)).toBeVisible()
    await way(window, new RegExp(`^${en.startAnew}`)).focus()
    await window.keyboard.press('Enter')
    await expect(theDialog(window, en.report.startedAnew)).toContainText('library-before-restore-')
    await window.keyboard.press('Escape')
    await articleList(window).waitFor()
    await expect(articleRows(window)).toHaveCount(0)
    const [aside] = await asideOf(folder)
    expect((await readFile(join(folder, aside!, 'library.db'))).equals(before)).toBe(true)

    await chooseInMenu(app, 'library.backups')
    await theDialog(window, en.backups).getByRole('option').first().focus()
    await window.keyboard.press('Enter')
    const restore = theDialog(window, /^Backup of/).getByRole('button', { name: en.restore })
    await expect(restore).toBeEnabled()
    await restore.press('Enter')
    await expect(theDialog(window, en.report.restored)).toContainText(en.report.allWell)
    await window.keyboard.press('Escape')
    await expect(articleRows(window)).toHaveCount(9)
  })

  test('found while someone writes leaves no typed word behind', async ({ folder, launchLonghand }) => {
    const made = await library(folder, { backup: true })
    const app = await launchLonghand({ userData: await userDataOpening(folder, made) })
    const { window } = app
    await typeAtStart(app, TITLE, 'Typed before. ')
    await expect(window.getByText('Saved', { exact: true })).toBeVisible()
    // All of it, so that whatever is read or written next meets it.
    const { size } = await readFile(join(made, 'library.db')).then((bytes) => ({ size: bytes.length }))
    for (const name of ['library.db', 'library.db-wal']) {
      const file = join(made, name)
      if (existsSync(file)) await scribble(file, size)
    }
    await window.keyboard.type('Typed after. ')
    await chooseInMenu(app.app, 'article.new')
    await way(window, en.damageAction).click()
    await expect(window.getByRole('heading', { name: en.states.damaged })).toBeVisible()
    await way(window, /^Restore the backup of/).click()
    await expect(theDialog(window, en.report.restored)).toContainText(en.report.putBack)
    await window.keyboard.press('Escape')
    await articleRow(window, TITLE).click()
    await expect(bodyField(window)).toContainText('Typed before. Typed after.')
    await app.close()
    const reopened = openLibrary(made)
    const found = [...reopened.articles.iterate()].find(({ title }) => title === TITLE)
    reopened.close()
    expect(found?.body).toMatch(/^Typed before\. Typed after\. /)
  })
})

/** Overwrites all but the header of a file in place, as a failing disk would. */
async function scribble(file: string, size: number): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.write(Buffer.alloc(Math.max(0, size - 4096), 0xa5), 0, null, 4096)
  await handle.close()
}

test.describe('backups', () => {
  test('are made now, also in a second place, and an older one is restored while words are typed', async ({
    folder,
    launchLonghand,
  }) => {
    const made = await library(folder, { backup: true })
    const app = await launchLonghand({ userData: await userDataOpening(folder, made) })
    const { window } = app
    await typeAtStart(app, TITLE, 'First. ')
    await chooseInMenu(app.app, 'library.backups')
    await theDialog(window, en.backups).getByRole('button', { name: en.backUpNow }).click()
    await expect(window.getByText(en.backedUp)).toBeVisible()
    await app.answerDialogs(join(folder, 'disk'))
    await theDialog(window, en.backups).getByRole('button', { name: en.chooseElsewhere }).click()
    await expect(theDialog(window, en.backups).getByText('library-backups')).toBeVisible()
    await expect(theDialog(window, en.backups).getByRole('option').first()).toContainText(en.inBoth)
    expect(await readdir(join(folder, 'disk', 'library-backups'))).toHaveLength(4)
    await window.keyboard.press('Escape')
    await typeAtStart(app, TITLE, 'Second. ')

    await chooseInMenu(app.app, 'library.backups')
    await theDialog(window, en.backups).getByRole('option').nth(1).click()
    const look = theDialog(window, /^Backup of/)
    await expect(look).toContainText(en.differs(1, 0, 0))
    await look.getByRole('option', { name: TITLE }).click()
    await look.getByRole('button', { name: en.takeBack(1) }).click()
    await expect(window.getByText(en.takenBack(0, 1))).toBeVisible()
    await look.getByRole('button', { name: en.restore }).click()
    await expect(theDialog(window, en.report.restored)).toBeVisible()
    await window.keyboard.press('Escape')
    await articleRow(window, TITLE).click()
    await expect(bodyField(window)).not.toContainText('First.')

    // What was there is the newest backup, and brings it all back.
    await chooseInMenu(app.app, 'library.backups')
    const dialog = theDialog(window, en.backups)
    await expect(dialog.getByText(en.aside, { exact: true })).toBeVisible()
    await dialog.getByRole('option', { name: en.kinds.before }).click()
    await look.getByRole('button', { name: en.restore }).click()
    await expect(theDialog(window, en.report.restored)).toBeVisible()
    await window.keyboard.press('Escape')
    await articleRow(window, TITLE).click()
    await expect(bodyField(window)).toContainText('Second. First.')
  })
})

test('a library is saved as one file and opened from it as another', async ({ folder, launchLonghand }) => {
  const made = await library(folder)
  const home = join(folder, 'home')
  const app = await launchLonghand({
    userData: await userDataOpening(folder, made),
    env: { XDG_DOCUMENTS_DIR: home, HOME: home },
  })
  const { window } = app
  const file = join(folder, 'carried.longhand')
  await answerSaving(app.app, file)
  await articleList(window).waitFor()
  await chooseInMenu(app.app, 'library.archive')
  const saved = theDialog(window, en.archived)
  await expect(saved).toContainText(file)
  await saved.getByRole('button', { name: 'Done' }).click()
  await app.answerDialogs(file)
  await chooseInMenu(app.app, 'library.unpack')
  await expect(theDialog(window, en.report.unpacked)).toContainText(home)
  await window.keyboard.press('Escape')
  await expect(articleRows(window)).toHaveCount(9)
})
