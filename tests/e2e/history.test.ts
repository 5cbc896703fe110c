import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { commandWords } from '../../core/locale/ui/commands.ts'
import { commonWords } from '../../core/locale/ui/common.ts'
import { historyWords } from '../../core/locale/ui/history.ts'
import { openLibrary } from '../../electron/library/library.ts'
import { SAVE_AFTER } from '../../renderer/article-entry.ts'
import { expect, test, type Language, type LaunchOptions, type Longhand } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleList, articleRow, articleRows, bodyField, titleField } from './panes.ts'

type Launch = (options?: LaunchOptions) => Promise<Longhand>

/** A window on a library of some articles of three paragraphs, the first of them open. */
async function openedWindow(
  folder: string,
  launch: Launch,
  { articles = 1, language = 'en' }: { readonly articles?: number; readonly language?: Language } = {},
): Promise<Longhand & { readonly library: string }> {
  const library = join(folder, 'library')
  await longhand('init', '--library', library, '--name', 'Proof', '--language', 'en-GB')
  const open = openLibrary(library)
  for (let number = articles; number >= 1; number -= 1) {
    const body = `First of ${number}.\n\nSecond of ${number}.\n\nThird of ${number}.`
    open.articles.create({ title: `Article ${number}`, body })
  }
  open.close()
  const app = await launch({ userData: await userDataOpening(folder, library), locale: language })
  await expect(articleList(app.window, language)).toBeVisible()
  await articleRow(app.window, 'Article 1', language).click()
  await expect(bodyField(app.window)).toContainText('First of 1.')
  return { ...app, library }
}

async function textIn(window: Page): Promise<string> {
  return bodyField(window).evaluate((content) =>
    [...content.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'),
  )
}

/** Types at the end of the text. */
async function typeAtEnd(window: Page, text: string): Promise<void> {
  await bodyField(window).focus()
  await window.keyboard.press('ControlOrMeta+End')
  await window.keyboard.type(text)
}

/** Keeps what is typed from being saved, on a machine of whatever speed, until the function that it gives is called. */
async function holdSaves(window: Page): Promise<() => Promise<void>> {
  const held = await window.evaluateHandle((delay) => {
    const start = globalThis.setTimeout
    const saves: (() => void)[] = []
    const startOrHold = (work: () => void, after?: number): number =>
      after === delay ? -saves.push(work) : Number(start(work, after))
    globalThis.setTimeout = startOrHold as typeof setTimeout
    return () => {
      globalThis.setTimeout = start
      for (const save of saves) save()
    }
  }, SAVE_AFTER)
  return () => held.evaluate((letGo) => letGo())
}

/** Presses a key until `target` has the focus. */
async function pressUntilFocused(window: Page, key: string, target: Locator): Promise<void> {
  for (let presses = 0; presses < 12; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await window.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

test('a version is kept, compared, taken back in part, restored and un-restored by keys alone', async ({
  folder,
  launchLonghand,
}) => {
  const words = historyWords.en
  const names = commandWords.en.names
  const { app, window } = await openedWindow(folder, launchLonghand)

  await typeAtEnd(window, ' Kept.')
  await chooseInMenu(app, 'article.keep')
  await expect(window.getByRole('textbox', { name: words.name })).toBeFocused()
  await window.keyboard.type('Before the cuts')
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.kept('Before the cuts'))).toBeVisible()

  await bodyField(window).focus()
  await window.keyboard.press('ControlOrMeta+Home')
  await window.keyboard.press('Shift+End')
  await window.keyboard.type('Wholly otherwise.')
  await typeAtEnd(window, ' Later.')
  const changed = 'Wholly otherwise.\n\nSecond of 1.\n\nThird of 1. Kept. Later.'
  expect(await textIn(window)).toBe(changed)

  await window.keyboard.press('ControlOrMeta+k')
  await window.keyboard.type(names['article.history'])
  await expect(window.getByRole('option', { name: names['article.history'] })).toBeVisible()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('tab', { name: words.history })).toBeFocused()
  const kept = window.getByRole('option', { name: /Before the cuts/ })
  await pressUntilFocused(window, 'Tab', window.getByRole('option', { name: words.now }))
  await pressUntilFocused(window, 'ArrowDown', kept)
  await window.keyboard.press('Enter')

  const comparison = window.getByRole('region', { name: words.comparison }).last()
  await expect(comparison).toBeFocused()
  await expect(comparison.getByRole('deletion').first()).toContainText('First of 1')
  await expect(comparison.getByRole('insertion').first()).toContainText('Wholly otherwise')
  await window.keyboard.press('Alt+ArrowDown')
  await expect(window.getByRole('group', { name: words.change('1', '2') })).toBeFocused()
  await window.keyboard.press('Tab')
  await expect(window.getByRole('button', { name: words.takeBack }).first()).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.takenBack)).toBeVisible()
  await expect(comparison.getByRole('deletion')).toHaveCount(0)
  await window.keyboard.press('ControlOrMeta+z')
  await expect(comparison.getByRole('deletion')).toHaveCount(1)
  await window.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(comparison.getByRole('deletion')).toHaveCount(0)
  await window.keyboard.press('Escape')
  await expect(kept).toBeFocused()
  expect(await textIn(window)).toBe('First of 1.\n\nSecond of 1.\n\nThird of 1. Kept. Later.')

  await window.keyboard.press('Shift+F10')
  await expect(window.getByRole('menuitem', { name: words.restore })).toBeVisible()
  await pressUntilFocused(window, 'ArrowDown', window.getByRole('menuitem', { name: words.restore }))
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.restored)).toBeVisible()
  await expect.poll(() => textIn(window)).toBe('First of 1.\n\nSecond of 1.\n\nThird of 1. Kept.')
  await expect(window.getByRole('option', { name: new RegExp(words.kinds.before) })).toBeVisible()

  await bodyField(window).focus()
  await window.keyboard.press('ControlOrMeta+z')
  expect(await textIn(window)).toBe('First of 1.\n\nSecond of 1.\n\nThird of 1. Kept. Later.')
  await window.keyboard.press('ControlOrMeta+Shift+Z')
  expect(await textIn(window)).toBe('First of 1.\n\nSecond of 1.\n\nThird of 1. Kept.')
  await window.getByRole('button', { name: commonWords.en.undo }).last().click()
  await expect(window.getByText(words.undone)).toBeVisible()
  await expect.poll(() => textIn(window)).toBe('First of 1.\n\nSecond of 1.\n\nThird of 1. Kept. Later.')
})

test('in Dutch too, what is copied out of a comparison is clean, and two columns keep to themselves', async ({
  folder,
  launchLonghand,
}) => {
  const words = historyWords.nl
  const { app, window } = await openedWindow(folder, launchLonghand, { language: 'nl' })
  await chooseInMenu(app, 'article.keep')
  await expect(window.getByRole('textbox', { name: words.name })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.kept(''))).toBeVisible()
  await bodyField(window).focus()
  await window.keyboard.press('ControlOrMeta+Home')
  await window.keyboard.press('Shift+End')
  await window.keyboard.type('Newly of 1.')
  await chooseInMenu(app, 'article.compare')
  await expect(window.getByRole('deletion')).toHaveCount(1)

  const clipboard = async () => {
    await window.keyboard.press('ControlOrMeta+c')
    return app.evaluate(({ clipboard: system }) => system.readText())
  }
  await window.getByRole('region', { name: words.comparison }).last().focus()
  await window.keyboard.press('ControlOrMeta+a')
  expect(await clipboard()).toBe('First of 1.\n\nSecond of 1.\n\nThird of 1.')
  await window.getByText(words.sideBySide).click()
  const newer = window.locator('[data-column="new"]').first()
  await newer.click({ clickCount: 3, position: { x: 30, y: 12 } })
  expect((await clipboard()).trim()).toBe('Newly of 1.')
})

test('an article that was changed here and elsewhere is compared, and both versions are kept', async ({
  folder,
  launchLonghand,
}) => {
  const words = historyWords.en
  const { window, library } = await openedWindow(folder, launchLonghand)
  const other = openLibrary(library)
  const [row] = other.articles.list({}, null, 0, 1).rows
  const id = row!.id
  const letGo = await holdSaves(window)
  await typeAtEnd(window, ' Mine')
  // While the window is about to save, someone else saves the same paragraph, and another.
  const theirs = 'Theirs first.\n\nSecond of 1.\n\nThird of theirs.'
  other.articles.save(id, other.articles.get(id).version, { body: theirs })
  await letGo()
  await expect(window.getByText(words.conflict('Article 1'))).toBeVisible()
  await window.getByRole('button', { name: words.chooseParts }).click()
  await expect(window.getByRole('radio', { name: words.theirs })).toHaveCount(2)
  // Only the other side changed the first paragraph; both changed the last.
  await expect(window.getByRole('radio', { name: words.theirs }).first()).toBeChecked()
  await expect(window.getByRole('radio', { name: words.mine }).last()).toBeChecked()
  await window.getByRole('button', { name: words.useChoice }).click()
  const both = 'Theirs first.\n\nSecond of 1.\n\nThird of 1. Mine'
  await expect.poll(() => textIn(window)).toBe(both)
  await expect.poll(() => other.articles.get(id).body).toBe(both)
  const kept = other.revisions.list(id).map((head) => other.revisions.get(head.id).state.body)
  expect(kept).toContain('First of 1.\n\nSecond of 1.\n\nThird of 1. Mine')
  expect(kept).toContain(theirs)
  other.close()
})

test('undo, caret and title stay with their article over many others, a rename and a change from elsewhere', async ({
  folder,
  launchLonghand,
}) => {
  const { app, window, library } = await openedWindow(folder, launchLonghand, { articles: 60 })
  await typeAtEnd(window, ' Typed.')
  await titleField(window).focus()
  await window.keyboard.press('End')
  await window.keyboard.type(' renamed')
  await bodyField(window).focus()
  await window.keyboard.press('ControlOrMeta+Home')
  await window.keyboard.press('ArrowRight')

  // More than are kept at hand, one after another by key.
  await articleRow(window, 'Article 2').click()
  await expect(titleField(window)).toHaveValue('Article 2')
  for (let presses = 0; presses < 58; presses += 1) await window.keyboard.press('ArrowDown')
  await expect(titleField(window)).not.toHaveValue('Article 2')
  await titleField(window).focus()
  const last = await titleField(window).inputValue()
  await window.keyboard.press('ControlOrMeta+z')
  await expect(titleField(window)).toHaveValue(last)
  const elsewhere = await textIn(window)
  await bodyField(window).focus()
  await window.keyboard.press('ControlOrMeta+z')
  expect(await textIn(window)).toBe(elsewhere)

  const other = new Database(join(library, 'library.db'))
  const id = other.prepare("SELECT id FROM article WHERE title = 'Article 1 renamed'").pluck().get() as number
  other.close()
  const writer = openLibrary(library)
  const { version, body } = writer.articles.get(id)
  writer.articles.save(id, version, { body: body.replace('Second', 'Elsewhere') })
  writer.close()

  await articleList(window).getByRole('listbox').focus()
  await window.keyboard.press('Home')
  await expect(articleRows(window).first()).toBeVisible()
  await articleRow(window, 'Article 1 renamed').click()
  await expect.poll(() => textIn(window)).toContain('Elsewhere of 1.')
  await bodyField(window).focus()
  await window.keyboard.type('*')
  expect(await textIn(window)).toBe('F*irst of 1.\n\nElsewhere of 1.\n\nThird of 1. Typed.')
  await window.keyboard.press('ControlOrMeta+z')
  await window.keyboard.press('ControlOrMeta+z')
  expect(await textIn(window)).toBe('First of 1.\n\nElsewhere of 1.\n\nThird of 1.')
  await titleField(window).focus()
  await window.keyboard.press('ControlOrMeta+z')
  await expect(titleField(window)).toHaveValue('Article 1')
  await chooseInMenu(app, 'edit.redo')
  await expect(titleField(window)).toHaveValue('Article 1 renamed')
  await bodyField(window).focus()
  await chooseInMenu(app, 'edit.redo')
  await expect(bodyField(window)).toContainText('Third of 1. Typed.')
})
