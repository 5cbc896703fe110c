/** The site in the real window: every link leads where it will lead, and its one script reaches nothing of the window. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from '@playwright/test'
import { siteWords } from '../../core/locale/ui/site.ts'
import { expect, test, type Longhand } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleList, bodyField, titleField } from './panes.ts'

const WORDS = siteWords.en

const ARTICLES: Readonly<Record<string, string>> = {
  'bread.md': `---\ntitle: Bread\ndate: 2026-01-05\nstatus: published\ntags: [kitchen]\n---\nSee [soup](soup.html), [nothing](nowhere.html) and [elsewhere](https://example.org/).\n\n${'A long line about flour.\n\n'.repeat(60)}## Water\n\nThe end.\n`,
  'soup.md': '---\ntitle: Soup\ndate: 2026-01-04\nstatus: published\ntags: [kitchen]\n---\nOnions.\n',
  'tea.md': '---\ntitle: Tea\nstatus: draft\ntags: [kitchen]\n---\nNot yet.\n',
}

async function site(folder: string, launch: (options: object) => Promise<Longhand>) {
  const library = join(folder, 'library')
  const notes = join(folder, 'notes')
  mkdirSync(notes)
  for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(notes, name), text)
  await longhand('init', '--library', library, '--name', 'Trial', '--language', 'en-GB')
  await longhand('import', '--library', library, notes)
  const started = await launch({ userData: await userDataOpening(folder, library) })
  await expect(articleList(started.window)).toBeVisible()
  await chooseInMenu(started.app, 'site.show')
  await expect(view(started.window)).toBeVisible()
  return { ...started, library }
}

const view = (window: Page) => window.getByRole('dialog', { name: WORDS.title })
const page = (window: Page) => window.frameLocator('iframe[data-state="shown"]')
const address = (window: Page) => view(window).getByRole('textbox', { name: WORDS.address })

test('every link of the site leads where it will lead, and there is a way back', async ({
  folder,
  launchLonghand,
}) => {
  const { window, app } = await site(folder, launchLonghand)
  await expect(address(window)).toHaveValue('/')
  await page(window).getByRole('link', { name: 'Bread' }).first().click()
  await expect(address(window)).toHaveValue('/bread.html')
  await page(window).getByRole('link', { name: 'kitchen' }).first().click()
  await expect(address(window)).toHaveValue('/tag/kitchen.html')
  await expect(page(window).getByRole('link', { name: 'Tea' })).toHaveCount(0)
  await view(window).getByText(WORDS.drafts).click()
  await expect(page(window).getByRole('link', { name: 'Tea' }).first()).toBeVisible()

  await window.keyboard.press('Alt+ArrowLeft')
  await expect(address(window)).toHaveValue('/bread.html')
  await page(window).getByRole('link', { name: 'nothing' }).click()
  await expect(address(window)).toHaveValue('/nowhere.html')
  await expect(page(window).getByRole('heading', { level: 1 })).toBeVisible()
  await page(window).locator('main').press('Alt+ArrowLeft')
  await expect(address(window)).toHaveValue('/bread.html')

  await app.evaluate(({ dialog, shell }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
    shell.openExternal = async (url) => void asked.push(url)
  })
  await page(window).getByRole('link', { name: 'elsewhere' }).click()
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked))
    .toEqual(['https://example.org/'])

  await address(window).fill('/media/none.png')
  await address(window).press('Enter')
  await expect(view(window).getByText(WORDS.notThere)).toBeVisible()

  await address(window).fill('/soup')
  await address(window).press('Enter')
  await expect(address(window)).toHaveValue('/soup.html')
  await expect(page(window).getByText('Onions.')).toBeVisible()
  await window.keyboard.press('ControlOrMeta+e')
  await expect(view(window)).toBeHidden()
  await expect(bodyField(window)).toContainText('Onions.')
})

test('a page follows what is saved, where the writer left it, at the width and in the light they chose', async ({
  folder,
  launchLonghand,
}) => {
  const { window, library } = await site(folder, launchLonghand)
  await page(window).getByRole('link', { name: 'Bread' }).first().click()
  await page(window).getByRole('heading', { name: 'Water' }).scrollIntoViewIfNeeded()
  const top = () => frameAt(window, '/bread.html').evaluate(() => scrollY)
  const before = await top()
  expect(before).toBeGreaterThan(500)

  const notes = join(folder, 'notes')
  writeFileSync(join(notes, 'bread.md'), (ARTICLES['bread.md'] ?? '').replace('The end.', 'The very end.'))
  await longhand('import', '--library', library, notes)
  await expect(page(window).getByText('The very end.')).toBeVisible({ timeout: 30_000 })
  expect(await top()).toBe(before)

  // What the harness says of the window's light would hold for every frame in it.
  await window.emulateMedia({ colorScheme: null })
  const isDark = () =>
    frameAt(window, '/bread.html').evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await view(window).getByRole('button', { name: WORDS.look.dark }).click()
  await expect.poll(isDark).toBe(true)
  await view(window).getByRole('button', { name: WORDS.look.light }).click()
  await expect.poll(isDark).toBe(false)
  const width = () => frameAt(window, '/bread.html').evaluate(() => innerWidth)
  for (const [name, wanted] of [
    ['phone', 390],
    ['tablet', 820],
    ['desktop', 1280],
  ] as const) {
    await view(window).getByRole('button', { name: WORDS.width[name] }).click()
    await expect.poll(width).toBe(wanted)
  }
  const header = page(window).locator('header').first()
  await expect(header).toBeVisible()
  await view(window).getByRole('button', { name: WORDS.look.print }).click()
  await expect(page(window).getByRole('heading', { name: 'Water' })).toBeVisible()
  await expect(page(window).getByRole('navigation').first()).toBeHidden()
  await window.keyboard.press('Escape')
  await expect(view(window)).toBeHidden()
  await expect(titleField(window)).toBeVisible()
})

test('the search page searches, and its script reaches nothing of the window', async ({
  folder,
  launchLonghand,
}) => {
  const { app, window } = await site(folder, launchLonghand)
  await address(window).fill('/search/')
  await address(window).press('Enter')
  const field = page(window).getByRole('searchbox')
  await field.fill('soup')
  const result = page(window).getByRole('link', { name: 'Soup' })
  await expect(result).toBeVisible()

  const reached = await frameAt(window, '/search/index.html').evaluate(async () => {
    const tries = async (what: () => unknown) => {
      try {
        return String(await what())
      } catch (thrown) {
        return (thrown as Error).name
      }
    }
    const load = (src: string) =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script')
        Object.assign(script, {
          src,
          onload: () => resolve('ran'),
          onerror: () => reject(new TypeError('refused')),
        })
        document.head.append(script)
      })
    return {
      bridge: 'longhand' in globalThis,
      parent: await tries(() => parent.document.title),
      parentBridge: await tries(() => (parent as unknown as { longhand: unknown }).longhand),
      page: await tries(() => fetch('app://longhand/site/index.html').then((answer) => answer.status)),
      ownPage: await tries(() => fetch('/site/index.html').then((answer) => answer.status)),
      outside: await tries(() => fetch('https://example.org/')),
      windowScript: await tries(() => load('app://longhand/site/search/search.js')),
      away: await tries(() => ((top as Window).location.href = 'https://example.org/')),
      opened: await tries(() => open('https://example.org/')),
      inline: await tries(() => {
        const script = document.createElement('script')
        script.textContent = 'window.ran = true'
        document.head.append(script)
        return 'ran' in globalThis
      }),
    }
  })
  expect(reached).toEqual({
    bridge: false,
    parent: 'SecurityError',
    parentBridge: 'SecurityError',
    page: 'TypeError',
    ownPage: 'TypeError',
    outside: 'TypeError',
    windowScript: 'TypeError',
    away: 'SecurityError',
    opened: 'null',
    inline: 'false',
  })
  await expect(view(window)).toBeVisible()

  // A click waits for the frame that it has replaced by another.
  await result.focus()
  await window.keyboard.press('Enter')
  await expect(address(window)).toHaveValue('/soup.html')
  await expect(page(window).getByText('Onions.')).toBeVisible()
  await window.keyboard.press('Alt+ArrowLeft')
  await expect(field).toBeFocused()
  await pressAsSystem(app, 'Left', ['alt'])
  await expect(address(window)).toHaveValue('/')
  await window.keyboard.press('Alt+ArrowRight')
  await expect(field).toBeFocused()
  await pressAsSystem(app, 'Escape', [])
  await expect(view(window)).toBeHidden()
})

/** A key as the system sends it: Playwright's own pass main by. */
async function pressAsSystem(app: Longhand['app'], keyCode: string, modifiers: 'alt'[]): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [key, held]) => {
      BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({
        type: 'keyDown',
        keyCode: key,
        modifiers: held,
      })
    },
    [keyCode, modifiers] as const,
  )
}

/** The frame that shows a page of the site. */
function frameAt(window: Page, path: string): Frame {
  const found = window.frames().find((frame) => new URL(frame.url()).pathname.endsWith(path))
  if (!found)
    throw new Error(
      `no frame shows ${path}: ${window
        .frames()
        .map((frame) => frame.url())
        .join(', ')}`,
    )
  return found
}
