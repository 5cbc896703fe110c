import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './harness.ts'
import { openLibrary } from '../../electron/library/library.ts'
import { themeWords } from '../../core/locale/ui/themes.ts'
import { uiWords } from '../../core/locale/ui/index.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleRow, previewFrame, showInspector } from './panes.ts'
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

/** Tags as a library has them that grew for years, by the address of an article that gets them. */
const GROWN = {
  'wakker-om-drie-uur': ['Slapen', 'gewoonte'],
  'van-stoep-naar-bospad': ['hardloopen', 'plantaardige'],
  'gebakken-havermout': ['recepten'],
} as const
const LOOSE = ['wakker-om-drie-uur', 'opstaan-als-anker', 'twintig-minuten-is-genoeg'] as const

test('the pictures of ordering and relating are taken', async ({ folder, launchLonghand }) => {
  await mkdir(PICTURES, { recursive: true })
  const library = join(folder, 'library')
  await longhand('sample', '--language', 'nl', '--library', library)
  const open = openLibrary(library)
  const ids = (slugs: readonly string[]) => slugs.map((slug) => open.articles.bySlug(slug)?.id ?? 0)
  for (const [slug, tags] of Object.entries(GROWN)) open.articles.change(ids([slug]), { addTags: tags })
  open.articles.change(ids(LOOSE), { categoryId: null })
  open.articles.duplicate(ids(['linzensoep'])[0] ?? 0)
  open.close()
  const size = { width: 1280, height: 800 }
  const userData = await userDataOpening(folder, library, {
    settings: { language: 'system', appearance: 'light', writingFace: 'quattro', spellCheck: false },
    window: { ...size, maximized: false },
  })
  const { app, window } = await launchLonghand({ userData, locale: 'nl' })
  await window.emulateMedia({ reducedMotion: 'reduce' })
  const words = uiWords.nl
  const take = async (name: string) => {
    await window.evaluate(() => document.fonts.ready)
    await window.screenshot({ path: join(PICTURES, `order-${name}.png`) })
  }
  await articleRow(window, ARTICLE, 'nl').click()
  const inspector = await showInspector({ app, window }, 'nl')
  await inspector.getByRole('tab', { name: words.inspector.related }).click()
  await expect(inspector.getByRole('grid').getByRole('row').first()).toBeVisible()

  await articleRow(window, ARTICLE, 'nl').click({ modifiers: ['Shift'] })
  await articleRow(window, 'Bonen in het weekritme', 'nl').click({ modifiers: ['Shift'] })
  await window
    .getByRole('region', { name: words.acts.selectedLabel })
    .getByRole('button', { name: words.list.category })
    .click()
  await expect(window.getByRole('menuitem', { name: 'Keukenkennis' })).toBeVisible()
  await take('bulk')
  await window.keyboard.press('Escape')

  await chooseInMenu(app, 'tag.alike')
  await expect(window.getByRole('dialog').getByRole('radio').first()).toBeVisible()
  await take('tags')
  await window.keyboard.press('Escape')

  await chooseInMenu(app, 'overview.show')
  await expect(window.getByRole('region', { name: words.overview.same.title }).getByRole('row')).toHaveCount(
    2,
  )
  await window.mouse.move(0, 0)
  await take('overview')

  await window.getByRole('button', { name: words.overview.back }).click()
  await articleRow(window, ARTICLE, 'nl').click()
  // A category on its way, between two others and a level down.
  const tree = window.getByRole('treegrid', { name: words.sidebar.categories })
  const middle = async (name: string) => {
    const box = await tree.getByRole('row', { name, exact: true }).boundingBox()
    return { x: (box?.x ?? 0) + 90, y: (box?.y ?? 0) + 14 }
  }
  const [taken, over] = [await middle('Slapen'), await middle('Recepten')]
  await window.mouse.move(taken.x, taken.y)
  await window.mouse.down()
  await window.mouse.move(taken.x + 4, taken.y - 4, { steps: 3 })
  await window.mouse.move(over.x, over.y + 13, { steps: 8 })
  await expect(tree.locator('[data-drop-target]')).toBeVisible()
  await take('tree')
  await window.mouse.up()
})
