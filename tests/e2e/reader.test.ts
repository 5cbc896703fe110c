/** What a reader's browser does with a site: every theme, from a folder and from a server's sub-path. */
import { readFile, readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { THEMES } from '../../core/article.ts'
import { createSample } from '../../electron/intake/sample.ts'
import { openLibrary } from '../../electron/library/library.ts'
import { mimeOf } from '../../electron/publish/mime.ts'
import { RESOURCES } from '../../electron/publish/resources.ts'
import { expect, test, type Longhand } from './harness.ts'
import { longhand } from './library.ts'
import { openAsReader } from './reader.ts'

type Page = Longhand['window']

const TITLES = [
  'Über “100 %” café & <b>漢字</b> — #1?',
  'Een erg lange titel '.repeat(14).trim(),
  'Пятьдесят километров пешком',
]

/** The English sample with articles of titles that are hard on addresses, as a library in `folder`. */
async function makeLibrary(folder: string, theme: (typeof THEMES)[number]): Promise<string> {
  const path = join(folder, 'library')
  await createSample(RESOURCES, 'en', path)
  const library = openLibrary(path)
  for (const title of TITLES)
    library.articles.create({
      title,
      body: `Walking, running and sleeping, ${title}.\n`,
      tags: ['running', title.slice(0, 40)],
      status: 'published',
      publishedAt: '2026-01-01T10:00:00+01:00',
    })
  library.site.update({ theme, baseUrl: '' })
  library.close()
  return path
}

/** Serves a site below `/een blog/é/`. */
async function serve(site: string) {
  const below = '/een blog/é/'
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '')
    void readFile(join(site, path.slice(below.length))).then(
      (bytes) => response.writeHead(200, { 'content-type': mimeOf(path) }).end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { root: `http://127.0.0.1:${port}${encodeURI(below)}`, server }
}

/** How much of the page moved after it was shown, read down to its end: cumulative layout shift. */
async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let sum = 0
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
    })
    observer.observe({ type: 'layout-shift', buffered: true })
    for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight) {
      scrollTo(0, at)
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    }
    await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => {})))
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    observer.takeRecords()
    observer.disconnect()
    return sum
  })
}

interface Reader {
  readonly page: Page
  readonly width: number
  /** The address of the site. */
  readonly root: string
}

const openedAt = (app: Longhand['app'], site: string, width: number): Promise<Page> =>
  openAsReader(app, join(site, 'index.html'), { width, height: 800 })

/** Reads these pages, searches, and follows what was found; tells of whatever is amiss. */
async function readAll({ page, width, root }: Reader, paths: readonly string[]): Promise<void> {
  await page.goto('about:blank')
  const asked: string[] = []
  const amiss: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('requestfailed', (request) => amiss.push(`failed: ${request.url()}`))
  page.on('console', (message) => amiss.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => amiss.push(error.message))
  for (const path of paths) {
    await page.goto(root + path.split('/').map(encodeURIComponent).join('/'), { waitUntil: 'load' })
    expect.soft(await shiftOf(page), `${path} at ${width}`).toBe(0)
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect.soft(isWide, `${path} is wider than ${width}`).toBe(false)
  }
  await page.goto(`${root}search/index.html`)
  await page.locator('#search-words').fill('walking')
  await expect(page.locator('.search-result').first()).toBeVisible()
  // The window that stands in for a browser follows no link by itself: no window of the application does.
  const found = await page
    .locator('.search-result a')
    .first()
    .evaluate((link) => (link as HTMLAnchorElement).href)
  await page.goto(found)
  await expect(page.locator('h1')).toContainText('Walking')
  expect(asked.filter((address) => !address.startsWith(root) && !address.startsWith('data:'))).toEqual([])
  expect(amiss).toEqual([])
  await page.close()
}

for (const theme of THEMES)
  test(`a reader's browser stays within the site, is told of nothing amiss and sees nothing move, in ${theme}`, async ({
    folder,
    launchLonghand,
  }) => {
    const site = join(folder, 'mijn site ü #1')
    await longhand('export', '--library', await makeLibrary(folder, theme), '--out', site)
    const { root: served, server } = await serve(site)
    const all = (await readdir(site, { recursive: true })).filter((path) => path.endsWith('.html'))
    const paths = all.filter((path) => !path.includes('/'))
    expect(paths.length).toBeGreaterThan(TITLES.length + 5)
    // One of each kind that has a folder, and all that lie at the root.
    const kinds = new Set(all.filter((path) => path.includes('/')).map((path) => path.split('/')[0]))
    for (const kind of kinds) paths.push(all.find((path) => path.startsWith(`${kind}/`)) ?? '')
    // Electron's own advice about a blank page is no word of the site's.
    const { app } = await launchLonghand({ env: { ELECTRON_DISABLE_SECURITY_WARNINGS: '1' } })
    try {
      const readers = [
        { width: 360, root: `${pathToFileURL(site).href}/`, page: await openedAt(app, site, 360) },
        { width: 1280, root: served, page: await openedAt(app, site, 1280) },
      ]
      // Most of the time a reader waits for the next picture of the screen.
      await Promise.all(readers.map((reader) => readAll(reader, paths)))
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
