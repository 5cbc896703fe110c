import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test, type Longhand } from './harness.ts'
import { articleRows, previewFrame, titleField } from './panes.ts'
import { chooseInMenu } from './menu.ts'
import { createLibrary } from '../../electron/library/library.ts'
import { longhand, userDataOpening } from './library.ts'
import { openAsReader } from './reader.ts'
import { VECTORS as BODIES } from '../core/markdown/vectors.ts'

/** What every vector tries: to leave a mark in whatever document it runs in. */
const MARK = 'for(const w of [self,parent,top])try{w.pwned=1}catch{}'

const VECTORS: readonly string[] = [
  `<script>${MARK}</script>`,
  `<img src=x onerror="${MARK}">`,
  `<iframe src="javascript:${MARK}"></iframe>`,
  `<iframe srcdoc="<script>${MARK}</script>"></iframe>`,
  `<svg onload="${MARK}"><script>${MARK}</script></svg>`,
  `<svg><style><img src=x onerror="${MARK}"></style></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${MARK}">`,
  `</article></main><script>${MARK}</script>`,
  `"><script>${MARK}</script>`,
  `' onmouseover='${MARK}`,
  `<a href="javascript:${MARK}">link</a>`,
  `[link](javascript:${MARK})`,
  `<details open ontoggle="${MARK}"><summary>x</summary></details>`,
  `<body onload="${MARK}">`,
  `<object data="javascript:${MARK}"></object><embed src="javascript:${MARK}">`,
  `<form action="javascript:${MARK}"><button>go</button></form>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${MARK}">`,
  `<base href="https://example.org/">`,
  `<link rel="stylesheet" href="https://example.org/x.css">`,
  `<template><script>${MARK}</script></template>`,
  `{{ "x" | append: page }}{% include "secret" %}`,
  `]]><script>${MARK}</script>`,
  `</title><script>${MARK}</script>`,
  `</script><script>${MARK}</script>`,
]

const FILE_NAMES = [
  '<img src=x onerror=pwned=1>.md',
  "';pwned=1;'.md",
  '..%2f..%2fescape.md',
  '$(touch pwned).md',
  '{{7*7}}.md',
]

/** A library with a vector in every place that a writer can fill. */
function makeHostileLibrary(folder: string): void {
  const library = createLibrary(folder, { name: '</title><script>pwned=1</script>', language: 'en-GB' })
  library.site.update({ description: VECTORS[0] ?? '', baseUrl: 'https://example.org/' })
  for (const [index, vector] of VECTORS.entries()) {
    const category = library.categories.create({ name: `C${index} ${vector}`, parentId: null })
    library.categories.update(category.id, { description: vector })
    const author = library.authors.create({ name: `A${index} ${vector}` })
    library.authors.update(author.id, { role: vector, bio: vector })
    library.articles.create({
      title: `V${index} ${vector}`,
      summary: vector,
      body: `First paragraph ${index}.\n\n${vector}\n\nText with ${vector} inside.\n\nLast paragraph.\n`,
      tags: [`T${index} ${vector}`, 'plain'],
      categoryId: category.id,
      authorIds: [author.id],
      coverAlt: vector,
      metaTitle: vector,
      metaDescription: vector,
      status: 'published',
      publishedAt: '2025-01-01T10:00:00+01:00',
    })
  }
  library.close()
}

/** A folder of Markdown files whose names are hostile, and whose front matter is. */
async function writeHostileFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [index, name] of FILE_NAMES.entries()) {
    const quoted = JSON.stringify(VECTORS[index])
    const matter = `title: V${VECTORS.length + index} ${index}\nsummary: ${quoted}\ntags: [${quoted}]\ncategories: [${quoted}]\nauthors: [${quoted}]\nslug: ${quoted}\nimage: ${quoted}\nimage_alt: ${quoted}\nextra: ${quoted}`
    await writeFile(join(folder, name), `---\n${matter}\ndate: 2025-01-01\n---\n${VECTORS[index]}\n`)
  }
}

function marked(page: Longhand['window']): Promise<boolean[]> {
  return Promise.all(page.frames().map((frame) => frame.evaluate(() => 'pwned' in self)))
}

test('hostile content runs nothing and breaks nothing, in the window and on the page', async ({
  folder,
  launchLonghand,
}) => {
  const library = join(folder, 'library')
  const site = join(folder, 'site')
  makeHostileLibrary(library)
  await writeHostileFolder(join(folder, 'posts'))
  await longhand('import', '--library', library, join(folder, 'posts'))
  await longhand('export', '--library', library, '--out', site)
  const { app, window, log } = await launchLonghand({ userData: await userDataOpening(folder, library) })
  const asked: string[] = []
  window.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })

  const rows = articleRows(window)
  await expect(rows.first()).toBeVisible()
  await rows.first().click()
  await chooseInMenu(app, 'view.split')
  for (let index = 0; index < VECTORS.length + FILE_NAMES.length; index += 1) {
    const title = titleField(window)
    await expect(title).toHaveValue(/^V\d+ /)
    const slugTitle = await title.inputValue()
    const heading = previewFrame(window).locator('h1')
    await expect(heading).toHaveText(slugTitle.replace(/\s+/g, ' ').trim())
    expect(await marked(window)).not.toContain(true)
    await rows.first().focus()
    await window.keyboard.press('ArrowDown')
  }
  expect(asked).toEqual([])
  expect(log.filter((line) => /window fault|script-src/.test(line))).toEqual([])

  const pages = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(4 * VECTORS.length)
  const readers = [await plainReader(app, site, asked), await plainReader(app, site, asked)]
  const readEvery = async (reader: Page, which: number): Promise<void> => {
    for (let at = which; at < pages.length; at += readers.length) {
      const name = pages[at] ?? ''
      await reader.goto(new URL(encodeURI(name), `file://${site}/`).href)
      expect(await marked(reader), name).not.toContain(true)
      const parts = await reader.evaluate(() => ({
        mains: document.querySelectorAll('main').length,
        hasFoot: ([...document.querySelectorAll('footer')].at(-1)?.offsetHeight ?? 0) > 0,
      }))
      expect(parts, name).toEqual({ mains: 1, hasFoot: true })
    }
  }
  await Promise.all(readers.map(readEvery))
  expect(asked).toEqual([])
})

test('six hundred hostile texts run nothing on the pages of a site', async ({ folder, launchLonghand }) => {
  const site = join(folder, 'site')
  const library = createLibrary(join(folder, 'library'), { name: 'Site', language: 'en-GB' })
  for (const [index, vector] of BODIES.entries())
    library.articles.create({
      title: `${index} ${vector}`,
      slug: `page-${index}`,
      summary: vector,
      body: `${vector.replaceAll('alert(1)', MARK)}\n\n![${vector}](x.jpg "${vector}")\n`,
      coverAlt: vector,
      metaTitle: vector,
      metaDescription: vector,
      status: 'published',
      publishedAt: '2025-01-01T10:00:00+01:00',
    })
  library.close()
  await longhand('export', '--library', join(folder, 'library'), '--out', site)
  const { app } = await launchLonghand()
  const ran: string[] = []
  const readers = [await plainReader(app, site, ran), await plainReader(app, site, ran)]
  const readEvery = async (reader: Page, which: number): Promise<void> => {
    for (let index = which; index < BODIES.length; index += readers.length) {
      await reader.goto(`file://${site}/page-${index}.html`)
      const state = await reader.evaluate(() => ({
        isMarked: 'pwned' in self,
        mains: document.querySelectorAll('main > article').length,
        ends: document.body.lastElementChild?.tagName,
      }))
      expect(state, BODIES[index]).toEqual({ isMarked: false, mains: 1, ends: 'FOOTER' })
    }
  }
  await Promise.all(readers.map(readEvery))
  expect(ran).toEqual([])
})

/** A reader to whom it does not matter how pages look, which takes most of the time in which they open; notes what they say. */
async function plainReader(app: ElectronApplication, site: string, said: string[]): Promise<Page> {
  const reader = await openAsReader(app, join(site, 'index.html'))
  reader.on('dialog', (dialog) => {
    said.push(`${reader.url()}: ${dialog.message()}`)
    void dialog.dismiss()
  })
  const session = await app.context().newCDPSession(reader)
  await session.send('Network.enable')
  await session.send('Network.setBlockedURLs', { urls: ['*.css', '*.woff2'] })
  return reader
}
