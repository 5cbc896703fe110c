import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './harness.ts'
import { openLibrary } from '../../electron/library/library.ts'
import { themeWords } from '../../core/locale/ui/themes.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleRow, previewFrame } from './panes.ts'
import { openAsReader } from './reader.ts'

/** Where README looks for them. */
const PICTURES = join(import.meta.dirname, '..', '..', 'docs', 'screenshots')
const SIZE = { width: 1600, height: 1000 }
const ARTICLE = 'Van stoep naar bospad'

for (const appearance of ['light', 'dark'] as const) {
  test(`the pictures of README are taken, ${appearance}`, async ({ folder, launchLonghand }) => {
    await mkdir(PICTURES, { recursive: true })
    const library = join(folder, 'library')
    const site = join(folder, 'site')
    await longhand('sample', '--language', 'nl', '--library', library)
    await longhand('export', '--library', library, '--out', site)
    await waitForFaces(site)
    const userData = await userDataOpening(folder, library, {
      settings: { language: 'system', appearance, writingFace: 'quattro', spellCheck: false },
      window: { ...SIZE, maximized: false },
    })
    const { app, window } = await launchLonghand({ userData, locale: 'nl', colorScheme: appearance })
    await articleRow(window, ARTICLE, 'nl').click()
    await chooseInMenu(app, 'view.split')
    await expect(previewFrame(window).locator('.article-cover img')).toBeVisible()
    await window.evaluate(() => document.fonts.ready)
    await window.mouse.move(0, 0)
    await window.screenshot({ path: join(PICTURES, `window-${appearance}.png`) })

    const page = await openAsReader(app, join(site, 'van-stoep-naar-bospad.html'), SIZE)
    await page.emulateMedia({ colorScheme: appearance })
    await ready(page)
    await page.screenshot({ path: join(PICTURES, `page-${appearance}.png`) })
  })
}

/** Once the faces are there and what is in sight is drawn. */
async function ready(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const inSight = [...document.images].filter((one) => one.getBoundingClientRect().top < innerHeight)
    await Promise.all(inSight.map((one) => one.decode()))
  })
}

/** A first visit goes without a face that is not there at once; a picture shows what the others see. */
async function waitForFaces(site: string): Promise<void> {
  const sheet = join(site, 'assets', 'style.css')
  const css = await readFile(sheet, 'utf8')
  await writeFile(sheet, css.replaceAll('font-display:optional', 'font-display:block'))
}

/** Each theme at its best: the page that shows what it is for. */
const THEMES = [
  { theme: 'magazine', page: 'index.html', scheme: 'light' },
  { theme: 'essay', page: 'van-stoep-naar-bospad.html', scheme: 'light' },
  { theme: 'documentation', page: 'kracht-zonder-sportschool.html', scheme: 'dark' },
] as const
const THEME_SIZE = { width: 1200, height: 900 }

test('the pictures of the themes are taken', async ({ folder, launchLonghand }) => {
  await mkdir(PICTURES, { recursive: true })
  const library = join(folder, 'library')
  await longhand('sample', '--language', 'nl', '--library', library)
  const userData = await userDataOpening(folder, library, {
    settings: { language: 'system', appearance: 'light', writingFace: 'quattro', spellCheck: false },
    window: { ...SIZE, maximized: false },
  })
  for (const { theme } of THEMES) {
    const open = openLibrary(library)
    open.site.update({ theme })
    open.close()
    await longhand('export', '--library', library, '--out', join(folder, theme))
    await waitForFaces(join(folder, theme))
  }
  const { app, window } = await launchLonghand({ userData, locale: 'nl', colorScheme: 'light' })
  for (const { theme, page: path, scheme } of THEMES) {
    const page = await openAsReader(app, join(folder, theme, path), THEME_SIZE)
    await page.emulateMedia({ colorScheme: scheme })
    await ready(page)
    await page.screenshot({ path: join(PICTURES, `theme-${theme}.png`) })
  }

  await chooseInMenu(app, 'site.theme')
  const words = themeWords.nl
  const dialog = window.getByRole('dialog', { name: words.title })
  await dialog.getByRole('textbox', { name: words.hex(words.options['accent'] ?? '') }).fill('#a3366b')
  await dialog.getByRole('radio', { name: words.article, exact: true }).press('Space')
  await expect(window.frameLocator('section iframe').locator('.article-body')).toBeVisible()
  await window.mouse.move(0, 0)
  await window.screenshot({ path: join(PICTURES, 'themes.png') })
})
