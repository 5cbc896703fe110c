/** The disk under a library that is open fails, in the real window: what was typed stays, is said, and is saved in the end. */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from '@playwright/test'
import { failureWords } from '../../core/locale/ui/failures.ts'
import { readFrontMatter } from '../../core/frontmatter.ts'
import { fillDisk, mountDisk, remountDisk, unmountDisk } from '../electron/tiny-disk.ts'
import { expect, type Longhand, test as base } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { articleRow, bodyField } from './panes.ts'

const WORDS = failureWords.en
const TITLE = 'Wat blijft'

interface Fixtures {
  /** A small disk of its own; the test is left out where none can be made. */
  disk: string
  /** The window on a library with one article, which is open in it. */
  open: (parent: string, beforeStart?: () => void) => Promise<Longhand & { readonly file: string }>
}

const test = base.extend<Fixtures>({
  disk: async ({ folder }, use, info) => {
    const disk = join(folder, 'disk')
    const refusal = mountDisk(disk, 6)
    if (refusal !== null) console.log(`Left out: ${info.title}. No disk can be made here: ${refusal}`)
    info.skip(refusal !== null, refusal ?? '')
    await use(disk)
    unmountDisk(disk)
  },
  open: async ({ folder, launchLonghand }, use) => {
    await use(async (parent, beforeStart = () => {}) => {
      const library = join(parent, 'library')
      const notes = join(folder, 'notes')
      mkdirSync(notes)
      writeFileSync(join(notes, 'wat-blijft.md'), `---\ntitle: ${TITLE}\n---\nBegin.\n`)
      await longhand('init', '--library', library, '--name', 'Proef', '--language', 'nl-NL')
      await longhand('import', '--library', library, notes)
      beforeStart()
      const started = await launchLonghand({ userData: await userDataOpening(folder, library) })
      await articleRow(started.window, TITLE).click()
      await expect(bodyField(started.window)).toContainText('Begin.')
      return { ...started, file: join(library, 'library.db') }
    })
  },
})

test.skip(process.platform === 'win32', 'Windows keeps an open file from being moved and replaced')

/** The articles as another program finds them in a library's file, once the application has ended. */
function onDisk(file: string): Record<string, string> {
  const db = new Database(file, { readonly: true })
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const rows = db
      .prepare<[], [string, string]>('SELECT title, body FROM article JOIN article_body ON article_id = id')
      .raw()
      .all()
    return Object.fromEntries(rows)
  } finally {
    db.close()
  }
}

/** Types at the end of the text, as a writer does. */
async function type(window: Page, text: string): Promise<void> {
  await bodyField(window).click()
  await window.keyboard.press('Control+End')
  await window.keyboard.type(text)
}

function banner(window: Page, text: string) {
  return window.getByRole('alert').filter({ hasText: text }).first()
}

async function isSaved(window: Page): Promise<void> {
  await expect(window.locator('[data-state="saved"]')).toBeVisible({ timeout: 60_000 })
  await expect(window.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
}

test('a full disk: what was typed stays, is said, and is saved when there is room', async ({
  disk,
  open,
}) => {
  const { window, app, file, close, answerDialogs } = await open(disk)
  const more = 'Dit past er niet meer bij. '.repeat(400)
  const ballast = fillDisk(disk)
  await type(window, 'Nu is de schijf vol. ')
  await window.keyboard.insertText(more)
  await expect(banner(window, WORDS.notSaved(TITLE))).toBeVisible()
  await expect(banner(window, 'The disk is full.')).toBeVisible()
  // Said once, however many places show it.
  await expect(window.locator('[data-state="failed"]')).toBeVisible()
  await expect(window.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(1)
  await type(window, 'En er komt nog meer.')

  // Nothing else gets through half either: a picture, an export.
  const full = { ok: false, failure: { code: 'file.refused', detail: { reason: 'ENOSPC' } } }
  expect(await addPicture(window, [...pictureBytes()])).toMatchObject(full)
  expect(readdirSync(join(disk, 'library', 'media'))).toEqual([])
  const site = join(disk, 'site')
  await answerDialogs(site)
  expect(await exportTo(window, site)).toMatchObject(full)
  expect(existsSync(join(site, 'index.html'))).toBe(false)

  // A copy elsewhere holds everything.
  const copy = join(disk, '..', 'kopie.md')
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, copy)
  await window.getByRole('button', { name: WORDS.saveCopy }).click()
  await expect.poll(() => existsSync(copy)).toBe(true)
  expect(readFrontMatter(readFileSync(copy, 'utf8')).body).toContain('En er komt nog meer.')

  rmSync(ballast)
  await isSaved(window)
  await close()
  expect(onDisk(file)[TITLE]).toContain(`Nu is de schijf vol. ${more}En er komt nog meer.`)
})

/** A picture of many pages. */
function pictureBytes(): Buffer {
  return readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'icons', 'icon.png'))
}

function addPicture(page: Page, bytes: readonly number[]): Promise<unknown> {
  return page.evaluate(
    (given) => window.longhand.request('media.add', { name: 'rots.png', bytes: Uint8Array.from(given) }),
    bytes,
  )
}

function exportTo(page: Page, folder: string): Promise<unknown> {
  return page.evaluate(async (to) => {
    await window.longhand.request('export.choose', {})
    return window.longhand.request('export.start', { folder: to })
  }, folder)
}

test('a library on a disk that can only be read is shown, and says so; what is typed is saved once it can be', async ({
  disk,
  open,
}) => {
  const { window, file, close } = await open(disk, () => remountDisk(disk, 'ro'))
  await expect(window.getByText(WORDS.trouble.readOnly.detail)).toBeVisible()
  await type(window, 'Toch getypt.')
  await expect(banner(window, WORDS.notSaved(TITLE))).toBeVisible()
  remountDisk(disk, 'rw')
  await isSaved(window)
  await expect(window.getByText(WORDS.trouble.readOnly.detail)).toHaveCount(0)
  await close()
  expect(onDisk(file)).toEqual({ [TITLE]: 'Begin.\nToch getypt.' })
})

test('a library whose folder goes away: typing goes on, and is saved when it is back', async ({
  folder,
  open,
}) => {
  const { window, file, close } = await open(folder)
  const library = join(folder, 'library')
  renameSync(library, `${library}-away`)
  await type(window, 'Terwijl ze weg was.')
  await expect(banner(window, WORDS.moved(`${library}-away`).title)).toBeVisible()
  await expect(window.locator('[data-state="saved"]')).toHaveCount(0)
  renameSync(`${library}-away`, library)
  await isSaved(window)
  await close()
  expect(onDisk(file)).toEqual({ [TITLE]: 'Begin.\nTerwijl ze weg was.' })
})

test('a library whose folder was moved is gone on with where it lies now', async ({ folder, open }) => {
  test.skip(process.platform !== 'linux', 'only Linux tells where an open file was moved to')
  const { window, close } = await open(folder)
  const there = join(folder, 'archive')
  renameSync(join(folder, 'library'), there)
  await type(window, 'Onderweg.')
  await expect(banner(window, WORDS.moved(there).detail)).toBeVisible()
  await window.getByRole('button', { name: WORDS.follow }).click()
  await isSaved(window)
  await type(window, ' Aangekomen.')
  await window.keyboard.press('Control+Z')
  await window.keyboard.press('Control+Z')
  await window.keyboard.press('Control+Y')
  await isSaved(window)
  await close()
  expect(onDisk(join(there, 'library.db'))[TITLE]).toMatch(/^Begin\.\nOnderweg\./)
})

test('a library that was deleted is put back from what is still open, with what was typed since', async ({
  folder,
  open,
}) => {
  const { window, file, close } = await open(folder)
  rmSync(join(folder, 'library'), { recursive: true })
  await type(window, 'Na het wissen.')
  await window.getByRole('button', { name: WORDS.putBack }).click()
  await isSaved(window)
  await close()
  expect(onDisk(file)).toEqual({ [TITLE]: 'Begin.\nNa het wissen.' })
})

test('a library that another copy is put in the place of keeps what was typed, and what the copy held', async ({
  folder,
  open,
}) => {
  const { window, file, close } = await open(folder)
  const copy = join(folder, 'copy.db')
  const db = new Database(file)
  await db.backup(copy)
  db.close()
  await type(window, 'Bewaard voor de wissel. ')
  await expect.poll(() => onDisk(file)[TITLE]).toContain('Bewaard voor de wissel. ')
  writeInto(copy, 'Van een andere computer.')
  renameSync(copy, file)
  await type(window, 'Getypt na de wissel.')
  await expect(window.getByText('Another copy of the library was put in its place')).toBeVisible({
    timeout: 60_000,
  })
  await isSaved(window)
  await close()
  expect(onDisk(file)).toEqual({ [TITLE]: 'Begin.\nBewaard voor de wissel. Getypt na de wissel.' })
  const kept = new Database(file, { readonly: true })
  expect(kept.prepare('SELECT count(*) FROM revision WHERE kind = ?').pluck().get('before')).toBe(1)
  kept.close()
})

/** What another computer made of the article. */
function writeInto(file: string, body: string): void {
  const db = new Database(file)
  db.prepare('UPDATE article_body SET body = ?').run(body)
  db.prepare('UPDATE article SET version = version + 5').run()
  db.pragma('journal_mode = DELETE')
  db.pragma('journal_mode = WAL')
  db.close()
}

test('a library that another program holds says that it waits, and saves when it is let go', async ({
  folder,
  open,
}) => {
  const { window, file, close } = await open(folder)
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  await type(window, 'Even wachten.')
  await expect(banner(window, WORDS.trouble.held.title)).toBeVisible()
  await expect(window.getByText('Waiting to save…')).toBeVisible()
  await type(window, ' En verder.')
  other.exec('ROLLBACK')
  other.close()
  await isSaved(window)
  await close()
  expect(onDisk(file)).toEqual({ [TITLE]: 'Begin.\nEven wachten. En verder.' })
})

test('a window with words that cannot be saved asks before it closes, and saves a copy', async ({
  folder,
  open,
}) => {
  const { window, app, close } = await open(folder)
  rmSync(join(folder, 'library'), { recursive: true })
  await type(window, 'Alleen nog hier.')
  await expect(banner(window, WORDS.deleted.title)).toBeVisible()
  const copy = join(folder, 'kopie.md')
  await app.evaluate(({ dialog }, path) => {
    const asked: { readonly detail?: string; readonly buttons?: string[] }[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = (async (_window: unknown, options: { detail?: string; buttons?: string[] }) => {
      asked.push(options)
      return { response: options.buttons?.indexOf('Save a copy…') ?? 0, checkboxChecked: false }
    }) as never
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, copy)
  await close()
  expect(readFrontMatter(readFileSync(copy, 'utf8'))).toMatchObject({
    values: { title: TITLE },
    body: 'Begin.\nAlleen nog hier.',
  })
})
