/** Exports from the window that is open, as a writer who has just saved asks for them. */
import type { ElectronApplication, Page } from 'playwright'
import { resolveElectron } from '../../scripts/setup/electron.mjs'
import { percentile } from './measure.ts'
import { openingAtStart, withApp } from './window.ts'

/** So often each is measured; the middle one counts. */
const TURNS = 5
/** Between a save and the export, in milliseconds: a writer goes to the menu. */
const TO_MENU = 2_000

/** Milliseconds from asking for an export until its report is there. */
export interface WindowCosts {
  readonly edited: number
  readonly unchanged: number
}

/** What exports of `library` to `site`, where it stands already, take in the open window; `folder` is for settings. */
export async function costsInWindow(folder: string, library: string, site: string): Promise<WindowCosts> {
  const env = { LONGHAND_USER_DATA: openingAtStart(folder, 'export', library) }
  const costs: { edited: number[]; unchanged: number[] } = { edited: [], unchanged: [] }
  await withApp(resolveElectron().appDir, env, async (page, app) => {
    await grant(app, page, site)
    await exported(page, site)
    for (let turn = 0; turn < TURNS; turn += 1) costs.unchanged.push(await exported(page, site))
    for (let turn = 0; turn < TURNS; turn += 1) {
      await edit(page, turn)
      await page.waitForTimeout(TO_MENU)
      costs.edited.push(await exported(page, site))
    }
  })
  return { edited: percentile(costs.edited, 0.5), unchanged: percentile(costs.unchanged, 0.5) }
}

interface Bridge {
  readonly longhand: { request(name: string, args: unknown): Promise<{ readonly value?: unknown }> }
}

async function grant(app: ElectronApplication, page: Page, site: string): Promise<void> {
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] })
  }, site)
  await page.evaluate(() => (globalThis as unknown as Bridge).longhand.request('export.choose', {}))
}

async function exported(page: Page, site: string): Promise<number> {
  return page.evaluate(async (folder) => {
    const start = performance.now()
    const answer = await (globalThis as unknown as Bridge).longhand.request('export.start', { folder })
    if (answer.value === undefined) throw new Error(JSON.stringify(answer))
    return performance.now() - start
  }, site)
}

/** Writes another sentence at the end of an article. */
async function edit(page: Page, turn: number): Promise<void> {
  await page.evaluate(
    async (sentence) => {
      const { request } = (globalThis as unknown as Bridge).longhand
      const { value: id } = await request('article.find', { slug: 'article-000001' })
      const { value } = await request('article.get', { id })
      const { version: baseVersion, body } = value as { version: number; body: string }
      await request('article.save', { id, baseVersion, patch: { body: `${body}\n${sentence}\n` } })
    },
    `One more sentence, the ${turn + 1}th.`,
  )
}
