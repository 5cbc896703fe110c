/** What a reader sees while pictures are on their way. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { THEMES } from '../../core/article.ts'
import { createSample } from '../../electron/intake/sample.ts'
import { openLibrary } from '../../electron/library/library.ts'
import { mimeOf } from '../../electron/publish/mime.ts'
import { RESOURCES } from '../../electron/publish/resources.ts'
import { expect, test } from './harness.ts'
import { longhand } from './library.ts'
import { openAsReader } from './reader.ts'

const ARTICLE = 'reading-a-paper-map.html'

/** Serves a site whose pictures come when they are let. */
async function serveSlowly(site: string) {
  const waiting: (() => void)[] = []
  let isHeld = true
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '').slice(1)
    const answer = (): void =>
      void readFile(join(site, path)).then(
        (bytes) => response.writeHead(200, { 'content-type': mimeOf(path) }).end(bytes),
        () => response.writeHead(404).end(),
      )
    if (isHeld && path.startsWith('media/')) waiting.push(answer)
    else answer()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    root: `http://127.0.0.1:${port}/`,
    hold: () => void (isHeld = true),
    letThrough: () => {
      isHeld = false
      for (const answer of waiting.splice(0)) answer()
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

test('a picture’s place has its size and the picture’s colour until it is there, in every theme, and nothing moves then', async ({
  folder,
  launchLonghand,
}) => {
  const path = join(folder, 'library')
  await createSample(RESOURCES, 'en', path)
  const site = join(folder, 'site')
  const { app } = await launchLonghand({ env: { ELECTRON_DISABLE_SECURITY_WARNINGS: '1' } })
  const server = await serveSlowly(site)
  const reader = await openAsReader(app, join(RESOURCES, 'icons', 'icon.svg'))
  const amiss: string[] = []
  reader.on('console', (message) => amiss.push(message.text()))
  try {
    for (const theme of THEMES) {
      const library = openLibrary(path)
      library.site.update({ theme })
      library.close()
      await longhand('export', '--library', path, '--out', site)
      // Only one theme has pictures on its front page.
      const pages = theme === 'magazine' ? ['index.html', ARTICLE] : [ARTICLE]
      for (const page of pages) {
        server.hold()
        await reader.goto(server.root + page, { waitUntil: 'domcontentloaded' })
        const places = await reader.evaluate(() =>
          [...document.querySelectorAll<HTMLImageElement>('main img[src*="media/"]')].map((image) => {
            const { width, height } = image.getBoundingClientRect()
            const { backgroundColor } = getComputedStyle(image)
            return { isThere: image.complete && image.naturalWidth > 0, width, height, backgroundColor }
          }),
        )
        expect(places.length, `${theme} ${page}`).toBeGreaterThan(0)
        for (const { isThere, width, height, backgroundColor } of places) {
          expect(isThere).toBe(false)
          expect(Math.min(width, height), `${theme} ${page}`).toBeGreaterThan(20)
          expect(backgroundColor, `${theme} ${page}`).toMatch(/^rgb\(/)
        }
        const colours = new Set(places.map(({ backgroundColor }) => backgroundColor))
        expect(colours.size, `${theme} ${page}`).toBe(places.length)
        server.letThrough()
        const shift = await reader.evaluate(async () => {
          for (const image of document.images) {
            image.scrollIntoView()
            await image.decode().catch(() => {})
          }
          let sum = 0
          const observer = new PerformanceObserver(() => {})
          observer.observe({ type: 'layout-shift', buffered: true })
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
          for (const entry of observer.takeRecords())
            sum += (entry as PerformanceEntry & { value: number }).value
          return sum
        })
        expect(shift, `${theme} ${page}`).toBe(0)
      }
    }
    expect(amiss).toEqual([])
  } finally {
    server.close()
  }
})
