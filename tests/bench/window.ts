/** The real window: from a key to its frame, and from the start to an editor that can be used. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { resolveElectron } from '../../scripts/setup/electron.mjs'
import { createLibrary } from '../../electron/library/library.ts'
import { bodyOf, generateArticles, randomFrom } from './generate.ts'
import { type KeyTimes, typeAndMeasure } from './key-to-frame.ts'
import { benchBackup } from './backup.ts'
import { articleRow, articleRows, titleField } from '../e2e/panes.ts'
import { chooseInMenu } from '../e2e/menu.ts'
import { ms, percentile, printTable, ratio } from './measure.ts'
import { bareEditorApp, blankApp } from './plain-apps.ts'

const LENGTHS = [1_000, 20_000, 100_000]
const KEYS = 60
const PAUSE = 120
const STARTS = 3
const ARTICLES_AT_START = 10_000

/** Prints both tables. Needs a display (`xvfb-run -a npm run bench -- window`). */
export async function benchWindow(root: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-bench-'))
  try {
    await benchKeys(root, folder)
    await benchStart(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Prints what a backup of `count` articles, made once and kept, does to the window. */
export async function benchBackupInWindow(root: string, count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-bench-'))
  try {
    await benchBackup(root, folder, count, (library, use) => {
      const userData = openingAtStart(folder, 'backup', library)
      return withApp(resolveElectron().appDir, { LONGHAND_USER_DATA: userData }, use)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchKeys(root: string, folder: string): Promise<void> {
  const texts = LENGTHS.map((words) => bodyOf(randomFrom(words), 3, words))
  const bare = await bareEditorApp(root, join(folder, 'bare-editor'))
  const theirs: KeyTimes[] = []
  await withApp(bare, {}, async (page) => {
    for (const text of texts) {
      await page.evaluate((given) => window.openText?.(given), text)
      theirs.push(await typeAndMeasure(page, KEYS, PAUSE, null))
    }
  })
  const library = join(folder, 'long-articles')
  const made = createLibrary(library, { name: 'Bench', language: 'en-GB' })
  LENGTHS.forEach((words, index) =>
    made.articles.create({ title: `${words} words`, body: texts[index] ?? '' }),
  )
  made.close()
  const ours: KeyTimes[] = []
  await withApp(
    resolveElectron().appDir,
    { LONGHAND_USER_DATA: openingAtStart(folder, 'keys', library) },
    async (page, app) => {
      for (const words of LENGTHS) {
        await articleRow(page, `${words} words`).click()
        await titleField(page).waitFor()
        await chooseInMenu(app, 'view.split')
        await page
          .frameLocator('iframe')
          .locator('.article-body > :last-child')
          .waitFor({ state: 'attached' })
        await page.waitForTimeout(2_000)
        await page.locator('.cm-content').focus()
        await page.keyboard.press('ControlOrMeta+Home')
        ours.push(await typeAndMeasure(page, KEYS, PAUSE, 'iframe'))
      }
    },
  )
  const rows = [
    [
      'words, split preview',
      'text median',
      '95 %',
      'preview median',
      '95 %',
      'bare CodeMirror',
      '95 %',
      'text / bare',
    ],
  ]
  LENGTHS.forEach((words, index) => {
    const { text, preview } = ours[index] ?? { text: [], preview: [] }
    const other = theirs[index]?.text ?? []
    rows.push([
      String(words),
      ms(percentile(text, 0.5)),
      ms(percentile(text, 0.95)),
      ms(percentile(preview, 0.5)),
      ms(percentile(preview, 0.95)),
      ms(percentile(other, 0.5)),
      ms(percentile(other, 0.95)),
      ratio(percentile(text, 0.5), percentile(other, 0.5)),
    ])
  })
  printTable(`Key to frame (${KEYS} keys, one every ${PAUSE} ms)`, rows)
}

async function benchStart(folder: string): Promise<void> {
  const library = join(folder, 'many-articles')
  const made = createLibrary(library, { name: 'Bench', language: 'en-GB' })
  made.transaction(() => {
    for (const { title, slug, summary, body, tags } of generateArticles(ARTICLES_AT_START, 800)) {
      made.articles.create({ title, slug, summary, body, tags })
    }
  })
  made.close()
  const userData = openingAtStart(folder, 'start', library)
  const blank = blankApp(join(folder, 'blank'))
  const ours: number[] = []
  const theirs: number[] = []
  for (let turn = 0; turn < STARTS; turn += 1) {
    theirs.push(await startTime(blank, {}, async (page) => page.waitForLoadState('load')))
    ours.push(
      await startTime(resolveElectron().appDir, { LONGHAND_USER_DATA: userData }, async (page, app) => {
        await articleRows(page).first().waitFor()
        await chooseInMenu(app, 'article.new')
        await page.locator('.cm-content').waitFor()
      }),
    )
  }
  printTable(`Start to usable editor, ${ARTICLES_AT_START} articles (best of ${STARTS})`, [
    ['', 'time', 'ratio'],
    ['blank Electron window', ms(Math.min(...theirs)), ''],
    [
      'Longhand: list shown, new article open',
      ms(Math.min(...ours)),
      ratio(Math.min(...ours), Math.min(...theirs)),
    ],
  ])
}

async function startTime(
  appFolder: string,
  env: Record<string, string>,
  ready: (page: Page, app: ElectronApplication) => Promise<unknown>,
): Promise<number> {
  const start = performance.now()
  let time = Number.NaN
  await withApp(appFolder, env, async (page, app) => {
    await ready(page, app)
    time = performance.now() - start
  })
  return time
}

/** Starts the application in `appFolder` with Electron, and ends it whatever happens. */
export async function withApp(
  appFolder: string,
  env: Record<string, string>,
  use: (page: Page, app: ElectronApplication) => Promise<void>,
): Promise<void> {
  const { executablePath } = resolveElectron()
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath,
    args: [appFolder, ...sandbox],
    env: { ...(process.env as Record<string, string>), LONGHAND_LANGUAGE: 'en', ...env },
  })
  try {
    await use(await app.firstWindow(), app)
  } finally {
    await app.close()
  }
}

/** A folder of settings with which the application opens `library`. */
export function openingAtStart(folder: string, name: string, library: string): string {
  const userData = join(folder, `user-data-${name}`)
  mkdirSync(userData)
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ lastLibrary: library }))
  return userData
}
