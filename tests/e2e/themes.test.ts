/** Choosing and fitting the site's theme in the real window, and editing a copy of one. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { themeWords } from '../../core/locale/ui/themes.ts'
import { expect, test, type Longhand } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleList } from './panes.ts'

const WORDS = themeWords.en
/** A machine that is shared takes its time. */
const PATIENT = { timeout: 30_000 }

async function opened(folder: string, launch: (options: object) => Promise<Longhand>) {
  const library = join(folder, 'library')
  const notes = join(folder, 'notes')
  mkdirSync(notes)
  writeFileSync(
    join(notes, 'bread.md'),
    '---\ntitle: Bread\nsummary: All about it.\ndate: 2026-01-05\nstatus: published\n---\nFlour and [water](https://example.org/).\n',
  )
  await longhand('init', '--library', library, '--name', 'Trial', '--language', 'en-GB')
  await longhand('import', '--library', library, notes)
  const started = await launch({ userData: await userDataOpening(folder, library) })
  await expect(articleList(started.window)).toBeVisible()
  await chooseInMenu(started.app, 'site.theme')
  await expect(dialog(started.window)).toBeVisible()
  return { ...started, library }
}

const dialog = (window: Page) => window.getByRole('dialog', { name: WORDS.title })
const page = (window: Page) => window.frameLocator('section iframe')
const accent = (window: Page) =>
  page(window)
    .locator('html')
    .evaluate((root) => getComputedStyle(root).getPropertyValue('--accent').trim())

test('a theme is fitted beside a real page, each choice kept at once, with a way back', async ({
  folder,
  launchLonghand,
}) => {
  const { window, library } = await opened(folder, launchLonghand)
  await expect(page(window).getByRole('heading', { name: 'Trial' })).toBeVisible()

  // A colour that can't be read is mended, in words, and the page beside has it.
  const colour = dialog(window).getByRole('textbox', { name: WORDS.hex(WORDS.options['accent'] ?? '') })
  await colour.fill('#ffcc00')
  await expect(dialog(window).getByText(/nearest that can/)).toBeVisible()
  await expect.poll(() => accent(window), PATIENT).not.toBe('#0f6b6b')
  expect(await accent(window)).not.toBe('#ffcc00')

  await dialog(window).getByRole('radio', { name: WORDS.article, exact: true }).press('Space')
  await expect(page(window).getByRole('heading', { name: 'Bread' })).toBeVisible()
  await dialog(window)
    .getByLabel(WORDS.options['footer'] ?? '')
    .fill('Kept by hand')
  await expect(page(window).getByText('Kept by hand')).toBeVisible(PATIENT)

  await dialog(window).getByRole('button', { name: WORDS.undo }).press('Enter')
  await expect(page(window).getByText('Kept by hand')).toHaveCount(0, PATIENT)
  await dialog(window).getByRole('button', { name: WORDS.redo }).press('Enter')
  await expect(page(window).getByText('Kept by hand')).toBeVisible(PATIENT)

  await dialog(window)
    .getByRole('button', { name: WORDS.reset(WORDS.options['accent'] ?? '') })
    .press('Enter')
  await expect.poll(() => accent(window), PATIENT).toBe('#0f6b6b')
  await expect(page(window).getByText('Kept by hand')).toBeVisible()
  await dialog(window).getByRole('button', { name: WORDS.resetAll }).press('Enter')
  await expect(page(window).getByText('Kept by hand')).toHaveCount(0, PATIENT)

  await dialog(window)
    .getByRole('radio', { name: WORDS.values['wide'] ?? '' })
    .press('Space')
  await window.keyboard.press('Escape')
  await expect(dialog(window)).toBeHidden()
  const out = join(folder, 'site')
  await expect
    .poll(async () => {
      await longhand('export', '--library', library, '--out', out)
      return readFileSync(join(out, 'assets', 'style.css'), 'utf8')
    }, PATIENT)
    .toContain('--measure-step:1.16')
})

test('a copy of a theme is edited on disk: the page follows, and a mistake is told with file and line', async ({
  folder,
  launchLonghand,
}) => {
  const { app, window, library } = await opened(folder, launchLonghand)
  // The test looks into the folder itself.
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = () => {}
  })
  await dialog(window).getByRole('button', { name: WORDS.copy }).press('Enter')
  const naming = window.getByRole('dialog', { name: WORDS.copyTitle })
  await naming.getByLabel(WORDS.copyName).fill('My paper')
  await naming.getByRole('button', { name: WORDS.copyNow }).press('Enter')
  await expect(
    dialog(window)
      .getByRole('button', { name: /My paper/ })
      .first(),
  ).toBeVisible(PATIENT)

  const footer = join(library, 'themes', 'my-paper', 'templates', 'footer.liquid')
  writeFileSync(footer, '<footer><p>First edit</p></footer>')
  await expect(page(window).getByText('First edit')).toBeVisible(PATIENT)

  writeFileSync(footer, '<footer>\n<p>Second {{ site.name | shout }}</p></footer>')
  await expect(dialog(window).getByText(/footer\.liquid, line 2: undefined filter: shout/)).toBeVisible(
    PATIENT,
  )
  await expect(page(window).getByText('First edit')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('alert').filter({ hasText: 'footer.liquid, line 2' })).toBeVisible()

  writeFileSync(footer, '<footer><p>Mended</p></footer>')
  await expect(window.getByRole('alert').filter({ hasText: 'footer.liquid' })).toHaveCount(0, PATIENT)
  await chooseInMenu(app, 'site.theme')
  await expect(page(window).getByText('Mended')).toBeVisible(PATIENT)

  // Removed, the site goes back to what it was copied from; put back, it is there again.
  await dialog(window).getByRole('button', { name: WORDS.remove, exact: true }).press('Enter')
  await expect(page(window).getByText('Mended')).toHaveCount(0, PATIENT)
  await dialog(window)
    .getByRole('button', { name: WORDS.putBack('My paper') })
    .press('Enter')
  await expect(dialog(window).getByRole('button', { name: WORDS.putBack('My paper') })).toHaveCount(
    0,
    PATIENT,
  )
})
