/** The end of the application, while threads are at work. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { exportWords } from '../../core/locale/ui/export.ts'
import { expect, test } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleList } from './panes.ts'

const WORDS = exportWords.en

test('the application ends while pictures of an export are made, and leaves no site by half', async ({
  folder,
  launchLonghand,
}) => {
  const [library, site] = [join(folder, 'library'), join(folder, 'site')]
  await longhand('sample', '--language', 'en', '--library', library)
  const { app, window, log, answerDialogs, close } = await launchLonghand({
    userData: await userDataOpening(folder, library),
    // No picture was ever made before.
    env: { LONGHAND_PICTURES: '' },
  })
  await expect(articleList(window)).toBeVisible()
  await answerDialogs(site)
  await chooseInMenu(app, 'site.export')
  const dialog = window.getByRole('dialog', { name: WORDS.title })
  await dialog.getByRole('button', { name: WORDS.choose }).click()
  // The plan makes them, which takes long: after the first there are more.
  await expect(dialog.getByText(/^[1-9]\d* of \d+$/)).toBeVisible({ timeout: 240_000 })
  await close()
  expect(log.filter((line) => line.includes('did not end'))).toEqual([])
  expect(existsSync(join(site, 'index.html'))).toBe(false)
})
