/** The real window while a backup of a large library is made: its frames, its keys and its saves, beside without. */
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import type { Bridge } from '../../core/bridge.ts'
import { chooseInMenu } from '../e2e/menu.ts'
import { articleRows } from '../e2e/panes.ts'
import { typeAndMeasure } from './key-to-frame.ts'
import { copyLibrary } from './make-library.ts'
import { ms, percentile, printTable } from './measure.ts'

declare global {
  interface Window {
    readonly longhand: Bridge
    watched?: Watched
  }
}

/** What was seen in the page, in milliseconds. */
interface Watched {
  /** Between each frame and the one before. */
  readonly frames: number[]
  /** From each question about an article to its answer: as long waits a save. */
  readonly answers: number[]
  isOver: boolean
}

const PAUSE = 80
const KEYS_WITHOUT = 150
const KEYS_AT_ONCE = 25

/** Opens an application on a library of `count` articles; gives what `use` gives. */
export type WithLibrary = (
  library: string,
  use: (page: Page, app: ElectronApplication) => Promise<void>,
) => Promise<void>

/** Prints the worst frame, key and answer without and during a backup. */
export async function benchBackup(
  root: string,
  folder: string,
  count: number,
  withLibrary: WithLibrary,
): Promise<void> {
  const library = join(folder, 'backed-up')
  copyLibrary(root, count, library)
  await withLibrary(library, async (page, app) => {
    await articleRows(page).first().waitFor()
    await articleRows(page).first().click()
    await chooseInMenu(app, 'view.split')
    await page.frameLocator('iframe').locator('.article-body > :last-child').waitFor({ state: 'attached' })
    await page.waitForTimeout(3_000)
    await page.locator('.cm-content').focus()
    await page.keyboard.press('ControlOrMeta+Home')
    const without = await measured(page, async () => typeAndMeasure(page, KEYS_WITHOUT, PAUSE, 'iframe'))
    const start = performance.now()
    const during = await measured(page, async () => {
      await page.evaluate(() => {
        void window.longhand.request('care.backUp', {}).finally(() => {
          if (window.watched) window.watched.isOver = true
        })
      })
      const times = { text: [] as number[], preview: [] as number[] }
      do {
        const { text, preview } = await typeAndMeasure(page, KEYS_AT_ONCE, PAUSE, 'iframe')
        times.text.push(...text)
        times.preview.push(...preview)
      } while (!(await page.evaluate(() => window.watched?.isOver)))
      return times
    })
    const row = (name: string, { text, frames, answers }: Measured): string[] => [
      name,
      ms(percentile(frames, 0.99)),
      ms(Math.max(...frames)),
      String(frames.filter((frame) => frame > 50).length),
      ms(percentile(text, 0.5)),
      ms(Math.max(...text)),
      ms(percentile(answers, 0.5)),
      ms(Math.max(...answers)),
    ]
    printTable(`Typing while ${count} articles are backed up (${ms(performance.now() - start)})`, [
      ['', 'frame 99 %', 'worst', 'over 50 ms', 'key to frame', 'worst', 'answer of main', 'worst'],
      row('without a backup', without),
      row('during the backup', during),
    ])
  })
}

interface Measured {
  readonly text: readonly number[]
  readonly frames: readonly number[]
  readonly answers: readonly number[]
}

async function measured(
  page: Page,
  type: () => Promise<{ readonly text: readonly number[] }>,
): Promise<Measured> {
  await page.evaluate(watch)
  const { text } = await type()
  const watched = await page.evaluate(() => {
    const seen = window.watched
    delete window.watched
    return seen
  })
  if (!watched) throw new Error('nothing was watched')
  return { text, frames: watched.frames, answers: watched.answers }
}

/** Runs in the page, until what it watches is taken away. */
function watch(): void {
  const watched: Watched = { frames: [], answers: [], isOver: false }
  window.watched = watched
  let last = performance.now()
  const frame = (now: number): void => {
    watched.frames.push(now - last)
    last = now
    if (window.watched === watched) requestAnimationFrame(frame)
  }
  requestAnimationFrame((now) => {
    last = now
    requestAnimationFrame(frame)
  })
  const ask = async (): Promise<void> => {
    while (window.watched === watched) {
      const start = performance.now()
      await window.longhand.request('article.get', { id: 1 })
      watched.answers.push(performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  void ask()
}
