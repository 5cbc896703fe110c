import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { THEMES } from '../../core/article.ts'
import { openLibrary } from '../../electron/library/library.ts'
import { mimeOf } from '../../electron/publish/mime.ts'
import { expect, test } from './harness.ts'
import { longhand } from './library.ts'
import { openAsReader } from './reader.ts'

/** What is asked for and is not there gets the site's own page, as servers have it. */
async function serve(site: string) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site.invalid').pathname.slice(1)
    readFile(join(site, path)).then(
      (bytes) => response.writeHead(200, { 'content-type': mimeOf(path) }).end(bytes),
      async () =>
        response
          .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
          .end(await readFile(join(site, '404.html'))),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { server, root: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

for (const theme of THEMES)
  test(`a page that is not there is the theme's own at any depth and as a file, and print has no ways about, in ${theme}`, async ({
    folder,
    launchLonghand,
  }) => {
    const library = join(folder, 'library')
    const site = join(folder, 'site')
    await longhand('sample', '--language', 'nl', '--library', library)
    const open = openLibrary(library)
    open.site.update({ theme })
    open.close()
    await longhand('export', '--library', library, '--out', site)
    const { server, root } = await serve(site)
    const { app } = await launchLonghand({ env: { ELECTRON_DISABLE_SECURITY_WARNINGS: '1' } })
    try {
      const reader = await openAsReader(app, join(site, 'index.html'))
      const amiss: string[] = []
      reader.on('console', (message) => amiss.push(message.text()))
      const look = () =>
        reader.evaluate(() => {
          const { backgroundColor, fontSize, maxWidth } = getComputedStyle(document.body)
          const { fontFamily } = getComputedStyle(document.querySelector('h1')!)
          return { backgroundColor, fontSize, maxWidth, fontFamily }
        })
      await reader.goto(`${root}archief/index.html`)
      const own = await look()
      await reader.goto(`${root}a/b/c/nergens`)
      expect(await look()).toEqual(own)
      await expect(reader.locator('.ways a').first()).toHaveAttribute('href', '/index.html')
      await reader.goto(pathToFileURL(join(site, '404.html')).href)
      expect(await look()).toEqual(own)
      expect(amiss.filter((text) => /security policy/i.test(text))).toEqual([])

      await reader.goto(`${root}van-stoep-naar-bospad.html`)
      const ways = reader.locator(
        'nav, .skip, .related, .masthead-search, .search-link, .colophon-links, [role=doc-backlink]',
      )
      expect(await ways.count()).toBeGreaterThan(3)
      await reader.emulateMedia({ media: 'print' })
      for (const way of await ways.all()) await expect(way).toBeHidden()
      await expect(reader.locator('.article-body')).toBeVisible()
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
