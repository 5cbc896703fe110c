import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './harness.ts'
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
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(PICTURES, `page-${appearance}.png`) })
  })
}
