/** A reader's browser: the same Chromium, with nothing of Longhand's around it, and script allowed. */
import type { ElectronApplication, Page } from '@playwright/test'
import { pathToFileURL } from 'node:url'

/** Opens a file as a reader would, in a window of its own. */
export async function openAsReader(
  app: ElectronApplication,
  file: string,
  size = { width: 1280, height: 900 },
): Promise<Page> {
  const opened = app.waitForEvent('window')
  await app.evaluate(
    ({ BrowserWindow }, { url, width, height }) => {
      const window = new BrowserWindow({
        width,
        height,
        useContentSize: true,
        webPreferences: { partition: 'reader', sandbox: true, javascript: true },
      })
      void window.loadURL(url)
    },
    { url: pathToFileURL(file).href, ...size },
  )
  const page = await opened
  await page.waitForLoadState('load')
  return page
}
