/** Giving an article away from the real window: to the clipboard, and as a page that a browser shows by itself. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportWords } from '../../core/locale/ui/export.ts'
import { expect, test } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleRow, bodyField } from './panes.ts'

const WORDS = exportWords.en

test('an article goes to the clipboard as rich text, and to a file that fetches nothing', async ({
  folder,
  launchLonghand,
}) => {
  const library = join(folder, 'library')
  const notes = join(folder, 'notes')
  mkdirSync(notes)
  writeFileSync(
    join(notes, 'een.md'),
    '---\ntitle: Een stuk\n---\nMet **nadruk** en een [bron](https://example.org/).\n',
  )
  await longhand('init', '--library', library, '--name', 'Proef', '--language', 'nl-NL')
  await longhand('import', '--library', library, notes)
  const { app, window } = await launchLonghand({ userData: await userDataOpening(folder, library) })
  await articleRow(window, 'Een stuk').click()
  await expect(bodyField(window)).toContainText('nadruk')

  await chooseInMenu(app, 'article.copyRich')
  await expect(window.getByText(WORDS.richCopied)).toBeVisible()
  const copied = await app.evaluate(({ clipboard }) => {
    // Its type here is that of a web page's clipboard, which goes by the same name.
    const system = clipboard as unknown as { readHTML(): string; readText(): string }
    return { html: system.readHTML(), text: system.readText() }
  })
  expect(copied.html).toContain('<strong>nadruk</strong>')
  expect(copied.text.trim()).toBe('Een stuk\n\nMet nadruk en een bron.')

  const file = join(folder, 'stuk.html')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await chooseInMenu(app, 'article.share')
  const sheet = window.getByRole('dialog', { name: WORDS.shareTitle })
  await sheet.getByRole('button', { name: WORDS.ways.html.name }).press('Enter')
  await expect(window.getByText(WORDS.shared(file))).toBeVisible()
  await expect(sheet).toBeHidden()
  expect(readFileSync(file, 'utf8')).toContain('data:font/woff2;base64,')
})
