/** Translations in the real window: begun, published, led to from the other language in preview and export. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uiWords } from '../../core/locale/ui/index.ts'
import { expect, test } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleList, articleRow, previewFrame, showInspector, titleField } from './panes.ts'

const words = uiWords.en

test('a writer begins a translation, publishes it, and both pages lead to each other', async ({
  folder,
  launchLonghand,
}) => {
  const [library, notes, out] = ['library', 'notes', 'site'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(notes)
  const post = (title: string, more: string) =>
    `---\ntitle: ${title}\ndate: 2026-01-05\nstatus: published\n${more}---\nA line.\n`
  writeFileSync(join(notes, 'ankles.md'), post('Ankles', ''))
  writeFileSync(join(notes, 'chevilles.md'), post('Chevilles', 'lang: fr-FR\n'))
  await longhand('init', '--library', library, '--name', 'Trial', '--language', 'en-GB')
  await longhand('import', '--library', library, notes)
  const app = await launchLonghand({ userData: await userDataOpening(folder, library) })
  const { window } = app
  await expect(articleList(window)).toBeVisible()
  await articleRow(window, 'Ankles').click()
  const inspector = await showInspector(app)
  const section = inspector.getByRole('region', { name: words.translations.title })
  await expect(section.getByText(words.translations.none)).toBeVisible()

  // By keyboard alone: found by typing, chosen, taken back.
  await section.getByRole('combobox', { name: words.translations.add }).focus()
  await window.keyboard.type('chev')
  await expect(window.getByRole('option')).toHaveText([/Chevilles/])
  await window.keyboard.press('ArrowDown')
  await expect(window.getByRole('option', { name: /Chevilles/ })).toHaveAttribute('data-focused', 'true')
  await window.keyboard.press('Enter')
  await expect(section.getByRole('button', { name: /Chevilles/ })).toBeVisible()
  await window.getByRole('button', { name: words.acts.undo, exact: true }).click()
  await expect(section.getByText(words.translations.none)).toBeVisible()

  await section.getByRole('button', { name: words.translations.start }).press('Enter')
  await window.getByRole('menuitem', { name: 'Dutch (Netherlands)' }).press('Enter')
  await expect(section.getByRole('button', { name: /Ankles/ })).toBeVisible()
  await titleField(window).fill('Enkels')
  await chooseInMenu(app.app, 'view.split')
  await expect(previewFrame(window).getByRole('link', { name: 'Read this in English' })).toBeVisible()
  await showInspector(app)
  await inspector.getByRole('radio', { name: words.common.status.published }).press('Space')
  await section.getByRole('button', { name: /Ankles/ }).click()
  await expect(section.getByRole('button', { name: /Enkels/ })).toBeVisible()
  await expect(previewFrame(window).getByRole('link', { name: 'Lees dit in het Nederlands' })).toBeVisible()
  await window.screenshot({ path: test.info().outputPath('translations.png') })

  await longhand('export', '--library', library, '--out', out)
  for (const slug of ['ankles', 'enkels']) {
    const html = readFileSync(join(out, `${slug}.html`), 'utf8')
    expect(html).toContain('<link rel="alternate" hreflang="en-GB" href="ankles.html">')
    expect(html).toContain('<link rel="alternate" hreflang="nl-NL" href="enkels.html">')
    expect(html).toContain('<link rel="alternate" hreflang="x-default" href="ankles.html">')
  }
})
