import { readFile } from 'node:fs/promises'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, type Longhand } from './harness.ts'
import { createLibrary } from '../../electron/library/library.ts'
import { longhand, userDataOpening } from './library.ts'
import { openAsReader } from './reader.ts'

type Page = Longhand['window']

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves the site from a folder of its own, and notes every address it is asked for. */
async function serve(site: string, asked: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '').replace(/^\/blog\//, '')
    asked.push(path)
    void readFile(join(site, path)).then(
      (bytes) =>
        response
          .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
          .end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** What comes of markup that a sanitiser would never have let through, put into a page by force. */
function forced(page: Page, script: string): Promise<object> {
  return page.evaluate(async (src) => {
    const box = document.createElement('div')
    box.innerHTML = '<p style="color: rgb(1, 2, 3)">x</p><img src="x" onerror="window.ran = true">'
    const inline = document.createElement('script')
    inline.textContent = 'window.ran = true'
    const outer = document.createElement('script')
    outer.src = src
    const blocked = new Promise((resolve) => outer.addEventListener('error', () => resolve(true)))
    document.body.append(box, inline, outer)
    const isBlocked = await Promise.race([
      blocked,
      new Promise((resolve) => (outer.onload = () => resolve(false))),
    ])
    return {
      isBlocked,
      ran: 'ran' in window,
      isStyled: getComputedStyle(box.querySelector('p')!).color === 'rgb(1, 2, 3)',
      isFetched: await fetch('icon.svg').then(
        () => true,
        () => false,
      ),
    }
  }, script)
}

test('a page shows what lies beside it, runs nothing and asks nobody, as a file and from a server', async ({
  folder,
  launchLonghand,
}) => {
  const library = join(folder, 'library')
  const site = join(folder, 'my site')
  const made = createLibrary(library, { name: 'Site', language: 'en-GB' })
  const asked: string[] = []
  const server = await serve(site, asked)
  const { port } = server.address() as AddressInfo
  made.articles.create({
    title: 'One',
    body: `Text\n\n![outside](http://localhost:${port}/elsewhere.png)\n`,
    status: 'published',
    publishedAt: '2025-01-01T10:00:00+01:00',
  })
  made.close()
  await longhand('export', '--library', library, '--out', site)
  const { app } = await launchLonghand({ userData: await userDataOpening(folder, library) })
  try {
    for (const root of [`${pathToFileURL(site).href}/`, `http://127.0.0.1:${port}/blog/`]) {
      const reader = await openAsReader(app, join(site, 'index.html'))
      await reader.goto(`${root}one.html`)
      expect(await reader.evaluate(() => document.styleSheets.length), root).toBeGreaterThan(0)
      const faces = await reader.evaluate(() =>
        document.fonts.ready.then((all) => Array.from(all, (face) => face.status)),
      )
      expect(faces, root).toContain('loaded')
      expect(await forced(reader, 'search/search.js'), root).toEqual({
        isBlocked: true,
        ran: false,
        isStyled: false,
        isFetched: false,
      })
      await reader.goto(`${root}search/index.html`)
      await reader.locator('#search-words').fill('one')
      await expect(reader.locator('.search-result')).toHaveCount(1)
    }
    expect(asked).toContain('one.html')
    expect(asked.filter((path) => path.includes('elsewhere'))).toEqual([])
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
